package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import octavo.email.dkim.TxtLookup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DkimCommandTest {
    private static final String RSA_NAME = "octavo-rsa._domainkey.xn--bcher-kva.example";
    private static final String ED25519_NAME = "octavo-ed._domainkey.xn--bcher-kva.example";

    @TempDir
    Path folder = Path.of("");

    private final Map<String, List<String>> zone = new HashMap<>();
    private final TxtLookup dns = name -> zone.getOrDefault(name, List.of());

    @BeforeEach
    void anArchive() throws IOException {
        Cli.archive(folder.resolve("letter"));
        Files.writeString(folder.resolve("letter/octavo.toml"), """

                [email]
                from = "Tide <tide@bücher.example>"
                list-id = "tide.example"
                unsubscribe = "https://tide.example/{token}"
                dkim-selector = "octavo-rsa"
                dkim-key = "../keys/rsa.pem"
                dkim-ed25519-selector = "octavo-ed"
                dkim-ed25519-key = "../keys/ed25519.pem"
                """, java.nio.file.StandardOpenOption.APPEND);
    }

    private Cli dkim(Object... options) {
        return Cli.run(dns, Map.of(), Cli.all(List.of("email", "dkim", folder.resolve("letter")), List.of(options)));
    }

    @Test
    void makesKeysOnceAndSaysWhetherDnsHasThem() throws IOException {
        Cli made = dkim("--generate");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out())
                .contains(RSA_NAME + ". IN TXT (\n    \"v=DKIM1; k=rsa; p=MII")
                .contains(ED25519_NAME + ". IN TXT (\n    \"v=DKIM1; k=ed25519; p=")
                .doesNotContain("PRIVATE");
        Path rsa = folder.resolve("keys/rsa.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rsa)))
                .isEqualTo("rw-------");
        String key = Files.readString(rsa);

        Cli again = dkim("--generate");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("there already");
        assertThat(rsa).hasContent(key);

        Cli missing = dkim();
        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err()).contains(RSA_NAME + ": DNS has no such record");

        publish(made.out());
        Cli published = dkim();
        assertThat(published.code()).as(published.err()).isZero();
        assertThat(published.err()).contains(RSA_NAME + ": DNS has this key.", ED25519_NAME + ": DNS has this key.");
        assertThat(dkim("--json").out())
                .contains("\"state\" : \"published\"", "\"name\" : \"" + RSA_NAME + "\"", "\"strings\" : [");

        zone.put(ED25519_NAME, List.of("v=DKIM1; k=ed25519; p=AAAA"));
        assertThat(dkim("-q").err())
                .startsWith(ED25519_NAME + ": DNS has another key")
                .hasLineCount(1);
        assertThat(dkim("--offline", "-q").code()).isZero();
    }

    /// What the comments say is what somebody pastes into a form.
    private void publish(String printed) {
        List<String> lines = printed.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("; name:  ")) {
                zone.put(
                        lines.get(i).substring("; name:  ".length()),
                        List.of(lines.get(i + 1).substring("; value: ".length())));
            }
        }
    }

    @Test
    void builtEmailsAreSignedByBothKeysAndTheSameEachTime() throws IOException {
        dkim("--generate");
        Path out = folder.resolve("out");
        assertThat(Cli.run("build", folder.resolve("letter"), "--lang", "de", "-t", "email", "-o", out)
                        .code())
                .isZero();
        Map<String, String> first = Cli.bytes(out);
        assertThat(first.get("2024-02-05-february.de.eml"))
                .startsWith(
                        "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n d=xn--bcher-kva.example;\r\n s=octavo-rsa;\r\n")
                .contains(
                        "\r\nDKIM-Signature: v=1; a=ed25519-sha256;",
                        "\r\nFrom: Tide <tide@xn--bcher-kva.example>\r\n");
        Cli.run("build", folder.resolve("letter"), "--lang", "de", "-t", "email", "-o", out);
        assertThat(Cli.bytes(out)).isEqualTo(first);

        Cli unsigned = Cli.run(
                "build",
                folder.resolve("letter"),
                "--set",
                "email.dkim-key=",
                "--set",
                "email.dkim-ed25519-key=",
                "-t",
                "email",
                "-o",
                out);
        assertThat(unsigned.code()).isZero();
        assertThat(Cli.bytes(out).get("2024-02-05-february.de.eml"))
                .contains("From: ")
                .doesNotContain("DKIM-Signature");
    }

    @Test
    void withoutAKeyItSaysHowToGetOne() throws IOException {
        Cli.archive(folder.resolve("plain"));
        Files.writeString(
                folder.resolve("plain/octavo.toml"),
                "[email]\nfrom = \"a@b.example\"\n",
                java.nio.file.StandardOpenOption.APPEND);
        Cli none = Cli.run("email", "dkim", folder.resolve("plain"));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("dkim-key", "dkim-selector", "--generate");

        Cli absent = dkim();
        assertThat(absent.code()).isEqualTo(1);
        assertThat(absent.err()).contains("there is no key").doesNotContain("\tat ");
    }

    @Test
    void aKeyFromTheEnvironmentIsNeverShown() throws IOException {
        dkim("--generate");
        String pem = Files.readString(folder.resolve("keys/ed25519.pem"));
        Cli run = Cli.run(
                dns,
                Map.of("OCTAVO_EMAIL_DKIM_ED25519_KEY", pem, "OCTAVO_EMAIL_DKIM_KEY", ""),
                "email",
                "dkim",
                folder.resolve("letter"),
                "--debug");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains(ED25519_NAME).doesNotContain(RSA_NAME);
        assertThat(run.out() + run.err()).doesNotContain(pem.lines().toList().get(1));
    }
}
