package octavo.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import octavo.delivery.smtp.Outcome.Rejected;
import octavo.delivery.smtp.Outcome.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
    @ParameterizedTest
    @CsvSource({
        "RECIPIENT, 550 5.1.1 no such user, true",
        "RECIPIENT, 550-5.1.1 no such user 550 5.1.1 really, true",
        "RECIPIENT, 556 5.1.10 null MX, true",
        "RECIPIENT, 550 5.2.1 switched off, true",
        "RECIPIENT, 552 5.2.2 full, false",
        "RECIPIENT, 550 5.7.1 spam, false",
        "RECIPIENT, 550 5.1.8 your domain is bad, false",
        "RECIPIENT, 550 no such user, true",
        "RECIPIENT, 551 moved, true",
        "RECIPIENT, 553 syntax, true",
        "RECIPIENT, 554 no, false",
        "RECIPIENT, 552 full, false",
        "RECIPIENT, 550, true",
        "DATA, 550 5.1.1 no such user, false",
        "DATA, 550 no, false"
    })
    void aHardBounceSaysThatThereIsNoMailbox(Stage stage, String reply, boolean hard) {
        int code = Integer.parseInt(reply.substring(0, 3));
        assertThat(new Rejected(stage, code, reply).isHardBounce()).isEqualTo(hard);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.net\r\nRCPT TO:<eve@example.net>",
                "ada@example.net\n",
                "ada@example.net\rDATA",
                "ada@example.net> SIZE=1",
                "<ada@example.net>",
                "ada lovelace@example.net",
                "ada@example.net\0",
                "ada@ex\u00e4mple.net",
                "ada\u007f@example.net",
                "j\u00f6rg\u0085@example.net",
                "j\u00f6rg\u2028@example.net",
                "ada",
                "@example.net",
                "ada@",
                ""
            })
    void nothingThatCouldEndACommandIsAnAddress(String address) {
        assertThatThrownBy(() -> new Envelope("b@example.org", address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recipient");
        assertThatThrownBy(() -> new Envelope(address, "b@example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sender");
    }

    @Test
    void addressesHaveALength() {
        assertThat(new Envelope("b+" + "1".repeat(100) + "@example.org", "ada@example.net").to())
                .isEqualTo("ada@example.net");
        assertThatThrownBy(() -> new Envelope("b@example.org", "a".repeat(250) + "@example.net"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void repliesAreOneCleanLine() {
        assertThat(Reply.clean("250-one\n250 two\u0007\u009b31m\r\n")).isEqualTo("250-one 250 two  31m");
        assertThat(Reply.clean("x".repeat(900))).hasSize(500);
    }
}
