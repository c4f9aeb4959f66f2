package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void helpNamesEveryCommand() {
        Cli help = Cli.run("help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("init", "new", "list", "build", "convert", "theme", "email", "doctor", "completion", "man");
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "new", "list", "build", "convert", "doctor", "completion", "man"})
    void everyCommandHasHelpAndTurnsDownNonsense(String command) {
        assertThat(Cli.run(command, "--help").code()).isZero();
        Cli nonsense = Cli.run(command, "--nonsense");
        assertThat(nonsense.code()).isEqualTo(2);
        assertThat(nonsense.err()).startsWith("octavo: ").doesNotContain("\tat ");
    }

    @Test
    void aCommandIsNeeded() {
        assertThat(Cli.run().code()).isEqualTo(2);
    }

    @Test
    void aWrongWordGetsItsNearest() {
        Cli format = Cli.run("build", "-t", "pfd");
        assertThat(format.code()).isEqualTo(2);
        assertThat(format.err())
                .contains("'pfd'", "did you mean 'pdf'?", "email, epub, html, json, opds, pdf, text, web");
        assertThat(Cli.run("bild").err()).contains("build");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--year=24", "--from=yesterday", "--lang=english_language!"})
    void aValueThatCannotBeIsWrongUsage(String option) {
        Cli run = Cli.run("list", folder, option);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(option.substring(option.indexOf('=') + 1));
    }

    @Test
    void whatIsNotThereIsWrongUsage() throws IOException {
        assertThat(Cli.run("build", folder.resolve("nowhere")).code()).isEqualTo(2);
        Path archive = Cli.archive(folder.resolve("a"));
        Cli path = Cli.run("list", archive, "content/none.md");
        assertThat(path.code()).isEqualTo(2);
        assertThat(path.err()).contains("content/none.md");
    }

    @Test
    void aPathOutsideTheArchiveIsTurnedDown() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Cli.write(folder.resolve("outside.md"), "secret");
        assertThat(Cli.run("list", archive, "../outside.md").code()).isEqualTo(2);
    }

    @Test
    void initMakesAnArchiveThatBuildsWithoutAWord() throws IOException {
        Path letter = folder.resolve("letter");
        assertThat(Cli.run("init", letter).code()).isZero();
        Cli build = Cli.run("build", letter, "-o", folder.resolve("out"));
        assertThat(build.err()).isEmpty();
        assertThat(build.code()).isZero();
        assertThat(Cli.files(folder.resolve("out")))
                .containsExactly(
                        "2026-01-15-hello.en.eml",
                        "2026-01-15-hello.en.html",
                        "2026-01-15-hello.en.txt",
                        "my-letter-2026-01-15.en.epub",
                        "my-letter-2026-01-15.en.pdf");
    }

    @Test
    void initLeavesWhatIsThere() throws IOException {
        Cli.write(folder.resolve("octavo.toml"), "title = \"Mine\"\n");
        Cli init = Cli.run("init", folder);
        assertThat(init.code()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("octavo.toml"))).isEqualTo("title = \"Mine\"\n");
        assertThat(Cli.files(folder)).containsExactly("octavo.toml");
    }

    @Test
    void newMakesTheNextIssueBesideTheNewest() throws IOException {
        Path archive = Cli.archive(folder);
        Cli made = Cli.run("new", "Ebb & \"flood\"", "--archive", archive, "--date", "2025-05-02");
        Path file = archive.resolve("content/2025-05-02-ebb-flood.md");
        assertThat(made.code()).isZero();
        assertThat(made.out().strip()).isEqualTo(file.toString());
        assertThat(Files.readString(file)).isEqualTo("""
                ---
                title: "Ebb & \\"flood\\""
                date: 2025-05-02
                draft: true
                ---

                """);
        assertThat(Cli.run("list", archive, "--drafts", "--from", "2025-05-01").out())
                .contains("Ebb & “flood”");

        Cli again = Cli.run("new", "Ebb & \"flood\"", "--archive", archive, "--date", "2025-05-02");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("is there already");
    }

    @Test
    void newGivesATranslationItsEnding() throws IOException {
        Path archive = Cli.archive(folder);
        assertThat(Cli.run("new", "Mai", "--lang", "de", "--archive", archive, "--date", "2025-05-02")
                        .out()
                        .strip())
                .endsWith("content/2025-05-02-mai.de.md");
    }

    @Test
    void listShowsTheSelection() throws IOException {
        Path archive = Cli.archive(folder);
        assertThat(Cli.run("list", archive).out()).isEqualTo("""
                2024-02-05  de       content/2024-02-05-february.de.md  Februar
                2024-02-05  en       content/2024-02-05-february.md  February
                2025-03-01  en       content/2025-03-01-march.md  March
                """);
        assertThat(Cli.run("list", archive, "--year", "2025").out().lines()).hasSize(1);
        assertThat(Cli.run("list", archive, "--year", "2025", "--drafts").out().lines())
                .hasSize(2);
        assertThat(Cli.run("list", archive, "--lang", "de").out().lines()).hasSize(1);
        assertThat(Cli.run("list", archive, "--category", "letter").out().lines())
                .hasSize(1);
        assertThat(Cli.run("list", archive, "--to", "2024-12-31").out().lines()).hasSize(2);
        assertThat(Cli.run("list", archive, "content/2025-03-01-march.md").out().lines())
                .hasSize(1);
        assertThat(Cli.run("list", archive.resolve("content/2025-03-01-march.md"))
                        .out()
                        .lines())
                .hasSize(1);
    }

    @Test
    void themeExportCopiesTheThemeAndLeavesChangesAlone() throws IOException {
        Path theme = folder.resolve("theme");
        assertThat(Cli.run("theme", "export", theme).code()).isZero();
        assertThat(Cli.files(theme)).contains("shared/tokens.properties", "shared/messages/de.properties");
        Cli.write(theme.resolve("shared/tokens.properties"), "accent = #000\n");
        assertThat(Cli.run("theme", "export", theme).code()).isEqualTo(1);
        assertThat(theme.resolve("shared/tokens.properties")).hasContent("accent = #000\n");
    }

    @Test
    void aThemeThatIsNotThereIsWrongUsage() throws IOException {
        assertThat(Cli.run("build", Cli.archive(folder), "-t", "html", "--theme", folder.resolve("none"))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void doctorSaysWhatItSees() {
        Cli doctor = Cli.run(Map.of("LANG", "C.UTF-8"), "doctor", "--cache", folder.resolve("cache"));
        assertThat(doctor.out()).contains("Java", "Fast start", "Cache of pictures", "email", "epub", "html", "pdf");
        assertThat(doctor.code()).isZero();
    }

    @Test
    void theManualPageTellsOfEveryOption() {
        Cli man = Cli.run("man");
        assertThat(man.out())
                .startsWith(".TH OCTAVO 1")
                .contains(".SS octavo theme export", ".SS octavo email dkim", "\\-\\-year", "\\-\\-strict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completionKnowsCommandsAndOptions(String shell) {
        Cli script = Cli.run("completion", shell);
        assertThat(script.code()).isZero();
        assertThat(script.out()).contains("octavo", "convert", "fetch-remote");
    }
}
