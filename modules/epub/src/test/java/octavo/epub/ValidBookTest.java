package octavo.epub;

import static octavo.epub.SampleEditions.HERE;
import static octavo.epub.SampleEditions.edition;
import static octavo.epub.SampleEditions.figure;
import static octavo.epub.SampleEditions.heading;
import static octavo.epub.SampleEditions.issue;
import static octavo.epub.SampleEditions.single;
import static octavo.epub.SampleEditions.text;
import static octavo.epub.SampleEditions.webLink;
import static octavo.epub.SampleEditions.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import octavo.model.Block;
import octavo.model.Diagnostic;
import octavo.model.Edition;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Period;
import octavo.model.Picture;
import octavo.model.Publication;
import octavo.model.Target;
import org.junit.jupiter.api.Test;

/// epubcheck has nothing against any book, whatever the edition holds.
class ValidBookTest {
    @Test
    void aYearOfEverything() throws IOException {
        Rendering book = Rendering.of(SampleEditions.year());

        assertThat(book.complaints()).isEmpty();
        assertThat(book.diagnostics()).isEmpty();
    }

    /// Authors' HTML may hold the same id in several issues, or a heading's, or a note's.
    @Test
    void idsOfAuthorsHtmlMeetNobodysElse() throws IOException {
        Block raw = new Block.Html("<p id=\"news\">A</p><p id=\"january\">B</p><p id=\"colophon\">C</p>", HERE);
        Rendering book = Rendering.of(edition(
                Edition.Kind.COMPILATION,
                "letter",
                "Letter",
                Language.ENGLISH,
                List.of(
                        issue("1", "january", Language.ENGLISH, "One", List.of(heading(2, "news", "News"), raw)),
                        issue("2", "february", Language.ENGLISH, "Two", List.of(raw, heading(2, "news-1", "News"))))));

        assertThat(book.complaints()).isEmpty();
        assertThat(book.file("1.xhtml")).contains("<p>A</p><p>B</p><p>C</p>", "id=\"news\"");
        assertThat(book.file("2.xhtml")).contains("<p>A</p><p>B</p><p>C</p>", "id=\"news-1\"");
    }

    @Test
    void movingPicturesKept() throws IOException {
        Rendering book = Rendering.of(SampleEditions.year(), Map.of("animation", "keep"));

        assertThat(book.complaints()).isEmpty();
        assertThat(book.file("package.opf")).contains("image/gif", "schema:accessibilityHazard\">unknown<");
    }

    @Test
    void rightToLeft() throws IOException {
        Rendering book =
                Rendering.of(single(new Language("ar"), "رسالة الميناء — The Letter", SampleEditions.bodyOfAll("a")));

        assertThat(book.complaints()).isEmpty();
        assertThat(book.file("package.opf")).contains("page-progression-direction=\"rtl\"", "dir=\"rtl\"");
        assertThat(book.file("one.xhtml")).contains("lang=\"ar\" dir=\"rtl\"");
    }

    @Test
    void japanese() throws IOException {
        Language japanese = new Language("ja");
        Issue issue = issue("便り/二月", "二月", japanese, "港だより二月号", List.of(heading(2, "見出し", "お知らせ"), words("本文。")));
        Rendering book =
                Rendering.of(edition(Edition.Kind.COMPILATION, "tayori", "港だより", japanese, List.of(issue, issue)));

        assertThat(book.complaints()).isEmpty();
        assertThat(book.file("nav.xhtml")).contains("#見出し", "お知らせ");
    }

    @Test
    void addressesThatNoBookCanLinkTo() throws IOException {
        List<String> addresses = List.of(
                "https://example.org/a#b#c",
                "https://example.org/a b",
                "http://",
                "https://exa%ZZmple.org/",
                "https://example.org/%zz",
                "https://example.org:99999/",
                "//example.org/",
                "/from/the/root",
                "page.html",
                "../../etc/passwd",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "data:text/html,x",
                "http:///path",
                "https://[::1",
                "mailto:",
                "https://example.org/\u0001",
                "gemini://example.org/",
                "#",
                "");
        Rendering book = linking(addresses);

        assertThat(book.complaints()).isEmpty();
        assertThat(book.file("one.xhtml").split("<p>the words</p>", -1)).hasSize(addresses.size() + 1);
        assertThat(book.diagnostics())
                .hasSize(addresses.size())
                .extracting(Diagnostic::code)
                .containsOnly("link-invalid");
    }

    @Test
    void addressesThatABookLinksTo() throws IOException {
        List<String> addresses = List.of(
                "https://example.org/a?b=c&d=%20#e",
                "https://例え.example/道?問=答",
                "http://a_b.example.org/",
                "https://user@example.org:8443/",
                "xmpp:room@muc.example.org?join",
                "mailto:a@example.org?subject=b%20c",
                "tel:+1-201-555-0123",
                "https://example.org/a(b)'c;d,e~f*g!",
                "HTTPS://EXAMPLE.ORG/");
        Rendering book = linking(addresses);

        assertThat(book.complaints()).isEmpty();
        assertThat(book.file("one.xhtml").split(">the words</a>", -1)).hasSize(addresses.size() + 1);
        assertThat(book.diagnostics()).isEmpty();
    }

