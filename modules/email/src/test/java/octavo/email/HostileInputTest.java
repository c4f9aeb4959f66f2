package octavo.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import octavo.email.dkim.Algorithm;
import octavo.email.dkim.Dkim;
import octavo.email.dkim.DkimKey;
import octavo.email.dkim.DkimSigner;
import octavo.email.dkim.Signatory;
import octavo.model.OctavoException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever stands in a title, a name, an author, an address or a caption, a message has the header fields and the
/// parts that it was made with.
class HostileInputTest {
    private static final int SEEDS = 300;

    @Test
    void noHeaderFieldAndNoPartCanBeForged() throws Exception {
        List<String> names = names(Samples.message(Samples.english(), HostileLetter.OPTIONS, new ArrayList<>()));
        for (int seed = 0; seed < SEEDS; seed++) {
            HostileLetter letter = HostileLetter.of(seed);
            byte[] bytes = letter.message();

            assertThat(names(bytes))
                    .as("seed %d", seed)
                    .isEqualTo(letter.hasPage() ? names : without("Archived-At", names));
            assertThat(Parsed.tree(bytes)).containsExactly("multipart/alternative", "text/plain", "text/html");
            assertHarmless(Parsed.html(bytes));
            Parsed.assertSound(bytes);
        }
    }

