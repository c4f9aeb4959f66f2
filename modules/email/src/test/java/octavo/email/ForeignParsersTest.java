package octavo.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import octavo.email.MailPictures.InlinePicture;
import octavo.model.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other programs read in the messages of real issues is what was composed: with pictures by address and inside,
/// in every language.
class ForeignParsersTest {
    /// A line for each message: defects, subject, sender's name and address, text, HTML, and the pictures with their
    /// content ids; in base64, apart by tabs.
    private static final String PYTHON = """
            import base64, email, email.policy, pathlib, sys
            show = lambda value: base64.b64encode(value if isinstance(value, bytes) else value.encode()).decode()
            for file in sorted(pathlib.Path(sys.argv[1]).glob("*.eml")):
                message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
                defects, leaves = [], []
                for part in message.walk():
                    defects += part.defects
                    for value in part.values():
                        defects += value.defects
                    if not part.is_multipart():
                        leaves.append((part.get_content_type(), part.get_content(), part["content-id"]))
                        defects += part.defects
                sender = message["from"].addresses[0]
                text, html = [body for kind, body, _ in leaves if kind.startswith("text/")]
                pictures = [part for part in leaves if part[0].startswith("image/")]
                print(*map(show, [repr(defects), message["subject"], sender.display_name, sender.addr_spec, text, html]),
                      *[show(value) for _, body, name in pictures for value in (name, body)], sep="\\t")
            """;

    private static final String MAILPARSER = """
            const fs = require('fs'), { simpleParser } = require('mailparser');
            const show = (value) => Buffer.from(value).toString('base64');
            (async () => {
              for (const file of fs.readdirSync(process.argv[1]).filter((name) => name.endsWith('.eml')).sort()) {
                const bytes = fs.readFileSync(process.argv[1] + '/' + file);
                const message = await simpleParser(bytes, { skipImageLinks: true });
                const sender = message.from.value[0];
                const pictures = message.attachments.flatMap((picture) => [picture.contentId, picture.content]);
                console.log(['[]', message.subject, sender.name, sender.address, message.text, message.html, ...pictures]
                    .map(show).join('\\t'));
              }
            })();
            """;

    private static final List<Composed> ALL = new ArrayList<>();

    @TempDir
    Path folder = Path.of("");

    /// What is in a message, whoever read it.
    private record Read(
            String subject, String name, String address, String text, String html, Map<String, String> pictures) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    private record Composed(String name, byte[] message, Read read) {}

    /// What is put into a message comes out of it: the texts and pictures of a real one, put together once more.
    @Test
    void angusReadsWhatWasComposed() throws Exception {
        for (Composed composed : ALL) {
            Read read = composed.read();
            InternetAddress from =
                    (InternetAddress) Parsed.message(composed.message()).getFrom()[0];
            assertThat(Parsed.message(composed.message()).getSubject()).isEqualTo(read.subject());
            assertThat(from.getPersonal()).isEqualTo(read.name());
            assertThat(from.getAddress()).isEqualTo(read.address());
            Parsed.assertSound(composed.message());

            String text = Parsed.text(composed.message());
            String html = Parsed.html(composed.message());
            List<InlinePicture> pictures = Parsed.pictureParts(composed.message());
            Slot.Marks marks = Slot.Marks.of(text);
            byte[] again = MessageComposer.compose(
                            new HeaderFields().addText("Subject", read.subject()),
                            EncodedText.of(text, marks),
                            EncodedText.of(html, marks),
                            pictures,
                            List.of(),
                            Language.ENGLISH,
                            marks,
                            new MessageTemplate.Identity("key", "news.example", MessageTemplate.NAME))
                    .forRecipient(Recipient.STAND_IN);
            assertThat(Parsed.text(again)).as(composed.name()).isEqualTo(text);
            assertThat(Parsed.html(again)).as(composed.name()).isEqualTo(html);
            assertThat(Parsed.pictures(again)).as(composed.name()).isEqualTo(read.pictures());
        }
    }

    @Test
    void pythonReadsWhatWasComposed() throws Exception {
        List<Composed> written = written();
        compare(written, Tools.python("-c", PYTHON, folder.toString()));
    }

    @Test
    void mailparserReadsWhatWasComposed() throws Exception {
        List<Composed> written = written();
        compare(written, Tools.node("mailparser", MAILPARSER, folder.toString()));
    }

    private static void compare(List<Composed> written, List<String> lines) {
        assertThat(lines).hasSameSizeAs(written);
        for (int i = 0; i < lines.size(); i++) {
            List<String> fields = List.of(lines.get(i).split("\t", -1));
            List<String> found = fields.subList(0, 6).stream()
                    .map(ForeignParsersTest::decoded)
                    .toList();
            Map<String, String> pictures = new HashMap<>();
            for (int j = 6; j < fields.size(); j += 2) {
                pictures.put(decoded(fields.get(j)), Hashes.hex(16, fields.get(j + 1)));
            }
            assertThat(found.getFirst())
                    .as("defects of " + written.get(i).name())
                    .isEqualTo("[]");
            Read expected = written.get(i).read();
            Read read = new Read(
                    found.get(1), found.get(2), found.get(3), even(found.get(4)), even(found.get(5)), pictures);
            assertThat(read.text()).as(written.get(i).name()).isEqualTo(expected.text());
            assertThat(read.html()).as(written.get(i).name()).isEqualTo(expected.html());
            assertThat(read).as(written.get(i).name()).isEqualTo(expected);
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    /// Parsers count the line ends at the end differently.
    private static String even(String text) {
        return text.replace("\r\n", "\n").stripTrailing();
    }

    private List<Composed> written() throws IOException {
        for (int i = 0; i < ALL.size(); i++) {
            Files.write(folder.resolve(String.format("%04d.eml", i)), ALL.get(i).message());
        }
        return ALL;
    }

    @BeforeAll
    static void compose() throws Exception {
        for (Letter letter : Letter.all()) {
            ALL.add(composed(letter));
            ALL.add(composed(letter.with("inline-images", "true")));
        }
        assertThat(ALL).anyMatch(composed -> composed.read().pictures().size() > 1);
    }

    private static Composed composed(Letter letter) throws Exception {
        byte[] message = letter.message();
        Mailbox from = Mailbox.parse(letter.context().option("from").orElseThrow());
        Read read = new Read(
                letter.edition().issues().getFirst().title(),
                from.name(),
                from.address(),
                even(Parsed.text(message)),
                even(Parsed.html(message)),
                Parsed.pictures(message));
        return new Composed(letter.name(), message, read);
    }
}
