package octavo.render.xhtml;

import static octavo.render.xhtml.Documents.HERE;
import static octavo.render.xhtml.Documents.html;
import static octavo.render.xhtml.Documents.link;
import static octavo.render.xhtml.Documents.paragraph;
import static octavo.render.xhtml.Documents.picture;
import static octavo.render.xhtml.Documents.text;
import static octavo.render.xhtml.Documents.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import octavo.model.Block;
import octavo.model.Inline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanitizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<b>bold</b>|<b>bold</b>",
                "<b>left</b> open <i|<b>left</b> open &lt;i",
                "<script>alert(1)</script>|``",
                "<style>p { color: red }</style>|``",
                "<p onclick=\"x()\" style=\"color: red\">a</p>|<p>a</p>",
                "<a href=\"javascript:x()\">a</a>|a",
                "<a href=\"&#106;avascript:x()\">a</a>|a",
                "<a href=\"../relative\">a</a>|a",
                "<a href=\"xmpp:a@example.org\">a</a>|<a href=\"xmpp:a@example.org\">a</a>",
                "<form action=\"x\"><input name=\"a\">b</form>|b",
                "<svg><script>alert(1)</script></svg>|``",
                "<plaintext>a|a",
                "<textarea>a|a",
                "<select><option>a</select>b|b",
                "<math><mi>x</mi></math>|x",
                "<!-- a remark -->|``",
                "a <!-- open|a",
                "<img src=\"https://e.example/a.png\" alt=\"A map\">|<span class=\"stand-in\"><a href=\"https://e.example/a.png\">A map</a></span>",
                "<img src=\"x\" data-own=\"\u0001\" onerror=\"x()\">|<span class=\"stand-in\">Picture</span>",
                "<img src=\"x\" data-own=\"&#1;\">|<span class=\"stand-in\">Picture</span>",
                "<iframe src=\"https://e.example/v\" title=\"A film\"></iframe>|<span class=\"stand-in\"><a href=\"https://e.example/v\">A film</a></span>",
                "<video><source src=\"https://e.example/v\"></video>|<span class=\"stand-in\"><a href=\"https://e.example/v\">https://e.example/v</a></span>",
                "<abbr title=\"a &amp; b\">ab</abbr>|<abbr title=\"a &amp; b\">ab</abbr>",
                "a&#1;b\u0002c&nbsp;d|abc&#xa0;d",
            })
    void authorsHtmlIsMadeHarmless(String raw, String clean) {
        assertThat(written(new Block.Html(raw, HERE)).strip()).isEqualTo(clean);
    }

    /// In print `running` is the head of a page, and `presentation` a table without structure.
    @Test
    void anAuthorsClassIsNoneOfOurs() {
        assertThat(written(
                        new Block.Html("<p class=\"running x\" role=\"presentation\" epub:type=\"toc\">a</p>", HERE)))
                .isEqualToIgnoringNewLines("<p class=\"author-running author-x\">a</p>");
        assertThat(written(new Block.Html("<i role=\"img\"></i>", HERE), footnoteReference()))
                .contains("<i></i>", "<sup class=\"note-ref\">");
    }

    private static Block footnoteReference() {
        return paragraph(new Inline.NoteReference("n", 1, 1, HERE));
    }

    @Test
    void ourOwnLinksAndPicturesStay() {
        assertThat(written(
                        html("<u>"),
                        link("chapter-2.xhtml#a", text("a")),
                        new Inline.Image(picture("p.png", "A harbour")),
                        new Inline.NoteReference("n", 1, 1, HERE),
                        html("</u>")))
                .isEqualTo("<u><a href=\"chapter-2.xhtml#a\">a</a>"
                        + "<img src=\"https://example.org/p.png\" alt=\"A harbour\" width=\"10\" height=\"20\" />"
                        + "<sup class=\"note-ref\"><a id=\"n-ref\" href=\"#n\" role=\"doc-noteref\">1</a></sup></u>");
    }

    /// Two issues of one book may hold the same id in their HTML, and no heading may lose its own to an author's.
    @Test
    void onlyOurOwnIdsStay() {
        assertThat(written(
                        new Block.Html("<p id=\"a\">x</p>", HERE),
                        new Block.Html("<p id='b' data-own=\"\u0001\">y</p>", HERE),
                        new Block.Heading(2, "a", List.of(text("News")), HERE)))
                .isEqualTo("<p>x</p>\n<p>y</p>\n<h2 id=\"a\">News</h2>\n");
    }

    @Test
    void htmlThatReachesOverBlocksIsClosed() {
        assertThat(written(new Block.Html("<div class=\"box\">", HERE), paragraph(text("inside"))))
                .isEqualTo("<div class=\"author-box\">\n<p>inside</p>\n</div>");
    }
}