    /// Nothing runs, nothing is loaded but pictures, no link leads to a script.
    private static void assertHarmless(String html) {
        Document document = Jsoup.parse(html);
        assertThat(document.select("script, iframe, object, embed, form, input, svg, link, base, meta[http-equiv]"))
                .isEmpty();
        assertThat(document.select("style")).hasSizeLessThanOrEqualTo(2);
        for (Element element : document.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).as(element.cssSelector()).doesNotStartWith("on");
                if (attribute.getKey().equals("href") || attribute.getKey().equals("src")) {
                    assertThat(attribute.getValue()).matches("(?s)(https?:|mailto:|xmpp:|cid:|#).*");
                }
                if (attribute.getKey().equals("style")) {
                    assertThat(attribute.getValue()).doesNotContain("url(");
                }
            }
        }
    }

    @Test
    void whatIsHostileComesBackAsText() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            HostileLetter letter = HostileLetter.of(seed);
            MimeMessage message = Parsed.message(letter.message());

            assertThat(oneSpace(message.getSubject())).as("seed %d", seed).isEqualTo(letter.expectedTitle());
            InternetAddress from = (InternetAddress) message.getFrom()[0];
            assertThat(from.getAddress()).isEqualTo("letter@news.example");
            assertThat(oneSpace(String.valueOf(from.getPersonal()))).isEqualTo(letter.expectedName());
            assertThat(message.getAllRecipients()).hasSize(1);
            assertThat(Parsed.unfolded(message, "List-Id")).endsWith("<letter.news.example>");
        }
    }

    /// No author is the sender, nor gets the answers, and the list stays the same one.
    @Test
    void fieldsThatAnIssueHasNoPartInStayTheSame() throws Exception {
        MessageTemplate plain = Samples.template(Samples.english(), HostileLetter.OPTIONS, new ArrayList<>());
        int pages = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            HostileLetter letter = HostileLetter.of(seed);
            byte[] bytes = letter.message();
            MimeMessage message = Parsed.message(bytes);
            byte[] expected = plain.forRecipient(letter.recipient());

            assertThat(Parsed.fields(bytes, UNTOUCHED))
                    .as("seed %d", seed)
                    .isEqualTo(Parsed.fields(expected, UNTOUCHED));
            assertThat(Parsed.unfolded(message, "Feedback-ID")).matches("[A-Za-z0-9_-]*:en:newsletter:[a-z0-9]{12}");
            if (letter.hasPage()) {
                assertThat(message.getHeader("Archived-At"))
                        .singleElement()
                        .asString()
                        .matches(PAGE);
                pages++;
            }
        }
        assertThat(pages).isGreaterThan(SEEDS / 2);
    }

    /// An address in angle brackets, without a space, a quotation mark or a bracket inside.
    private static final String PAGE = "<https://news\\.[!-~&&[^<>\"\\\\]]+>";

    private static final Set<String> UNTOUCHED = Set.of(
            "Reply-To",
            "Date",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "List-Post",
            "List-Archive",
            "List-Help",
            "Content-Language",
            "Precedence",
            "MIME-Version");

    @Test
    void signaturesHoldWhateverIsSigned() {
        DkimKey key = DkimKey.generate(Algorithm.ED25519);
        DkimSigner signer = new DkimSigner(List.of(new Signatory("news.example", "s", key)));
        Map<String, String> records = Map.of("s", "v=DKIM1; k=ed25519; p=" + key.publicText());
        for (int seed = 0; seed < 30; seed++) {
            byte[] signed = signer.sign(HostileLetter.of(seed).message());
            assertThat(Dkim.verified(signed, records)).as("seed %d", seed).containsExactly("s");
        }
    }

    /// What Python's parser notes, which many programs on the way are built on; skips itself without Python.
    @Test
    void pythonFindsNoDefect(@TempDir Path folder) throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            Files.write(
                    folder.resolve(String.format("%03d.eml", seed)),
                    HostileLetter.of(seed).message());
        }
        List<String> lines = Tools.python("-c", PARSE, folder.toString());
        assertThat(lines).hasSize(SEEDS);
        for (int seed = 0; seed < SEEDS; seed++) {
            String[] found = lines.get(seed).split("\t", -1);
            assertThat(found[0]).as("defects of seed %d", seed).isEmpty();
            String subject = new String(HexFormat.of().parseHex(found[1]), StandardCharsets.UTF_8);
            assertThat(oneSpace(subject))
                    .as("seed %d", seed)
                    .isEqualTo(HostileLetter.of(seed).expectedTitle());
        }
    }

    private static final String PARSE = """
            import email, email.policy, pathlib, sys
            for file in sorted(pathlib.Path(sys.argv[1]).iterdir()):
                message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
                defects = []
                for part in message.walk():
                    defects += part.defects
                    for value in part.values():
                        defects += value.defects
                    if not part.is_multipart():
                        part.get_content()
                        defects += part.defects
                print(*map(repr, defects), sep=" ", end="\\t")
                print(message["subject"].encode("utf-8", "replace").hex())
            """;

    private static String oneSpace(String text) {
        return text.replaceAll("[ \t]+", " ").strip();
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
        for (int run = 0; run < SEEDS; run++) {
            String name = HostileLetter.hostile(random).replaceAll("[\\p{Cc}\\u2028\\u2029]", "");
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

    /// A setting is refused with its name, or carried without harm.
    @Test
    void noSettingForgesAnything() throws Exception {
        Map<String, String> beginnings = Map.of(
                "from", "News",
                "reply-to", "News",
                "list-id", "letter",
                "unsubscribe", "https://lists.news.example/u/{token}/",
                "unsubscribe-mailto", "leave",
                "archive-url", "https://news.example/",
                "help", "https://news.example/help?",
                "postal", "Rope Walk");
        Map<String, String> ends = Map.of(
                "from", " <letter@news.example>",
                "reply-to", " <letter@news.example>",
                "list-id", ".news.example",
                "unsubscribe-mailto", "@news.example");
        Random random = new Random(11);
        int carried = 0;
        for (String key : new TreeSet<>(beginnings.keySet())) {
            Map<String, String> options = new HashMap<>(Samples.OPTIONS);
            options.put(key, beginnings.get(key) + ends.getOrDefault(key, ""));
            List<String> names = names(Samples.message(Samples.english(), options, new ArrayList<>()));
            for (int run = 0; run < 40; run++) {
                options.put(key, beginnings.get(key) + HostileLetter.hostile(random) + ends.getOrDefault(key, ""));
                try {
                    byte[] bytes = Samples.message(Samples.english(), options, new ArrayList<>());
                    assertThat(names(bytes)).as(options.get(key)).isEqualTo(names);
                    assertHarmless(Parsed.html(bytes));
                    Parsed.assertSound(bytes);
                    carried++;
                } catch (OctavoException e) {
                    assertThat(e).hasMessageContaining(key).hasMessageNotContaining("\n");
                }
            }
        }
        assertThat(carried).isGreaterThan(40);
    }

    private static List<String> without(String name, List<String> names) {
        return names.stream().filter(other -> !other.equals(name)).toList();
    }

    private static List<String> names(byte[] bytes) throws Exception {
        MimeMessage message = Parsed.message(bytes);
        return Collections.list(message.getAllHeaders()).stream()
                .map(header -> header.getName())
                .toList();
    }
}
