package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aSelectionBecomesAFileALanguageAndAFileAnIssue() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Path out = folder.resolve("out");
        Cli build = Cli.run("build", archive, "--year", "2024", "-t", "epub,text", "-o", out);
        assertThat(build.err()).isEmpty();
        assertThat(build.code()).isZero();
        assertThat(Cli.files(out))
                .containsExactly(
                        "2024-02-05-february.de.txt",
                        "2024-02-05-february.en.txt",
                        "tide-2024.de.epub",
                        "tide-2024.en.epub");
        assertThat(build.out().lines())
                .containsExactly(
                        out + "/tide-2024.en.epub",
                        out + "/tide-2024.de.epub",
                        out + "/2024-02-05-february.de.txt",
                        out + "/2024-02-05-february.en.txt");
    }

    @Test
    void aSettingOfARunIsAboveTheArchives() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Cli.write(archive.resolve("octavo.toml"), "title = \"Tide\"\n[pdf]\npage-size = \"Letter\"\n");
        Path usual = folder.resolve("usual");
        Path asked = folder.resolve("asked");
        Cli.run("build", archive, "--year", "2024", "-t", "pdf", "-o", usual);
        Cli build = Cli.run(
                "build", archive, "--year", "2024", "-t", "pdf", "-o", asked, "--set", "pdf.page-size=A5", "--booklet");
        assertThat(build.err()).isEmpty();
        assertThat(pageWidth(usual.resolve("tide-2024.en.pdf"))).isEqualTo(612);
        assertThat(pageWidth(asked.resolve("tide-2024.en.pdf"))).isEqualTo(420);
        assertThat(pageWidth(asked.resolve("tide-2024.en.booklet.pdf"))).isEqualTo(839);
    }

    private static long pageWidth(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return Math.round(document.getPage(0).getMediaBox().getWidth());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pdf.colour=red, no format has a setting 'pdf.colour'",
        "pdf.page-size=A3, '[pdf] page-size is \"A3\"'",
        "page-size, --set"
    })
    void aWrongSettingIsNamed(String setting, String said) throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Path out = folder.resolve("out");
        Cli build = Cli.run("build", archive, "--year", "2025", "-t", "pdf", "-o", out, "--set", setting);
        assertThat(build.code()).isNotZero();
        assertThat(build.err()).contains(said).doesNotContain("\tat ");
    }

    @Test
    void oneFileOfAnArchiveIsThatIssue() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Path out = folder.resolve("out");
        Cli build = Cli.run("build", archive.resolve("content/2025-03-01-march.md"), "-t", "epub,html", "-o", out);
        assertThat(build.err()).isEmpty();
        assertThat(Cli.files(out)).containsExactly("2025-03-01-march.en.epub", "2025-03-01-march.en.html");
    }

    @Test
    void aFileThatIsNamedIsAnIssueWhateverItsCategory() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Cli.write(archive.resolve("octavo.toml"), "categories = [\"Letter\"]\n");
        Path out = folder.resolve("out");
        assertThat(Cli.run("list", archive).out()).doesNotContain("March");
        Cli build = Cli.run("build", archive, "content/2025-03-01-march.md", "-t", "text", "-o", out);
        assertThat(build.err()).isEmpty();
        assertThat(Cli.files(out)).containsExactly("2025-03-01-march.en.txt");
    }

    @Test
    void jsonTellsWhatWasMadeAndFound() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Cli.write(archive.resolve("content/2025-03-01-march.md"), """
                ---
                title: March
                date: 2025-03-01
                ---

                ![A boat](boat.png)
                """);
        Cli build = Cli.run("build", archive, "--year", "2025", "-t", "html", "-o", folder.resolve("out"), "--json");
        assertThat(build.code()).isZero();
        assertThat(build.err()).isEmpty();
        Map<String, Object> json = JsonTree.object(build.out());
        assertThat(json.keySet()).containsExactly("artifacts", "diagnostics");
        Map<String, Object> artifact = JsonTree.list(json, "artifacts").getFirst();
        Path file = folder.resolve("out/2025-03-01-march.en.html");
        assertThat(artifact)
                .containsEntry("path", file.toString())
                .containsEntry("format", "html")
                .containsEntry("mediaType", "text/html")
                .containsEntry("language", "en")
                .containsEntry("issues", List.of("2025-03-01-march"))
                .containsEntry("bytes", Files.size(file));
        assertThat(JsonTree.list(json, "diagnostics"))
                .anySatisfy(diagnostic -> assertThat(diagnostic)
                        .containsEntry("severity", "warning")
                        .containsEntry("file", "content/2025-03-01-march.md")
                        .containsEntry("line", 6L)
                        .containsKeys("column", "code", "message"));
    }

    @Test
    void strictnessMakesNothingWhereThereAreProblems() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Path out = folder.resolve("out");
        assertThat(Cli.run("build", archive, "-t", "html", "-o", out, "--strict")
                        .code())
                .isZero();
        Map<String, String> before = Cli.bytes(out);
        Cli.write(
                archive.resolve("content/2025-03-01-march.md"), "---\ntitle: M\ndate: 2025-03-01\n---\n![x](x.png)\n");
        Cli strict = Cli.run("build", archive, "-t", "html", "-o", out, "--strict");
        assertThat(strict.code()).isEqualTo(3);
        assertThat(strict.err()).contains("content/2025-03-01-march.md:5:1: warning: [");
        assertThat(Cli.bytes(out)).isEqualTo(before);
        assertThat(Cli.run("build", archive, "-t", "html", "-o", out).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "half, The edition cannot be rendered.",
        "bug, Something went wrong inside Octavo",
        "name, ../escaped.html",
        "absolute, /tmp/escaped.html",
        "twice, same.html"
    })
    void aRunThatFailsLeavesOlderFilesAsTheyWere(String fault, String words) throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Path out = folder.resolve("out");
        assertThat(Cli.run("build", archive, "-t", "html,broken", "-o", out).code())
                .isZero();
        Map<String, String> before = Cli.bytes(out);
        Cli.write(
                archive.resolve("content/2025-03-01-march.md"), "---\ntitle: New\ndate: 2025-03-01\n---\nNew words.\n");
        Cli failed = Cli.run(Map.of("OCTAVO_BROKEN_FAULT", fault), "build", archive, "-t", "html,broken", "-o", out);
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).contains(words).doesNotContain("\tat ");
        assertThat(Cli.bytes(out)).isEqualTo(before);
        assertThat(Files.exists(folder.resolve("escaped.html"))).isFalse();
        assertThat(Cli.run(Map.of("OCTAVO_BROKEN_FAULT", fault), "build", archive, "-t", "broken", "-o", out, "--debug")
                        .err())
                .contains("\tat ");
    }

    @Test
    void aFailureIsToldInJsonToo() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Cli failed = Cli.run(
                Map.of("OCTAVO_BROKEN_FAULT", "half"),
                "build",
                archive,
                "-t",
                "broken",
                "-o",
                folder.resolve("o"),
                "--json");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(JsonTree.object(failed.out())).containsEntry("error", "The edition cannot be rendered.");
        assertThat(Files.exists(folder.resolve("o"))).isFalse();
    }

    @Test
    void anOutputThatCannotBeWrittenIsOneSentence() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Path file = Cli.write(folder.resolve("file"), "mine");
        Cli build = Cli.run("build", archive, "-t", "html", "-o", file.resolve("out"));
        assertThat(build.code()).isEqualTo(1);
        assertThat(build.err()).hasLineCount(1).contains("Cannot write to " + file);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderInTheWayOfAFileStays() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Path out = folder.resolve("out");
        Cli.write(out.resolve("2025-03-01-march.en.html/keep"), "mine");
        Cli build = Cli.run("build", archive, "--year", "2025", "-t", "html", "-o", out);
        assertThat(build.code()).isEqualTo(1);
        assertThat(build.err()).contains("is a folder");
        assertThat(Cli.files(out)).containsExactly("2025-03-01-march.en.html/keep");
    }

    @Test
    void nothingChosenIsAFailureThatSaysSo() throws IOException {
        Cli build = Cli.run("build", Cli.archive(folder), "--year", "1999", "-t", "html", "-o", folder.resolve("out"));
        assertThat(build.code()).isEqualTo(1);
        assertThat(build.err()).contains("No issue of the archive matches");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "epub", "opds", "web", "email", "html", "text", "json"})
    void theSameInputGivesTheSameBytesInEveryTimeZone(String format) throws IOException {
        Path letter = folder.resolve("letter");
        Cli.run("init", letter);
        Map<String, String> first = built(letter, format, "Pacific/Kiritimati", "first");
        assertThat(first).hasSize(Map.of("opds", 5, "web", 6).getOrDefault(format, 1));
        assertThat(built(letter, format, "Pacific/Pago_Pago", "second")).isEqualTo(first);
    }

    private Map<String, String> built(Path archive, String format, String zone, String out) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Cli run = Cli.run(
                    Map.of("OCTAVO_CACHE", folder.resolve("cache-" + out).toString()),
                    "build",
                    archive,
                    "-t",
                    format,
                    "-o",
                    folder.resolve(out));
            assertThat(run.code()).as(run.err()).isZero();
        } finally {
            TimeZone.setDefault(before);
        }
        return Cli.bytes(folder.resolve(out));
    }

    @Test
    void theSourceDateOfTheEnvironmentEntersTheBook() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Cli.run(Map.of("SOURCE_DATE_EPOCH", "1000000000"), "build", archive, "--lang", "de", "-t", "epub", "-o", one);
        Cli.run(Map.of("SOURCE_DATE_EPOCH", "1500000000"), "build", archive, "--lang", "de", "-t", "epub", "-o", two);
        assertThat(Cli.bytes(one).keySet()).isEqualTo(Cli.bytes(two).keySet()).isNotEmpty();
        assertThat(Cli.bytes(one)).isNotEqualTo(Cli.bytes(two));
        Cli bad = Cli.run(Map.of("SOURCE_DATE_EPOCH", "today"), "build", archive, "-t", "epub", "-o", one);
        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.err()).contains("SOURCE_DATE_EPOCH is 'today'");
    }
}
