package octavo.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "news@example.org | <news@example.org>",
                "The News <news@example.org> | The News <news@example.org>",
                "\"News, the\" <news@example.org> | \"News, the\" <news@example.org>",
                "grüße@bücher.example | <grüße@xn--bcher-kva.example>",
                "пример@example.org | <пример@example.org>",
                "news@bücher.example | <news@xn--bcher-kva.example>",
                "Zeitung für alle <a@b.example> | =?UTF-8?Q?Zeitung_f=C3=BCr_alle?= <a@b.example>",
                "=?UTF-8?Q?forged?= <a@b.example> | =?UTF-8?B?PT9VVEYtOD9RP2ZvcmdlZD89?= <a@b.example>"
            })
    void isWrittenAsHeadersNeedIt(String written, String header) {
        assertThat(Mailbox.parse(written).header(0)).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no address",
                "a@b@c.example",
                "(c)a@b.example",
                "a b@example.org",
                "grü\u200bße@example.org",
                "grü\u00a0ße@example.org",
                "gr\u202eüße@example.org",
                "a@faß.example",
                "a\u2028b <a@example.org>",
                "a@exa mple.org",
                "a@-x-.example",
                "a@example.org\r\nBcc: b@example.org",
                "X\r\nBcc: y <a@example.org>",
                "<a@example.org>, <b@example.org>",
                "a@example.org <b@example.org> c"
            })
    void whatIsNoSingleAddressIsRefused(String written) {
        assertThatThrownBy(() -> Mailbox.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addressesOfTheWebAreAsciiWithoutLookingLikeTemplates() {
        assertThat(WebAddress.ascii("https://bücher.example/ضوء?a=b c#é"))
                .contains("https://xn--bcher-kva.example/%d8%b6%d9%88%d8%a1?a=b%20c#%c3%a9");
        assertThat(WebAddress.ascii("/relative")).isEmpty();
        assertThat(WebAddress.ascii("javascript:alert(1)")).isEmpty();
    }

    @Test
    void recipientsTokensFitIntoAddresses() {
        Mailbox mailbox = Mailbox.parse("a@example.org");
        assertThatThrownBy(() -> new Recipient(mailbox, "a/b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Recipient(mailbox, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Recipient(mailbox, "x\r\nBcc: y")).isInstanceOf(IllegalArgumentException.class);
    }
}
