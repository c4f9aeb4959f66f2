package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// A library of a book a year, and the catalogue that reading apps subscribe to.
class ShelfTest {
    private static final Path SAMPLES =
            Path.of("../../samples/archive").toAbsolutePath().normalize();

    @TempDir
    Path folder = Path.of("");

    private Path archive(String year) throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Files.writeString(
                archive.resolve("octavo.toml"),
                Files.readString(archive.resolve("octavo.toml")) + "[compilation]\nyear = \"" + year + "\"\n");
        Cli.write(archive.resolve("content/2025-01-05-january.md"), """
                ---
                title: January
                date: 2025-01-05
                ---

                A quiet December; before it came [February](2024-02-05-february.md).
                """);
        return archive;
    }

    @ParameterizedTest
    @ValueSource(strings = {"published", "covered"})
    void allGivesTheBooksThatEachYearWouldGive(String basis) throws IOException {
        Path archive = archive(basis);
        Map<String, String> years = new TreeMap<>();
        for (String year : List.of("2024", "2025")) {
            Path out = folder.resolve(year);
            assertThat(Cli.run("build", archive, "--year", year, "-t", "epub,pdf", "-o", out)
                            .code())
                    .isZero();
            years.putAll(Cli.bytes(out));
        }
        Path out = folder.resolve("all");
        Cli all = Cli.run("build", archive, "--all", "-t", "epub,pdf", "-o", out);
        assertThat(all.code()).isZero();
        assertThat(Cli.bytes(out)).isEqualTo(years);
        assertThat(Cli.files(out)).hasSize(6).contains("tide-2024.de.epub", "tide-2024.en.epub", "tide-2025.en.pdf");
    }

    @Test
    void anIssueWithoutADateIsReportedAndNotLost() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Cli.write(archive.resolve("content/someday.md"), "---\ntitle: Someday\n---\n\nNobody knows when.\n");
        Path out = folder.resolve("all");
        Cli all = Cli.run("build", archive, "--all", "-t", "opds", "-o", out, "--verbose");
        assertThat(all.code()).isZero();
        assertThat(all.err()).contains("content/someday.md: note: [undated]");
        assertThat(Cli.files(out)).contains("tide.en.epub", "tide-2024.en.epub", "tide-2025.en.epub");
        assertThat(publications(out.resolve("opds.en.json")))
                .extracting(book -> metadata(book).get("title"))
                .containsExactly("Tide 2025", "Tide 2024", "Tide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--year=2024", "--from=2024-01-01", "--to=2024-12-31"})
    void allAndDatesContradictEachOther(String dates) throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Cli build = Cli.run("build", archive, "--all", dates, "-o", folder.resolve("out"));
        assertThat(build.code()).isEqualTo(2);
        assertThat(build.err()).contains("--all makes a book of each year");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void theCatalogueNamesEveryBookAsItNamesItselfAndNothingThatIsNotThere() throws Exception {
        Path out = folder.resolve("out");
        Cli build = Cli.run("build", SAMPLES, "--all", "-t", "opds", "-o", out);
        assertThat(build.code()).isZero();
        List<Map<String, Object>> groups =
                JsonTree.list(JsonTree.object(Files.readString(out.resolve("opds.json"))), "groups");
        assertThat(groups)
                .extracting(group -> metadata(group).get("title"))
                .containsExactly("English", "العربية", "Deutsch", "日本語");
        Map<String, String> inJson = new TreeMap<>();
        for (Map<String, Object> group : groups) {
            for (Map<String, Object> book : JsonTree.list(group, "publications")) {
                Map<String, Object> link = JsonTree.list(book, "links").getFirst();
                assertThat(link)
                        .containsEntry("rel", "http://opds-spec.org/acquisition/open-access")
                        .containsEntry("type", "application/epub+zip");
                assertThat(JsonTree.list(book, "images"))
                        .hasSize(2)
                        .allSatisfy(image ->
                                assertThat(out.resolve(text(image, "href"))).exists());
                inJson.put(text(link, "href"), text(metadata(book), "identifier"));
            }
        }
        Map<String, String> inBooks = new TreeMap<>();
        for (String file : Cli.files(out)) {
            if (file.endsWith(".epub")) {
                inBooks.put(file, identifier(out.resolve(file)));
            }
        }
        assertThat(inJson).isEqualTo(inBooks).hasSize(4);
        assertThat(inAtom(out, "opds.xml")).isEqualTo(inBooks);
    }

    /// Books by their links' places, with their ids; every link leads to a file that is as long as it says.
    private static Map<String, String> inAtom(Path out, String name) throws Exception {
        Document feed = parsed(Files.readAllBytes(out.resolve(name)));
        Map<String, String> books = new TreeMap<>();
        for (Element entry : elements(feed.getDocumentElement(), "entry")) {
            Set<String> relations = new HashSet<>();
            for (Element link : elements(entry, "link")) {
                Path file = out.resolve(link.getAttribute("href"));
                assertThat(file).exists();
                relations.add(link.getAttribute("rel"));
                if (link.hasAttribute("length")) {
                    assertThat(link.getAttribute("length")).isEqualTo(Long.toString(Files.size(file)));
                    books.put(
                            link.getAttribute("href"),
                            elements(entry, "id").getFirst().getTextContent());
                }
            }
            assertThat(relations)
                    .containsExactlyInAnyOrder(
                            "http://opds-spec.org/image",
                            "http://opds-spec.org/image/thumbnail",
                            "http://opds-spec.org/acquisition/open-access");
        }
        return books;
    }

    private static String identifier(Path epub) throws Exception {
        try (ZipFile zip = new ZipFile(epub.toFile())) {
            Document document =
                    parsed(zip.getInputStream(zip.getEntry("EPUB/package.opf")).readAllBytes());
            return elements(document.getDocumentElement(), "dc:identifier")
                    .getFirst()
                    .getTextContent();
        }
    }

    private static Document parsed(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < parent.getElementsByTagName(name).getLength(); i++) {
            elements.add((Element) parent.getElementsByTagName(name).item(i));
        }
        return elements;
    }

    private static String text(Map<String, Object> object, String key) {
        return object.getOrDefault(key, "").toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> metadata(Map<String, Object> collection) {
        return (Map<String, Object>) collection.getOrDefault("metadata", Map.of());
    }

    private static List<Map<String, Object>> publications(Path feed) throws IOException {
        return JsonTree.list(JsonTree.object(Files.readString(feed, StandardCharsets.UTF_8)), "publications");
    }

    @Test
    void aScriptIsToldOfTheCatalogueToo() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Cli build = Cli.run("build", archive, "--lang", "de", "-t", "opds", "-o", folder.resolve("out"), "--json");
        List<Map<String, Object>> artifacts = JsonTree.list(JsonTree.object(build.out()), "artifacts");
        assertThat(artifacts)
                .extracting(artifact -> artifact.get("format"))
                .containsExactly("epub", "opds", "opds", "opds", "opds");
        assertThat(artifacts.getLast())
                .containsEntry("path", folder.resolve("out/opds.xml").toString())
                .containsEntry("mediaType", "application/atom+xml")
                .containsEntry("issues", List.of())
                .doesNotContainKey("language");
    }

    @Test
    void theShelfsAddressIsASetting() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Path out = folder.resolve("out");
        Cli build = Cli.run(
                "build", archive, "--year=2025", "-t", "opds", "-o", out, "--set", "opds.home=https://tide.example/b");
        assertThat(build.err()).isEmpty();
        assertThat(Files.readString(out.resolve("opds.json"))).contains("\"https://tide.example/b/opds.json\"");
        Cli bad = Cli.run("build", archive, "-t", "opds", "-o", out, "--set", "opds.home=/books");
        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.err()).contains("[opds] home is \"/books\"");
    }

    @Test
    void oneFileIsConvertedToNoCatalogue() throws IOException {
        Path letter = Cli.write(folder.resolve("letter.md"), "Words.\n");
        Cli convert = Cli.run("convert", letter, "-t", "opds", "-o", folder.resolve("letter.xml"));
        assertThat(convert.code()).isEqualTo(2);
        assertThat(convert.err()).contains("'octavo build -t opds' makes it");
    }
}
