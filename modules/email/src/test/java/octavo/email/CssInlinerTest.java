package octavo.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import octavo.model.OctavoException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CssInlinerTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/inliner");

    @Test
    void theCascadeOfATortureSheet() throws IOException {
        String inlined =
                inlined(Files.readString(GOLDEN.resolve("sheet.css")), Files.readString(GOLDEN.resolve("input.html")));
        if (Boolean.getBoolean("golden.accept")) {
            Files.writeString(GOLDEN.resolve("expected.html"), inlined);
        }
        assertThat(inlined).isEqualTo(Files.readString(GOLDEN.resolve("expected.html")));
    }

    @Test
    void aShorthandThatWinsStandsBehindWhatItOverrides() {
        assertThat(inlined("p { margin-top: 1px } p { margin: 2px }", "<p>a</p>"))
                .contains("<p style=\"margin-top:1px;margin:2px\">");
        assertThat(inlined("p { margin-top: 1px !important } p { margin: 2px }", "<p>a</p>"))
                .contains("<p style=\"margin:2px;margin-top:1px\">");
    }

    @Test
    void negationWeighsAsItsArgument() {
        assertThat(inlined("p:not(#x) { color: red } p.a { color: blue }", "<p class=a>a</p>"))
                .contains("color:red");
    }

    /// Where juice 11 is not right; by what browsers do.
    @Test
    void pseudoClassesWeighAsClassesAndQuotesStay() {
        assertThat(inlined("p:first-child { color: red } p.a { color: blue }", "<p class=a>a</p>"))
                .contains("color:blue");
        assertThat(inlined("p:first-child { color: red } p { color: blue }", "<p class=a>a</p>"))
                .contains("color:red");
        assertThat(inlined("body p:first-child { color: red } p.a { color: blue }", "<p class=a>a</p>"))
                .contains("color:red");
        assertThat(inlined("p { font-family: \"A 'B'\" }", "<p>a</p>")).contains("font-family:&quot;A 'B'&quot;");
        assertThat(inlined(":is(p, #x) { color: red } p.a:where(#x, p) { color: blue }", "<p class=a>a</p>"))
                .contains("color:red");
    }

    @Test
    void whatOldClientsFallBackToStaysBeforeWhatNewOnesTake() {
        assertThat(inlined(
                        "p { color: red; color: rgba(0, 0, 0, .5); margin: 0 } .a { margin: 1px }", "<p class=a>a</p>"))
                .contains("color:red;color:rgba(0,0,0,.5);margin:1px");
        assertThat(inlined("p { color: red } p { color: blue }", "<p>a</p>")).doesNotContain("red");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(inlined("@import url(https://x.example/a.css); p { margin: 0 }", "<p>a</p>"))
                .contains("margin:0")
                .doesNotContain("x.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p { color: red; }\n} {{ @@",
                "b { margin: 0 }\np { color red; margin: 0 }",
                "b { margin: 0 }\np { color: ; margin: 0 }",
                "b { margin: 0 }\np >> b { margin: 0 }",
                "@media print { b { margin: 0 }\np { margin } }",
                "b { margin: 0 }\np { margin: 0",
            })
    void aSheetThatIsNoCssIsSaidWithThePlace(String css) {
        assertThatThrownBy(() -> StyleSheet.parse(css))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("style sheet for email")
                .hasMessageContaining("at line 2, column ")
                .hasMessageNotContaining("\n");
    }

    private static String inlined(String css, String html) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        CssInliner.inline(StyleSheet.parse(css), document);
        return document.outerHtml();
    }
}
