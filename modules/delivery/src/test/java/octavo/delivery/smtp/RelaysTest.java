package octavo.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.delivery.smtp.Relay.Login;
import octavo.delivery.smtp.Relay.Security;
import octavo.delivery.store.Secret;
import octavo.model.OctavoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaysTest {
    @TempDir
    Path root = Path.of("");

    /// @param settings `key=value`
    private List<Relay> read(String... settings) {
        Map<String, String> options = new HashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            options.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return Relays.of(options, root);
    }

    private void refused(String words, String... settings) {
        assertThatThrownBy(() -> read(settings))
                .as(Arrays.toString(settings))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aHostIsEnough() {
        Relay relay = read("smtp-host=mail.example.org").getFirst();
        assertThat(relay.shown()).isEqualTo("mail.example.org:587");
        assertThat(relay.security()).isEqualTo(Security.STARTTLS);
        assertThat(relay.login()).isEmpty();
        assertThat(relay.connections()).isEqualTo(8);
        assertThat(relay.timeouts().connect()).isEqualTo(Duration.ofSeconds(30));
        assertThat(relay.timeouts().reply()).isEqualTo(Duration.ofMinutes(5));
        assertThat(relay.timeouts().write()).isEqualTo(Duration.ofMinutes(5));
        assertThat(relay.timeouts().dot()).isEqualTo(Duration.ofMinutes(10));
        assertThat(relay.helo()).isNotBlank().doesNotContainAnyWhitespaces();
    }

    @Test
    void everythingCanBeSaid() {
        List<Relay> relays = read(
                "smtp-host= a.example.org , b.example.org:2525,[2001:db8::1]:26,2001:db8::2",
                "smtp-port=465",
                "smtp-security=tls",
                "smtp-user=octavo",
                "smtp-password=s3cret",
                "connections=200",
                "helo=news.example.org",
                "smtp-timeout=900");
        assertThat(relays)
                .extracting(Relay::shown)
                .containsExactly("a.example.org:465", "b.example.org:2525", "[2001:db8::1]:26", "[2001:db8::2]:465");
        assertThat(relays).allSatisfy(relay -> {
            assertThat(relay.security()).isEqualTo(Security.TLS);
            assertThat(relay.login()).contains(new Login("octavo", new Secret("s3cret")));
            assertThat(relay.connections()).isEqualTo(200);
            assertThat(relay.helo()).isEqualTo("news.example.org");
            assertThat(relay.timeouts().reply()).isEqualTo(Duration.ofMinutes(15));
            assertThat(relay.timeouts().dot()).isEqualTo(Duration.ofMinutes(15));
            assertThat(relay.toString()).doesNotContain("s3cret");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.org, '', '', STARTTLS, 587",
        "mail.example.org, '', tls, TLS, 465",
        "mail.example.org, '', none, NONE, 25",
        "mail.example.org, 465, '', TLS, 465",
        "mail.example.org, 2525, '', STARTTLS, 2525",
        "localhost, '', '', NONE, 25",
        "127.0.0.1, '', '', NONE, 25",
        "::1, '', '', NONE, 25",
        "localhost:2525, '', '', NONE, 2525",
        "localhost, 587, '', STARTTLS, 587",
        "localhost:587, '', '', STARTTLS, 587",
        "localhost, '', starttls, STARTTLS, 587"
    })
    void portAndSecurityGoTogether(String host, String port, String security, Security expected, int expectedPort) {
        Relay relay = read("smtp-host=" + host, "smtp-port=" + port, "smtp-security=" + security)
                .getFirst();
        assertThat(relay.security()).isEqualTo(expected);
        assertThat(relay.port()).isEqualTo(expectedPort);
    }

    @Test
    void aPasswordCanBeInAFile() throws Exception {
        Files.writeString(root.resolve("relay.txt"), "  s3cret\n");
        Relay relay = read("smtp-host=mail.example.org", "smtp-user=octavo", "smtp-password-file=relay.txt")
                .getFirst();
        assertThat(relay.login()).isEqualTo(Optional.of(new Login("octavo", new Secret("s3cret"))));
        Files.writeString(root.resolve("long.txt"), "x".repeat(5000));
        Files.writeString(root.resolve("empty.txt"), "\n");
        String[] host = {"smtp-host=mail.example.org", "smtp-user=octavo"};
        refused("long.txt", host[0], host[1], "smtp-password-file=long.txt");
        refused("empty.txt", host[0], host[1], "smtp-password-file=empty.txt");
        refused("missing.txt", host[0], host[1], "smtp-password-file=missing.txt");
    }

    @Test
    void whatCannotBeUsedIsRefusedByName() {
        refused("smtp-host under [delivery] is missing");
        refused("smtp-host", "smtp-host=  ");
        refused("smtp-host", "smtp-host=a.example.org,");
        refused("smtp-host", "smtp-host=a.example.org b.example.org");
        refused("smtp-host", "smtp-host=smtp://a.example.org");
        refused("smtp-host", "smtp-host=a.example.org:99999");
        refused("smtp-host", "smtp-host=user:s3cret@a.example.org".replace("s3cret", "x"));
        refused("smtp-port", "smtp-host=a.example.org", "smtp-port=0");
        refused("smtp-port", "smtp-host=a.example.org", "smtp-port=smtp");
        refused("starttls, tls or none", "smtp-host=a.example.org", "smtp-security=ssl");
        refused("from 1 to 200", "smtp-host=a.example.org", "connections=201");
        refused("connections", "smtp-host=a.example.org", "connections=0");
        refused("smtp-timeout", "smtp-host=a.example.org", "smtp-timeout=-1");
        refused("helo", "smtp-host=a.example.org", "helo=a b");
        refused("helo", "smtp-host=a.example.org", "helo=a\r\nMAIL FROM:<x@y>");
        refused("needs a password", "smtp-host=a.example.org", "smtp-user=octavo");
        refused("smtp-user", "smtp-host=a.example.org", "smtp-password=s3cret");
    }

    @Test
    void aPasswordNeverGoesOverAnOpenConnectionToAnotherMachine() {
        String[] login = {"smtp-user=octavo", "smtp-password=s3cret", "smtp-security=none"};
        refused("smtp-security", "smtp-host=a.example.org", login[0], login[1], login[2]);
        refused("smtp-security", "smtp-host=localhost, a.example.org", login[0], login[1], login[2]);
        assertThat(read("smtp-host=localhost", login[0], login[1])).hasSize(1);
        assertThat(read("smtp-host=a.example.org", login[2])).hasSize(1);
    }
}
