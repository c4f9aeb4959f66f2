package octavo.email;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import octavo.model.Block;
import octavo.model.Contributor;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Picture;
import octavo.render.RenderContext;

/// An issue whose every word tries to be something else, the same one for the same seed.
///
/// @param edition of that issue
/// @param name of its publication
record HostileLetter(Edition edition, String name, Recipient recipient) {
    static final Map<String, String> OPTIONS = Map.of(
            "from", "letter@news.example",
            "reply-to", "editors@news.example",
            "list-id", "letter.news.example",
            "unsubscribe", "https://lists.news.example/u/{token}",
            "unsubscribe-mailto", "letter-leave@news.example",
            "archive-url", "https://news.example/",
            "help", "mailto:help@news.example");

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
        "<img src=x onerror=alert(1)>",
        "\" onclick=\"alert(1)\" x=\"",
        "' style='background:url(https://spy.example/)' x='",
        "javascript:alert(1)",
        "<a href=\"java&#10;script:alert(1)\">",
        "--></style><style>",
        "]]><![endif]-->",
        "<a@b.example>",
        "\"",
        "\\",
        "(",
        ",",
        ";",
        "${7*7}",
        "<#include \"x\">",
        "é",
        "中文",
        "\ud83d\ude00",
        "\u202e",
        "\u2067",
        "\u0301",
        "\ud800",
        "x".repeat(300),
        "中".repeat(300),
        "word ".repeat(60),
        " "
    };

    private static final EmailRenderer RENDERER = new EmailRenderer();

    static HostileLetter of(int seed) {
        Random random = new Random(seed);
        Samples.Draft draft = new Samples.Draft(
                        Samples.english().language(),
                        "T" + hostile(random),
                        hostile(random),
                        Samples.english().body())
                .with(
                        Samples.paragraph(hostile(random)),
                        figure(hostile(random), hostile(random), hostile(random)),
                        new Block.Html("<p title=\"x" + hostile(random) + "\">" + hostile(random), Samples.HERE),
                        new Block.Paragraph(
                                List.of(Samples.link(hostile(random), "https://x.example/" + hostile(random))),
                                Samples.HERE));
        String greeted = hostile(random).replaceAll("[\\p{Cc}\\u2028\\u2029]", "");
        String name = "N" + hostile(random);
        Edition plain = Samples.edition(draft, name);
        Edition edition = Samples.edition(plain, issue(plain.issues().getFirst(), random), Optional.of(page(random)));
        return new HostileLetter(edition, name, new Recipient(new Mailbox(greeted, "a@example.org"), "token-" + seed));
    }

    /// All that front matter and file names say beside title and summary.
    private static Issue issue(Issue plain, Random random) {
        return new Issue(
                new IssueId("letter/i" + hostile(random) + "x".repeat(random.nextInt(10) == 0 ? 2000 : 0)),
                plain.anchor(),
                plain.language(),
                plain.date(),
                Optional.empty(),
                Optional.empty(),
                plain.title(),
                plain.summary(),
                List.of("A" + hostile(random), "Bcc: thief@example.org\r\nReply-To: thief@example.org"),
                List.of(new Contributor(hostile(random), Contributor.Role.AUTHOR)),
                List.of(hostile(random)),
                List.of(hostile(random)),
                false,
                plain.address(),
                List.of(hostile(random)),
                Optional.empty(),
                List.of(new Issue.Translation(new Language("de"), hostile(random), Optional.of(page(random)))),
                plain.body(),
                plain.footnotes(),
                plain.origin());
    }

    private static String page(Random random) {
        return "https://news.example" + (random.nextInt(4) == 0 ? "" : "/") + hostile(random);
    }

    static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static Block.Figure figure(String alt, String title, String caption) {
        Picture picture = new Picture(
                new Picture.Source.Local("static/a.jpg", "https://news.example/a.jpg"),
                alt,
                Optional.of(title),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Samples.HERE);
        return new Block.Figure(picture, List.of(), List.of(Samples.text(caption)), Optional.empty(), Samples.HERE);
    }

    byte[] message() {
        RenderContext context = new RenderContext(Samples.THEME, new Samples.FakePictures(), _ -> {}, OPTIONS);
        return RENDERER.template(edition, context).forRecipient(recipient);
    }

    /// Whether the issue's page has an address that a header field can hold.
    boolean hasPage() {
        return edition.issues().getFirst().address().flatMap(WebAddress::ascii).isPresent();
    }

    /// What mail programs are to show.
    String expectedTitle() {
        return shown(edition.title());
    }

    String expectedName() {
        return shown(name);
    }

    private static String shown(String text) {
        String carried = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return carried.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
                .replaceAll("[ \\t]+", " ")
                .strip();
    }
}
