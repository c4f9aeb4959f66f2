package octavo.render.xhtml;

import static octavo.render.xhtml.Documents.EVERYTHING;
import static octavo.render.xhtml.Documents.HERE;
import static octavo.render.xhtml.Documents.item;
import static octavo.render.xhtml.Documents.link;
import static octavo.render.xhtml.Documents.list;
import static octavo.render.xhtml.Documents.messages;
import static octavo.render.xhtml.Documents.missing;
import static octavo.render.xhtml.Documents.paragraph;
import static octavo.render.xhtml.Documents.picture;
import static octavo.render.xhtml.Documents.text;
import static octavo.render.xhtml.Documents.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import octavo.model.Block;
import octavo.model.Footnote;
import octavo.model.Inline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XhtmlWriterTest {
    @Test
    void textIsEscaped() {
        assertThat(written(text("<b>&\"'\u0000\uD800"))).isEqualTo("&lt;b&gt;&amp;&quot;'\uFFFD\uFFFD");
    }

    @Test
    void attributesAreEscaped() {
        assertThat(written(link("https://example.org/?a=1&b=\"><script>", text("x"))))
                .isEqualTo("<a href=\"https://example.org/?a=1&amp;b=&quot;&gt;&lt;script&gt;\">x</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JavaScript:alert(1)",
                "java\nscript:alert(1)",
                "\u0001javascript:alert(1)",
                "vbscript:x",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
            })
    void anAddressThatWouldRunIsNoLink(String address) {
        assertThat(written(link(address, text("x")))).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xmpp:room@example.org?join", "mailto:a@example.org", "tel:+49123", "gemini://example.org/"})
    void everyOtherSchemeIsALink(String address) {
        assertThat(written(link(address, text("x")))).isEqualTo("<a href=\"" + address + "\">x</a>");
    }

    @Test
    void aLinkNeverHoldsAnother() {
        assertThat(written(link(
                        "https://a.example/",
                        link("https://b.example/", text("x")),
                        new Inline.Image(missing("gone")))))
                .isEqualTo("<a href=\"https://a.example/\">x<span class=\"stand-in\">gone</span></a>");
        assertThat(written(link("https://a.example/", text("x"), new Inline.NoteReference("n", 1, 1, HERE))))
                .isEqualTo("<a href=\"https://a.example/\">x"
                        + "<sup class=\"note-ref\"><span id=\"n-ref\">1</span></sup></a>");
    }

    @Test
    void aLinkAlwaysHasWords() {
        assertThat(written(link("https://a.example/")))
                .isEqualTo("<a href=\"https://a.example/\">https://a.example/</a>");
        assertThat(written(link("https://a.example/", new Inline.Image(picture("p.png", "")))))
                .contains("alt=\"Picture\"");
    }

    @Test
    void aPictureThatIsNotThereIsItsWordsAndALink() {
        assertThat(written(new Inline.Image(missing("A harbour"))))
                .isEqualTo("<span class=\"stand-in\"><a href=\"https://example.org/gone.png\">A harbour</a></span>");
    }

    @Test
    void aFigureIsLinkedOnce() {
        Block figure = new Block.Figure(
                missing("A harbour"),
                List.of(),
                List.of(text("By night")),
                Optional.of(new octavo.model.Target.Web("https://example.org/more")),
                HERE);
        assertThat(written(figure)).isEqualTo("""
                        <figure class="unavailable">
                        <span class="stand-in"><a href="https://example.org/more">A harbour</a></span>
                        <figcaption>By night</figcaption>
                        </figure>
                        """);
    }

    @Test
    void aParagraphThatIsOneStrongLinkIsACallToAction() {
        Inline link = link("https://a.example/", text("Come"));
        assertThat(written(paragraph(new Inline.Strong(List.of(link)))))
                .isEqualTo(
                        "<p class=\"call-to-action\"><strong><a href=\"https://a.example/\">Come</a></strong></p>\n");
        assertThat(written(paragraph(link("https://a.example/", new Inline.Strong(List.of(text("Come")))))))
                .startsWith("<p class=\"call-to-action\"><a ");
        assertThat(written(paragraph(link), paragraph(new Inline.Strong(List.of(link)), text("!"))))
                .doesNotContain("call-to-action");
    }

    @Test
    void namesThatBeginItemsAreLeads() {
        Block news = list(
                item(paragraph(link("https://a.example/", text("Ada")), text(" has news."))),
                item(paragraph(new Inline.Strong(List.of(text("Ben"))), text(" too."))),
                item(paragraph(text("And "), link("https://c.example/", text("Chi")), text(" follows."))));
        assertThat(written(news)).isEqualTo("""
                        <ul class="news">
                        <li><a class="lead" href="https://a.example/">Ada</a> has news.</li>
                        <li><strong class="lead">Ben</strong> too.</li>
                        <li>And <a href="https://c.example/">Chi</a> follows.</li>
                        </ul>
                        """);
    }

    @Test
    void theSpecificationsFormKnowsNoLeads() {
        Block news = list(
                item(paragraph(link("https://a.example/", text("Ada")), text(" has news."))),
                item(paragraph(link("https://b.example/"), text(" too."))));
        assertThat(XhtmlWriter.verbatim(List.of(news), EVERYTHING, messages("en")))
                .isEqualTo("""
                        <ul>
                        <li><a href="https://a.example/">Ada</a> has news.</li>
                        <li><a href="https://b.example/"></a> too.</li>
                        </ul>
                        """);
    }

    @Test
    void footnotesAreAListOfNotesWithWaysBack() {
        String notes = XhtmlWriter.footnotes(
                List.of(new Footnote("n1", 1, List.of(paragraph(text("A note."))), HERE)), EVERYTHING, messages("de"));
        assertThat(notes).isEqualTo("""
                        <div class="footnotes">
                        <ol>
                        <li>
                        <aside class="footnote" id="n1" role="doc-footnote">
                        <p class="footnote-number"><a href="#n1-ref" role="doc-backlink" aria-label="Anmerkung 1. Zurück zum Text">1</a></p>
                        <p>A note.</p>
                        </aside>
                        </li>
                        </ol>
                        </div>
                        """);
        assertThat(XhtmlWriter.footnotes(List.of(), EVERYTHING, messages("de"))).isEmpty();
    }

    @Test
    void codeRunsLeftToRightInEveryLanguage() {
        Block code = new Block.CodeBlock("java", "int a;\n", HERE);
        assertThat(XhtmlWriter.blocks(List.of(code), EVERYTHING, messages("ar")))
                .isEqualTo("<pre dir=\"ltr\"><code class=\"language-java\">int a;\n</code></pre>\n");
        assertThat(XhtmlWriter.inlines(List.of(new Inline.Code("a")), EVERYTHING, messages("he")))
                .isEqualTo("<code dir=\"ltr\">a</code>");
    }

    @Test
    void lineEndsBetweenIdeographsVanish() {
        List<Inline> lines =
                List.of(text("朝の市が"), new Inline.SoftBreak(), text("開く。"), new Inline.SoftBreak(), text("XMPP"));
        assertThat(XhtmlWriter.inlines(lines, EVERYTHING, messages("ja"))).isEqualTo("朝の市が開く。\nXMPP");
        assertThat(XhtmlWriter.inlines(lines, EVERYTHING, messages("en"))).isEqualTo("朝の市が\n開く。\nXMPP");
    }

    @Test
    void aLabelHoldsNoLinkNoIdAndNoPicture() {
        List<Inline> heading = List.of(
                link("https://a.example/", text("Ada"), new Inline.Emphasis(List.of(text("x")))),
                new Inline.NoteReference("n", 1, 1, HERE),
                new Inline.Image(picture("p.png", " & more")));
        assertThat(XhtmlWriter.label(heading, messages("en"))).isEqualTo("Ada<em>x</em> &amp; more");
    }

    @Test
    void aThousandQuotesAreNoProblem() {
        Block block = paragraph(text("deep"));
        for (int i = 0; i < 1000; i++) {
            block = new Block.Quote(List.of(block), HERE);
        }
        assertThat(written(block)).contains("deep");
    }
}
