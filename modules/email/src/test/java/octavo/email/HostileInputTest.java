package octavo.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import octavo.model.Block;
import octavo.model.OctavoException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// Whatever stands in a title, a name, an address or a caption, a message has the header fields and the
/// parts that it was made with.
class HostileInputTest {
    private static final String[] PIECES = {
        "\r\n",
        "\n",
        "\r",
        "\0",
        "\u0085",
        "\u2028",
        "Bcc: thief@example.org",
        "\r\n\r\n<html>",
        "--=_",
        "=?UTF-8?Q?=0D=0ABcc:_x?=",
        "Content-Type: text/html",
        "\r\n.\r\n",
        "From ",
        "<script>alert(1)</script>",
        "<a@b.example>",
        "\"",
        "\\",
        "${7*7}",
        "<#include \"x\">",
        "é",
        "中文",
        "\ud83d\ude00",
        "\u202e",
        "\u0301",
        "\ud800",
        "x".repeat(300),
        " "
    };

    @Test
    void noHeaderFieldAndNoPartCanBeForged() throws Exception {
        List<String> names = names(Samples.message(Samples.english()));
        Random random = new Random(20250505);
        for (int run = 0; run < 60; run++) {
            Samples.Draft draft = new Samples.Draft(
                            Samples.english().language(),
                            "T" + hostile(random),
                            hostile(random),
                            Samples.english().body())
                    .with(
                            Samples.paragraph(hostile(random)),
                            Samples.figure("a.jpg", hostile(random)),
                            new Block.Paragraph(
                                    List.of(Samples.link(hostile(random), "https://x.example/" + hostile(random))),
                                    Samples.HERE));
            byte[] bytes = Samples.message(draft);

            assertThat(names(bytes)).isEqualTo(names);
            assertThat(Parsed.tree(bytes)).containsExactly("multipart/alternative", "text/plain", "text/html");
            assertThat(Jsoup.parse(Parsed.html(bytes)).select("script")).isEmpty();
            Parsed.assertSound(bytes);
        }
    }

    @Test
    void titlesComeBackAsTheyWere() throws Exception {
        for (String title : List.of(
                "Grüße aus 東京 – ".repeat(20).strip(),
                "=?UTF-8?Q?a?=",
                "x".repeat(2000),
                "a  b",
                "\ud83d\ude00".repeat(60))) {
            assertThat(Parsed.message(Samples.message(Samples.english().titled(title)))
                            .getSubject())
                    .isEqualTo(title);
        }
    }

    @Test
    void hostileNamesOfRecipientsStayNames() throws Exception {
        Random random = new Random(7);
        MessageTemplate template = Samples.template(Samples.english(), Samples.OPTIONS, new ArrayList<>());
        for (int run = 0; run < 60; run++) {
            String name = hostile(random).replaceAll("\\p{Cntrl}", "");
            byte[] bytes = template.forRecipient(new Recipient(new Mailbox(name, "a@example.org"), "t"));

            assertThat(names(bytes)).isEqualTo(names(template.forRecipient(Recipient.STAND_IN)));
            Parsed.assertSound(bytes);
        }
    }

    @Test
    void optionsCannotCarryLineEndsIntoHeaders() {
        for (String key : List.of("from", "reply-to", "list-id", "unsubscribe", "archive-url", "help")) {
            Map<String, String> options = new HashMap<>(Samples.OPTIONS);
            options.put(key, "https://a.example/{token}\r\nBcc: b@example.org");
            assertThatThrownBy(() -> Samples.message(Samples.english(), options, new ArrayList<>()))
                    .isInstanceOf(OctavoException.class)
                    .hasMessageNotContaining("\n");
        }
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static List<String> names(byte[] bytes) throws Exception {
        MimeMessage message = Parsed.message(bytes);
        return Collections.list(message.getAllHeaders()).stream()
                .map(header -> header.getName())
                .toList();
    }
}
