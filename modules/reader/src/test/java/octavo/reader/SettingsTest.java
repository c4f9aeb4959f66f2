package octavo.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import octavo.model.CompilationRules;
import octavo.model.Diagnostic;
import octavo.model.IndexRules;
import octavo.model.Language;
import octavo.model.OctavoException;
import octavo.model.Picture;
import octavo.reader.markdown.RawHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path root;

    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Settings load(Map<String, String> environment) {
        return Settings.load(root, environment, diagnostics::add);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void aPlainFolderNeedsNoSettings() {
        Settings settings = load(Map.of());
        assertThat(settings.content()).containsExactly(".");
        assertThat(settings.publication().title()).isEqualTo(root.getFileName().toString());
        assertThat(settings.publication().mainLanguage()).isEqualTo(Language.ENGLISH);
        assertThat(settings.rawHtml()).isEqualTo(RawHtml.ESCAPE);
        assertThat(diagnostics).isEmpty();
    }

    @Test
    void allKeysAreRead() throws IOException {
        write("static/logo.png", "x");
        write("octavo.toml", """
                title = "The Letter"
                publisher = "Somebody"
                licence = "CC-BY-4.0"
                description = "News"
                home = "https://letter.example"
                logo = "static/logo.png"
                content = ["content/blog"]
                categories = ["News"]
                languages = ["en", "pt-br"]
                raw-html = "sanitise"
                typography = false

                [titles]
                de = "Der Brief"

                [compilation]
                year = "covered"
                once.en = ["License"]

                [compilation.omit]
                en = ["Unsubscribe"]

                [shortcodes]
                subscribe = "drop"

                [email]
                list-id = "letter.example"
                dkim = true
                """);
        Settings settings = load(Map.of());
        assertThat(settings.publication().title(new Language("de"))).isEqualTo("Der Brief");
        assertThat(settings.publication().home()).contains("https://letter.example/");
        assertThat(settings.publication().logo().map(Picture::source))
                .contains(new Picture.Source.Local("static/logo.png", "/logo.png"));
        assertThat(settings.languages()).containsExactly(Language.ENGLISH, new Language("pt-BR"));
        assertThat(settings.compilation())
                .isEqualTo(new CompilationRules(
                        CompilationRules.YearBasis.COVERED,
                        Map.of(Language.ENGLISH, List.of("License")),
                        Map.of(Language.ENGLISH, List.of("Unsubscribe"))));
        assertThat(settings.rawHtml()).isEqualTo(RawHtml.SANITISE);
        assertThat(settings.typography()).isFalse();
        assertThat(settings.formats()).isEqualTo(Map.of("email", Map.of("list-id", "letter.example", "dkim", "true")));
    }

    @Test
    void theEnvironmentStandsAboveTheFileAndTheFileAboveTheSite() throws IOException {
        write("hugo.yaml", "title: The site\nbaseURL: https://site.example/\n");
        assertThat(load(Map.of()).publication().title()).isEqualTo("The site");
        write("octavo.toml", "title = \"The file\"\n[email]\nlist-id = \"file\"\n");
        assertThat(load(Map.of()).publication().title()).isEqualTo("The file");
        Settings settings = load(Map.of(
                "OCTAVO_TITLE", "The environment",
                "OCTAVO_LANGUAGES", "de, fr",
                "OCTAVO_EMAIL_LIST_ID", "environment",
                "OCTAVO_COMPILATION_YEAR", "covered",
                "OTHER_TITLE", "not ours"));
        assertThat(settings.publication().title()).isEqualTo("The environment");
        assertThat(settings.publication().home()).contains("https://site.example/");
        assertThat(settings.languages()).containsExactly(new Language("de"), new Language("fr"));
        assertThat(settings.formats().get("email")).containsEntry("list-id", "environment");
        assertThat(settings.compilation().year()).isEqualTo(CompilationRules.YearBasis.COVERED);
    }

    @Test
    void theIndexOfNamesCanBeChangedAndSwitchedOff() throws IOException {
        write("octavo.toml", """
                [compilation.index]
                omit = ["The pier"]
                aliases."The Ferry" = ["https://ferry.example", "Tern Quay ferry"]
                """);
        assertThat(load(Map.of()).compilation().index())
                .isEqualTo(new IndexRules(
                        true,
                        Map.of("The Ferry", List.of("https://ferry.example", "Tern Quay ferry")),
                        List.of("The pier")));
        assertThat(load(Map.of("OCTAVO_COMPILATION_INDEX", "false"))
                        .compilation()
                        .index()
                        .wanted())
                .isFalse();
        write("octavo.toml", "compilation.index = false\n");
        assertThat(load(Map.of()).compilation().index()).isEqualTo(IndexRules.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            titel = "x"                      | octavo.toml:1:1: unknown key 'titel'; did you mean 'title'?
            license = "MIT"                  | octavo.toml:1:1: unknown key 'license'; did you mean 'licence'?
            title = 5                        | octavo.toml:1:1: 'title' takes a text in quotes
            languages = [1, 2]               | octavo.toml:1:1: 'languages' takes a list of texts, such as ["one", "two"]
            typography = "maybe"             | octavo.toml:1:1: 'typography' takes true or false
            raw-html = "yes"                 | octavo.toml:1:1: 'raw-html' takes "escape" or "sanitise"
            compilation.once = "x"           | octavo.toml:1:1: 'compilation.once' takes a table of lists by language, such as en = ["License"]
            compilation.yaer = "covered"     | octavo.toml:1:1: unknown key 'compilation.yaer'; did you mean 'compilation.year'?
            compilation.index = "no"         | octavo.toml:1:1: 'compilation.index' takes true or false, or a table [compilation.index]
            compilation.index.alias = "x"    | octavo.toml:1:1: unknown key 'compilation.index.alias'; did you mean 'compilation.index.aliases'?
            compilation.index.omit = 5       | octavo.toml:1:1: 'compilation.index.omit' takes a list of names and web addresses
            compilation.index.aliases = "x"  | octavo.toml:1:1: 'compilation.index.aliases' takes a table of lists by name, such as "The Ferry" = ["https://ferry.example"]
            shortcodes.x = "remove"          | octavo.toml:1:1: 'shortcodes.x' takes "drop" or "body"
            languages = ["english language"] | octavo.toml:1:1: 'english language' is no language tag such as de or pt-BR
            """)
    void mistakesAreNamedWithTheirPlace(String line, String message) throws IOException {
        write("octavo.toml", line + "\n");
        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(OctavoException.class)
                .hasMessage(message);
    }

    @Test
    void brokenTomlNamesItsPlace() throws IOException {
        write("octavo.toml", "title = \"x\"\ncontent = [\n");
        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(OctavoException.class)
                .hasMessageStartingWith("octavo.toml:");
    }

    @Test
    void keysOfFormatsAreCheckedByWhoKnowsThem() throws IOException {
        write("octavo.toml", "[email]\nlist-id = \"x\"\nfrm = \"y\"\n");
        Settings settings = load(Map.of("OCTAVO_JAVA_OPTS", "-Xmx1g"));
        assertThatThrownBy(() -> settings.checkFormatKeys(Map.of("email", Set.of("from", "list-id"))))
                .isInstanceOf(OctavoException.class)
                .hasMessage("octavo.toml:3:1: unknown key 'email.frm'; did you mean 'email.from'?");
        assertThatThrownBy(() -> settings.checkFormatKeys(Map.of("e-mail", Set.of("from"))))
                .isInstanceOf(OctavoException.class)
                .hasMessage("octavo.toml:1:1: unknown table 'email'; did you mean 'e-mail'?");
        settings.checkFormatKeys(Map.of("email", Set.of("frm", "list-id")));
    }

    @Test
    void aBrokenSiteConfigurationIsReportedAndLeftOut() throws IOException {
        write("config/_default/hugo.toml", "baseURL = \n");
        assertThat(load(Map.of()).publication().home()).isEmpty();
        assertThat(diagnostics).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo("site-configuration");
            assertThat(diagnostic.location().file()).isEqualTo("config/_default/hugo.toml");
        });
    }
}
