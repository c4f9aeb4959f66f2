package octavo.render.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import octavo.model.Edition;
import octavo.render.Renderer;
import octavo.render.html.HtmlRenderer;
import octavo.render.text.TextRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {
    static List<Letters.Letter> letters() {
        return Letters.all();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void pages(Letters.Letter letter) throws IOException {
        String page = rendered(new HtmlRenderer(), letter.edition());
        assertThat(page).contains("<style>\n:root {");
        // The style sheet is read better where it is written.
        Golden.check(letter.folder(), "page.html", page.replaceFirst("(?s)<style>.*</style>", "<style>…</style>"));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void texts(Letters.Letter letter) throws IOException {
        Golden.check(letter.folder(), "text.txt", rendered(new TextRenderer(), letter.edition()));
    }

    private static String rendered(Renderer renderer, Edition edition) throws IOException {
        Rendering rendering = new Rendering();
        renderer.render(edition, rendering.context(), rendering);
        return rendering.onlyFile();
    }
}