    private static Rendering linking(List<String> addresses) throws IOException {
        List<Block> body = addresses.stream()
                .map(address -> (Block) new Block.Paragraph(List.of(webLink(address, "the words")), HERE))
                .toList();
        return Rendering.of(single(Language.ENGLISH, "Links", body));
    }

    @Test
    void hostile() throws IOException {
        String control = "bell\u0007 null\u0000 surrogate\ud800 \uffff";
        List<Block> body = List.of(
                heading(2, "same", "The page's own id"),
                heading(2, "twice", "Twice"),
                heading(2, "", "No id"),
                heading(2, "once", "Once"),
                heading(2, "twice", "Twice"),
                heading(2, "a b%20\"<>#", control),
                heading(2, "empty", ""),
                heading(3, "below", "Below an empty one"),
                words(control),
                new Block.Paragraph(
                        List.of(
                                new Inline.Link(
                                        new Target.Internal("a b%20\"<>#"),
                                        Optional.empty(),
                                        List.of(text("odd id")),
                                        HERE),
                                new Inline.Link(
                                        new Target.Internal("nowhere"),
                                        Optional.empty(),
                                        List.of(text("nowhere")),
                                        HERE),
                                new Inline.Link(
                                        new Target.Written("x"), Optional.empty(), List.of(text("unresolved")), HERE),
                                new Inline.Link(
                                        new Target.Web("https://example.org/"),
                                        Optional.of(control),
                                        List.of(
                                                new Inline.Image(Picture.of(
                                                        new Picture.Source.Remote("https://example.net/x.png"),
                                                        "",
                                                        HERE)),
                                                webLink("https://example.org/inner", "link in a link")),
                                        HERE)),
                        HERE),
                figure(new Picture.Source.Missing("no address at all"), control),
                figure(new Picture.Source.Local("static/missing.png", "/x"), ""),
                new Block.Table(List.of(Block.Table.Alignment.NONE), List.of(List.of()), List.of(), HERE));
        Issue bare = new Issue(
                new IssueId("../?&"),
                "same",
                Language.ENGLISH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                " ",
                Optional.of(control),
                List.of("", control),
                List.of(),
                List.of(" "),
                List.of(),
                false,
                Optional.of("not an address"),
                List.of(),
                Optional.empty(),
                List.of(),
                body,
                List.of(),
                HERE);
        Publication nameless = new Publication(
                "",
                Map.of(),
                Optional.of(" "),
                Optional.of(""),
                Optional.of(""),
                Optional.of("nowhere"),
                Optional.empty(),
                Language.ENGLISH);
        Edition edition = new Edition(
                Edition.Kind.COMPILATION,
                nameless,
                "x",
                "",
                Language.ENGLISH,
                new Period.Chosen(Optional.empty(), Optional.empty()),
                List.of(bare, bare),
                List.of(),
                Optional.empty());
        Rendering book = Rendering.of(edition);

        assertThat(book.complaints()).isEmpty();
        assertThat(book.file("nav.xhtml")).contains("Below an empty one").doesNotContain("\u0007");
    }

    @Test
    void anEditionWithoutIssues() throws IOException {
        assertThat(Rendering.of(edition(Edition.Kind.COMPILATION, "none", "None", Language.ENGLISH, List.of()))
                        .complaints())
                .isEmpty();
    }

    /// epubcheck needs half a minute for five thousand; what could go wrong goes wrong with five hundred.
    @Test
    void manyHeadings() throws IOException {
        assertThat(headings(500).complaints()).isEmpty();
        assertThat(headings(5_000).file("toc.ncx").split("<navPoint ", -1)).hasSizeGreaterThan(3_000);
    }

    private static Rendering headings(int count) throws IOException {
        List<Block> body = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            body.add(heading(2 + i % 4, "h" + i, "Heading " + i));
        }
        return Rendering.of(single(Language.ENGLISH, "Many", body));
    }

    @Test
    void rawHtml() throws IOException {
        List<Block> body = Stream.of(
                        "<p id=\"x y\">a<br>b</p>",
                        "<a href=\"#nowhere\">c</a><a href=\"javascript:alert(1)\">d</a>",
                        "<img src=\"https://example.net/spy.png\" alt=\"e\">",
                        "<table><tr><td>f</td></tr></table>")
                .map(html -> (Block) new Block.Html(html, HERE))
                .toList();
        Rendering book = Rendering.of(single(Language.ENGLISH, "Raw", body));

        assertThat(book.complaints()).isEmpty();
        assertThat(book.file("one.xhtml"))
                .doesNotContain("<img", "javascript", "nowhere")
                .contains("<a href=\"https://example.net/spy.png\">e</a>");
    }
}
