package octavo.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import octavo.model.Archive;
import octavo.model.Diagnostic;
import octavo.model.Issue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole sites: where issues lie, which are translations of which, and where the web shows them.
class SiteTest {
    @TempDir
    Path folder;

    private Path root = Path.of("");
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    @BeforeEach
    void realRoot() throws IOException {
        root = folder.toRealPath();
    }

    private Archive read() {
        return ArchiveReader.read(root, Settings.load(root, Map.of(), diagnostics::add), diagnostics::add);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String issue(String title, String date) {
        return "---\ntitle: \"" + title + "\"\ndate: " + date + "\n---\nText.\n";
    }

    private static String line(Issue issue) {
        return issue.id() + " " + issue.language() + " " + issue.address().orElse("-") + " "
                + issue.translations().stream()
                        .map(translation -> translation.language().tag())
                        .toList();
    }

    @Test
    void languagesByContentFolder() throws IOException {
        write("hugo.toml", """
                baseURL = "https://letter.example/sub"
                defaultContentLanguage = "en"
                defaultContentLanguageInSubdir = true
                [languages.en]
                contentDir = "content/en"
                title = "The Letter"
                [languages.de]
                contentDir = "content/de"
                title = "Der Brief"
                """);
        write("content/en/news/march.md", issue("March", "2024-03-05"));
        write("content/de/news/march.md", issue("März", "2024-03-06"));
        Archive archive = read();
        assertThat(archive.issues())
                .extracting(SiteTest::line)
                .containsExactly(
                        "news/march en https://letter.example/sub/en/news/march/ [de]",
                        "news/march de https://letter.example/sub/de/news/march/ [en]");
        assertThat(archive.publication().titles()).containsValue("Der Brief");
    }

    @Test
    void addressesFollowPermalinksSlugsAndBundles() throws IOException {
        write("config/_default/hugo.yaml", "baseURL: https://letter.example/\ndefaultContentLanguage: en\n");
        write("config/_default/languages.yaml", "en: {}\npt-br: {}\n");
        write(
                "config/_default/permalinks.toml",
                "[page]\nnews = \"/:year/:month/:day/:slug/\"\nold = \"/o/:contentbasename\"\n");
        write("content/news/a.md", issue("Tea & Cake: März", "2024-03-05"));
        write("content/news/b.md", issue("B", "2024-03-06").replace("date", "slug: own slug\ndate"));
        write("content/news/c.pt-br.md", issue("C", "2024-03-07").replace("date", "url: /c/\ndate"));
        write("content/news/d.pt-br.md", issue("D", "2024-03-08").replace("date", "url: d.html\ndate"));
        write("content/old/My_File.md", issue("E", "2024-03-09"));
        write("content/letters/spring/index.md", issue("F", "2024-03-10"));
        write("content/letters/spring/index.pt-br.md", issue("F", "2024-03-10"));
        write("content/letters/spring/notes.md", "belongs to the bundle");
        write("content/letters/_index.md", "a section");
        assertThat(read().issues())
                .extracting(SiteTest::line)
                .containsExactly(
                        "news/a en https://letter.example/2024/03/05/tea-cake-märz/ []",
                        "news/b en https://letter.example/2024/03/06/own-slug/ []",
                        "news/c pt-BR https://letter.example/c/ []",
                        "news/d pt-BR https://letter.example/pt-br/d.html []",
                        "old/My_File en https://letter.example/o/my_file/ []",
                        "letters/spring en https://letter.example/letters/spring/ [pt-BR]",
                        "letters/spring pt-BR https://letter.example/pt-br/letters/spring/ [en]");
    }

    @Test
    void translationsByKeyAndByDate() throws IOException {
        write("hugo.json", "{\"languages\": {\"en\": {}, \"de\": {}, \"fr\": {}}}");
        write("content/n/one.md", issue("One", "2024-01-05").replace("date", "translationKey: k\ndate"));
        write("content/n/eins.de.md", issue("Eins", "2024-01-07").replace("date", "translationKey: k\ndate"));
        write("content/n/two.md", issue("Two", "2024-02-05"));
        write("content/n/zwei.de.md", issue("Zwei", "2024-02-05"));
        write("content/n/autre.fr.md", issue("Autre", "2024-02-06"));
        write("content/m/three.fr.md", issue("Trois", "2024-02-05"));
        assertThat(read().issues())
                .extracting(SiteTest::line)
                .containsExactly(
                        "n/one en - [de]",
                        "n/one de - [en]",
                        "m/three fr - []",
                        "n/two de - [en]",
                        "n/two en - [de]",
                        "n/autre fr - []");
    }

    @Test
    void twoOriginalsOfOneDayTakeNoTranslationByGuess() throws IOException {
        write("a.md", issue("A", "2024-02-05"));
        write("b.md", issue("B", "2024-02-05"));
        write("c.de.md", issue("C", "2024-02-05"));
        assertThat(read().issues()).extracting(issue -> issue.id().value()).containsExactly("a", "b", "c");
    }

    @Test
    void aTranslationWithoutCategoriesIsWhatItsOriginalIs() throws IOException {
        write("octavo.toml", "categories = [\"news\"]\nlanguages = [\"en\", \"de\"]\n");
        write("a.md", issue("A", "2024-02-05").replace("date", "categories: [News]\ndate"));
        write("a.de.md", issue("A", "2024-02-05"));
        write("a.fr.md", issue("A", "2024-02-05"));
        write("b.md", issue("B", "2024-02-06"));
        write("README.md", "not an issue");
        assertThat(read().issues()).extracting(SiteTest::line).containsExactly("a de - [en]", "a en - [de]");
    }

    @Test
    void linksOutOfTheArchiveAreNotFollowed() throws IOException {
        Path outside = Files.createTempFile("outside", ".md");
        Files.writeString(outside, "secret");
        write("content/a.md", issue("A", "2024-02-05") + "\n![x](x.png)\n");
        Files.createSymbolicLink(root.resolve("content/b.md"), outside);
        Files.createSymbolicLink(root.resolve("content/x.png"), outside);
        Files.createSymbolicLink(root.resolve("content/loop"), root.resolve("content"));
        assertThat(read().issues()).hasSize(1);
        assertThat(diagnostics).extracting(Diagnostic::code).contains("file-outside", "picture-outside");
    }

    @Test
    void theSameArchiveIsReadTheSameTwice() throws IOException {
        for (int i = 10; i < 40; i++) {
            write("content/i" + i + ".md", issue("I", "2024-02-" + (i % 28 + 10) % 28) + "\n![x](no.png)\n");
        }
        Archive first = read();
        List<Diagnostic> said = List.copyOf(diagnostics);
        diagnostics.clear();
        assertThat(read()).isEqualTo(first);
        assertThat(diagnostics).isEqualTo(said);
    }
}
