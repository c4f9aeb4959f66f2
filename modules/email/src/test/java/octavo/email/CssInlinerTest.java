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

    @Test
    void aSheetThatIsNoCssIsSaid() {
        assertThatThrownBy(() -> StyleSheet.parse("p { color: red; } } {{ @@"))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("style sheet for email");
    }

    private static String inlined(String css, String html) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        CssInliner.inline(StyleSheet.parse(css), document);
        return document.outerHtml();
    }
}
