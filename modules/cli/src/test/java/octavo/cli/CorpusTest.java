package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import octavo.compile.Editions;
import octavo.compile.Selection;
import octavo.model.Archive;
import octavo.model.Edition;
import octavo.model.IndexEntry;
import octavo.reader.ArchiveReader;
import octavo.reader.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real archive that Octavo was made for; skipped where it is absent.
class CorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("octavo.corpus", "../../../shared/corpus/xmpp"))
            .toAbsolutePath()
            .normalize();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void theCorpusIsThere() {
        assumeTrue(Files.isDirectory(CORPUS), "no corpus at " + CORPUS);
    }

    @Test
    void theYearComesInEveryLanguage() throws IOException {
        Cli build = Cli.run(
                "build", CORPUS, "--year", "2024", "-t", "pdf,epub,email,html,text,json", "-o", folder, "--json");
        assertThat(build.code()).as(build.err()).isZero();
        Map<String, Object> json = JsonTree.object(build.out());

        Map<String, Integer> books = new TreeMap<>();
        JsonTree.list(json, "artifacts").stream()
                .filter(artifact -> "epub".equals(artifact.get("format")))
                .forEach(artifact -> books.put(
                        String.valueOf(artifact.get("language")),
                        JsonTree.strings(artifact, "issues").size()));
        assertThat(books).isEqualTo(Map.of("en", 11, "it", 8, "de", 5, "es", 4, "fr", 2));
        assertThat(count(json, "pdf")).isEqualTo(5);
        assertThat(count(json, "email")).isEqualTo(30);
        assertThat(count(json, "html")).isEqualTo(30);
        assertThat(count(json, "text")).isEqualTo(30);
        assertThat(JsonTree.list(json, "artifacts").stream().map(artifact -> artifact.get("path")))
                .doesNotHaveDuplicates();

        assertThat(JsonTree.list(json, "diagnostics"))
                .as("lost pictures")
                .noneMatch(diagnostic -> String.valueOf(diagnostic.get("code")).startsWith("picture"))
                .noneMatch(diagnostic -> "error".equals(diagnostic.get("severity")));
        for (Map.Entry<String, String> text : readable().entrySet()) {
            assertThat(text.getValue()).as(text.getKey()).doesNotContain("{{<").doesNotContain("{{%");
            assertThat(deadFragments(text.getValue())).as(text.getKey()).isEmpty();
        }
    }

    @Test
    void theYearIsTheSameTwice() {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        for (Path out : List.of(one, two)) {
            Cli run = Cli.run("build", CORPUS, "--year", "2024", "--lang", "fr", "-o", out);
            assertThat(run.code()).as(run.err()).isZero();
        }
        assertThat(Cli.bytes(one)).isNotEmpty().isEqualTo(Cli.bytes(two));
    }

    /// Read by eye: names of programs and standards, no words of links.
    @Test
    void theYearsNamesAreThoseOfWhatWasTalkedAbout() {
        Settings settings = Settings.load(CORPUS, Map.of(), _ -> {});
        Archive archive = ArchiveReader.read(CORPUS, settings, _ -> {});
        Selection year = new Selection(
                Optional.of(Year.of(2024)), Optional.empty(), Optional.empty(), Set.of(), Set.of(), List.of(), false);
        Map<String, List<String>> names = new TreeMap<>();
        for (Edition edition : Editions.compilations(archive, year, settings.compilation(), _ -> {})) {
            names.put(
                    edition.language().tag(),
                    edition.index().stream().map(IndexEntry::name).toList());
        }
        assertThat(names.get("en"))
                .hasSizeBetween(30, 60)
                .contains("Conversations", "ejabberd", "Gajim", "go-xmpp", "Monal", "Movim", "Openfire", "Psi+")
                .contains("QXmpp", "Slidge", "Smack", "Snikket", "XEP-0474: SASL SCRAM Downgrade Protection")
                .doesNotContain(
                        "English", "Open Collective", "XEP-0001", "please apply now", "fiscal hosting", "tests");
        assertThat(names.get("de"))
                .contains("Gajim", "Monal", "Movim", "QXmpp")
                .doesNotContain("Änderungsverlauf", "zur entsprechenden Wahlübersichtsseite");
        assertThat(names.get("es")).contains("Gajim", "Movim").doesNotContain("archivo en línea", "Segundo Blog post");
        assertThat(names.get("fr")).contains("Movim").doesNotContain("série de XEPs", "archive en ligne");
        assertThat(names.get("it")).contains("Gajim", "Movim").doesNotContain("una o entrambe", "candidatevi ora");
    }

    @Test
    void everyFileStandsAlone() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(CORPUS.resolve("content"))) {
            files = walk.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(40);
        for (Path file : files) {
            Path out = folder.resolve(file.getFileName() + ".html");
            Cli run = Cli.run("convert", file, "-o", out);
            assertThat(run.code()).as(file + ": " + run.err()).isZero();
            assertThat(Files.readString(out))
                    .as(file.toString())
                    .doesNotContain("{{<")
                    .doesNotContain("{{%");
        }
    }

    private static long count(Map<String, Object> json, String format) {
        return JsonTree.list(json, "artifacts").stream()
                .filter(artifact -> format.equals(artifact.get("format")))
                .count();
    }

    /// What a reader of text outputs and of the books' pages would see.
    private Map<String, String> readable() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, String> file : Cli.bytes(folder).entrySet()) {
            byte[] bytes = file.getValue().getBytes(StandardCharsets.ISO_8859_1);
            if (file.getKey().endsWith(".epub")) {
                texts.put(file.getKey(), pages(bytes));
            } else if (file.getKey().endsWith(".html") || file.getKey().endsWith(".txt")) {
                texts.put(file.getKey(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static String pages(byte[] epub) throws IOException {
        StringBuilder pages = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(epub))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xhtml")) {
                    pages.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return pages.toString();
    }

    /// Fragments that links name and no element has.
    private static Set<String> deadFragments(String html) {
        Set<String> ids = Pattern.compile("\\sid=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        Set<String> dead = new TreeSet<>();
        Matcher links = Pattern.compile("href=\"(?![a-z]+:)[^\"#]*#([^\"]+)\"").matcher(html);
        while (links.find()) {
            if (!ids.contains(links.group(1))) {
                dead.add(links.group(1));
            }
        }
        return dead;
    }
}
