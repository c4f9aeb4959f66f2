package octavo.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our inliner beside the one that most newsletters are made with, npm's `juice` 11: every element comes to the same
/// declarations.
class JuiceTest {
    /// Writes each `N.html` with `N.css` moved into it to `N.out`.
    private static final String SCRIPT = """
            const fs = require('fs'), juice = require('juice');
            for (const file of fs.readdirSync(process.argv[1]).filter((name) => name.endsWith('.css'))) {
              const path = process.argv[1] + '/' + file.slice(0, -4);
              const read = (kind) => fs.readFileSync(path + kind, 'utf8');
              fs.writeFileSync(path + '.out', juice.inlineContent(read('.html'), read('.css')));
            }
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void agreesOnTheTortureSheet() throws Exception {
        Path golden = Path.of("src/test/resources/golden/inliner");
        String css = Files.readString(golden.resolve("sheet.css"));
        String html = Files.readString(golden.resolve("input.html"));
        agrees(List.of("torture sheet"), List.of(new Letter.Inlining(css, html, ours(css, html))));
    }

    @Test
    void agreesOnEveryIssue() throws Exception {
        List<String> names = new ArrayList<>();
        List<Letter.Inlining> inlinings = new ArrayList<>();
        for (Letter letter : Letter.all()) {
            names.add(letter.name());
            inlinings.add(letter.inlining());
        }
        agrees(names, inlinings);
    }

    private void agrees(List<String> names, List<Letter.Inlining> inlinings) throws IOException, InterruptedException {
        for (int i = 0; i < inlinings.size(); i++) {
            Document before = Jsoup.parse(inlinings.get(i).before());
            before.select("style").remove();
            Files.writeString(folder.resolve(i + ".html"), before.outerHtml());
            Files.writeString(folder.resolve(i + ".css"), inlinings.get(i).css());
        }
        Tools.node("juice", SCRIPT, folder.toString());
        for (int i = 0; i < inlinings.size(); i++) {
            Document theirs = Jsoup.parse(Files.readString(folder.resolve(i + ".out")));
            assertThat(String.join(
                            "\n", ComputedStyle.of(Jsoup.parse(inlinings.get(i).after()))))
                    .as(names.get(i))
                    .isEqualTo(String.join("\n", ComputedStyle.of(theirs)));
        }
    }

    private static String ours(String css, String html) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        CssInliner.inline(StyleSheet.parse(css), document);
        return document.outerHtml();
    }
}
