package octavo.email.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import octavo.model.Diagnostic;
import octavo.model.OctavoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimKeyTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theRecordsAreThoseOfTheRfc() {
        assertThat(new Signatory("football.example.com", "test", DkimKey.parse(Dkim.rfc8463("rsa.pem"))).record())
                .isEqualTo(new DkimRecord("test._domainkey.football.example.com", Dkim.RSA_RECORD));
        assertThat(DkimKey.parse(Dkim.rfc8463("ed25519.pem")).publicText())
                .isEqualTo(Dkim.ED25519_RECORD.substring(Dkim.ED25519_RECORD.indexOf("p=") + 2));
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aNewKeyIsForItsOwnerOnlyAndComesBack(Algorithm algorithm) throws IOException {
        Path file = folder.resolve("keys/new.pem");
        DkimKey key = DkimKey.generate(algorithm);
        key.writeTo(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        DkimKey again = DkimKey.parse(Files.readString(file));
        assertThat(again.algorithm()).isEqualTo(algorithm);
        assertThat(again.publicText()).isEqualTo(key.publicText());
        assertThat(again.bits()).isEqualTo(algorithm == Algorithm.RSA ? 2048 : 256);

        String before = Files.readString(file);
        assertThatThrownBy(() -> key.writeTo(file)).isInstanceOf(OctavoException.class);
        assertThat(file).hasContent(before);
    }

    @Test
    void aLinkToNowhereIsNotFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.pem"), folder.resolve("elsewhere.pem"));
        DkimKey key = DkimKey.generate(Algorithm.ED25519);
        assertThatThrownBy(() -> key.writeTo(link)).isInstanceOf(OctavoException.class);
        assertThat(folder.resolve("elsewhere.pem")).doesNotExist();
    }

    @Test
    void aLongRecordIsSplitForZoneFiles() {
        DkimRecord record = new Signatory("news.example", "octavo", DkimKey.generate(Algorithm.RSA)).record();
        assertThat(record.strings()).hasSize(2).allMatch(string -> string.length() <= 255);
        assertThat(String.join("", record.strings())).isEqualTo(record.value());
        assertThat(record.zoneEntry()).startsWith("octavo._domainkey.news.example. IN TXT (\n    \"v=DKIM1; k=rsa; p=");
    }

    @Test
    void aVariableMayHoldTheKeyWithItsLineEndsWrittenOut() {
        String pem = Dkim.rfc8463("ed25519.pem").strip().replace("\n", "\\n");
        Map<String, String> options = Map.of("dkim-ed25519-selector", "s", "dkim-ed25519-key", pem);
        assertThat(DkimSettings.of(options, "news.example", folder).signatories(_ -> {}))
                .extracting(Signatory::domain)
                .containsExactly("news.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key",
                "-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----"
            })
    void whatIsNoKeyIsNamedButNotShown(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("dkim.pem"), text);
        Map<String, String> options = Map.of("dkim-selector", "s", "dkim-key", "dkim.pem");
        assertThatThrownBy(
                        () -> DkimSettings.of(options, "news.example", folder).signatories(_ -> {}))
                .isInstanceOf(OctavoException.class)
                .hasMessageStartingWith("DKIM: the key in " + file + " ")
                .hasMessageNotContaining("AAAA")
                .hasMessageEndingWith(".");
    }

    @Test
    void noWordShowsAKey() {
        String pem = Dkim.rfc8463("ed25519.pem");
        String naked = pem.lines().toList().get(1);
        assertThat(DkimKey.parse(pem).toString()).isEqualTo("ED25519 key of 256 bits");
        assertThat(DkimSettings.of(
                                Map.of("dkim-ed25519-selector", "s", "dkim-ed25519-key", pem), "news.example", folder)
                        .toString())
                .doesNotContain(naked.substring(0, 20));
        assertThatThrownBy(() -> DkimSettings.of(
                        Map.of("dkim-ed25519-selector", "s", "dkim-ed25519-key", naked), "news.example", folder))
                .isInstanceOf(OctavoException.class)
                .hasMessageNotContaining(naked.substring(0, 20));
    }

    @Test
    void whatIsUnwiseIsReported() throws IOException {
        Path file = Files.writeString(folder.resolve("dkim.pem"), Dkim.rfc8463("rsa.pem"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        List<Diagnostic> found = new ArrayList<>();

        DkimSettings.of(
                        Map.of("dkim-selector", "s", "dkim-key", file.toString(), "dkim-domain", "bücher.example"),
                        "news.example",
                        folder)
                .signer("news.example", found::add);

        assertThat(found)
                .extracting(Diagnostic::code)
                .containsExactly("email-dkim-domain", "email-dkim-key-open", "email-dkim-key-short");
        assertThat(found.getFirst().message()).contains("xn--bcher-kva.example");
    }

    @Test
    void settingsThatCannotBeAreNamed() throws IOException {
        Path rsa = Files.writeString(folder.resolve("rsa.pem"), Dkim.rfc8463("rsa.pem"));
        refused("dkim-selector", Map.of("dkim-key", "rsa.pem"));
        refused("dkim-selector", Map.of("dkim-key", "rsa.pem", "dkim-selector", "a b"));
        refused("dkim-domain", Map.of("dkim-key", "rsa.pem", "dkim-selector", "s", "dkim-domain", "a\r\nb"));
        refused("dkim-ed25519-key", Map.of("dkim-ed25519-key", rsa.toString(), "dkim-ed25519-selector", "s"));
        refused("absent.pem", Map.of("dkim-key", "absent.pem", "dkim-selector", "s"));
        refused(
                "selector of its own",
                Map.of(
                        "dkim-key", "rsa.pem",
                        "dkim-selector", "s",
                        "dkim-ed25519-key", "rsa.pem",
                        "dkim-ed25519-selector", "s"));
    }

    @Test
    void withoutAKeyTheRelaySigns() {
        assertThat(DkimSettings.of(Map.of("dkim-selector", "s", "dkim-key", " "), "news.example", folder)
                        .signer("news.example", _ -> {}))
                .isEmpty();
    }

    private void refused(String word, Map<String, String> options) {
        assertThatThrownBy(
                        () -> DkimSettings.of(options, "news.example", folder).signatories(_ -> {}))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining(word);
    }
}
