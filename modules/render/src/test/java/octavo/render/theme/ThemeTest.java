package octavo.render.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import octavo.model.Language;
import octavo.model.OctavoException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {
    @TempDir
    private Path dir;

    private Path own;

    @BeforeEach
    void makeTheme() throws IOException {
        own = Files.createDirectories(dir.resolve("own"));
    }

    @Test
    void templatesSeeDataTokensAndWords() throws IOException {
        assertThat(rendered(
                        "t.html",
                        "${name} ${tokens.paper} ${words.contents} ${say(\"page-of\", 3, \"12\")} ${language} ${direction}",
                        Map.of("name", "<b>")))
                .isEqualTo("&lt;b&gt; #ffffff Inhalt 3 von 12 de ltr");
    }

    @Test
    void valuesAreEscapedAfterTheFilesKind() throws IOException {
        assertThat(rendered("t.xhtml", "${v}", Map.of("v", "<'"))).isEqualTo("&lt;&apos;");
        assertThat(rendered("t.css", "${v}", Map.of("v", "<'"))).isEqualTo("<'");
        assertThat(rendered("t.html", "${v?no_esc}", Map.of("v", "<b>x</b>"))).isEqualTo("<b>x</b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.io.File\", \"/\")}",
                "${name.class}",
                "${name?api.getClass()}",
                "${list.getClass()}",
                "<#include \"../secret.txt\">",
                "<#include \"/../secret.txt\">",
                "<#include \"file:///etc/passwd\">",
                "<#include \"https://e.example/x.html\">",
                "<#import \"../../secret.txt\" as x>",
            })
    void templatesReachNothingElse(String template) throws IOException {
        Files.writeString(dir.resolve("secret.txt"), "secret");
        assertThatThrownBy(() -> rendered("t.html", template, Map.of("name", "x", "list", List.of("x"))))
                .isInstanceOf(OctavoException.class);
    }

    @Test
    void arbitraryObjectsAreNoData() {
        assertThatThrownBy(() -> rendered("t.html", "${v}", Map.of("v", dir))).isInstanceOf(OctavoException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n  ${missing}", "a\n  <#if", "a\n  ${say(\"no-such-word\")}", "a\n  ${words.nothing}"})
    void aBrokenTemplateIsNamedWithItsPlace(String template) {
        assertThatThrownBy(() -> rendered("t.html", template, Map.of()))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining(own.resolve("t.html") + ":2:")
                .hasMessageContaining("Correct it there")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aBrokenIncludedFileIsNamedItself() throws IOException {
        Files.writeString(own.resolve("part.html"), "\n\n${missing}");
        assertThatThrownBy(() -> rendered("t.html", "<#include \"part.html\">", Map.of()))
                .hasMessageContaining(own.resolve("part.html") + ":3:");
    }

    @Test
    void aMissingTemplateIsNamed() {
        assertThatThrownBy(() -> theme().render("web/none.html", Language.ENGLISH, Map.of()))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("web/none.html")
                .hasMessageContaining("octavo theme export");
    }

    @Test
    void aThemeNeedsOnlyTheKeysItChanges() throws IOException {
        Files.createDirectories(own.resolve("shared/messages"));
        Files.writeString(own.resolve("shared/tokens.properties"), "accent = #0b5d4a");
        Files.writeString(own.resolve("shared/messages/de.properties"), "contents = Übersicht");
        assertThat(theme().tokens()).containsEntry("accent", "#0b5d4a").containsEntry("paper", "#ffffff");
        assertThat(theme().messages(new Language("de")).text("contents")).isEqualTo("Übersicht");
        assertThat(theme().messages(new Language("de")).text("licence")).isEqualTo("Lizenz");
    }

    @Test
    void aLinkOutOfTheThemeIsRefused() throws IOException {
        Files.writeString(dir.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(own.resolve("t.html"), dir.resolve("secret.txt"));
        assertThatThrownBy(() -> theme().render("t.html", Language.ENGLISH, Map.of()))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("outside the theme");
    }

    @Test
    void everyBuiltInFileIsExportedAndWorksAsATheme() {
        Path copy = dir.resolve("copy");
        List<Path> files = Theme.export(copy);
        assertThat(files)
                .contains(
                        Path.of("shared/tokens.properties"),
                        Path.of("shared/messages/ja.properties"),
                        Path.of("web/issue.html"));
        assertThat(copy.resolve("web/issue.html")).exists();
        assertThat(Theme.export(copy)).as("a second time changes nothing").isEqualTo(files);
    }

    @Test
    void exportOverwritesNothing() throws IOException {
        Path copy = Files.createDirectories(dir.resolve("copy/shared"));
        Files.writeString(copy.resolve("tokens.properties"), "accent = mine");
        assertThatThrownBy(() -> Theme.export(dir.resolve("copy")))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("tokens.properties");
        assertThat(copy.resolve("tokens.properties")).hasContent("accent = mine");
        assertThat(dir.resolve("copy/web")).doesNotExist();
    }

    private String rendered(String file, String template, Map<String, ?> data) throws IOException {
        Files.writeString(own.resolve(file), template);
        return theme().render(file, new Language("de"), data);
    }

    private Theme theme() {
        return new Theme(new ThemeFiles(List.of(own)));
    }
}
