package octavo.web.opds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.OctavoException;
import octavo.model.Period;
import octavo.model.Publication;
import octavo.render.MediaType;
import octavo.render.RenderContext;
import octavo.render.RenderedFile;
import octavo.render.Run;
import octavo.render.theme.Theme;
import octavo.render.theme.ThemeFiles;
import octavo.render.xhtml.Markup;
import octavo.web.Golden;
import octavo.web.WebAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpdsPublisherTest {
    private static final Publication LETTER = new Publication(
            "The Harbour Letter",
            Map.of(new Language("ar"), "رسالة الميناء"),
            Optional.of("News from a small harbour."),
            Optional.of("Harbour Association"),
            Optional.of("CC-BY-SA-4.0"),
            Optional.of("https://harbour.example/"),
            Optional.empty(),
            Language.ENGLISH);

    private static final String TRANSLATED = """
            <dc:contributor id="c1">Ada &amp; Ben</dc:contributor>
            <meta refines="#c1" property="role" scheme="marc:relators">aut</meta>
            <dc:contributor id="c2">Chi</dc:contributor>
            <meta refines="#c2" property="role" scheme="marc:relators">trl</meta>
            """;

    @TempDir
    Path folder = Path.of("");

    private final List<RenderedFile> files = new ArrayList<>();
    private final Map<String, byte[]> written = new TreeMap<>();

    @Test
    void aShelfOfTwoLanguages() throws Exception {
        book("en", 2024, "The Harbour Letter 2024", "");
        book("en", 2025, "The Harbour Letter 2025", "");
        book("ar", 2025, "رسالة الميناء 2025", TRANSLATED);
        publish(Map.of("home", "https://harbour.example/books"));
        assertThat(written.keySet())
                .containsExactly(
                        "harbour-2024.en.cover.jpg",
                        "harbour-2024.en.thumbnail.jpg",
                        "harbour-2025.ar.cover.jpg",
                        "harbour-2025.ar.thumbnail.jpg",
                        "harbour-2025.en.cover.jpg",
                        "harbour-2025.en.thumbnail.jpg",
                        "opds.ar.json",
                        "opds.ar.xml",
                        "opds.en.json",
                        "opds.en.xml",
                        "opds.json",
                        "opds.xml");
        for (String name : List.of("opds.json", "opds.xml", "opds.ar.json", "opds.ar.xml")) {
            new Golden("opds").check(name, text(name));
        }
    }

    @Test
    void oneLanguageIsOneCatalogue() throws Exception {
        book("en", 2024, "The Harbour Letter 2024", "");
        publish(Map.of());
        assertThat(written.keySet())
                .containsExactly("harbour-2024.en.cover.jpg", "harbour-2024.en.thumbnail.jpg", "opds.json", "opds.xml");
        assertThat(text("opds.json")).contains("\"publications\"").doesNotContain("\"groups\"");
        assertThat(text("opds.xml"))
                .contains("<title>The Harbour Letter 2024</title>")
                .doesNotContain("facet");
    }

    @Test
    void whateverATitleHoldsTheFeedIsWellFormed() throws Exception {
        String title = "<script>\"A\" & B's</script> \u202E 🎉";
        book("en", 2024, title, "");
        publish(Map.of());
        var feed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text("opds.xml").getBytes(StandardCharsets.UTF_8)));
        assertThat(feed.getElementsByTagName("title").item(1).getTextContent()).isEqualTo(title);
    }

    @Test
    void theThumbnailIsSmall() throws Exception {
        book("en", 2024, "The Harbour Letter 2024", "");
        publish(Map.of());
        BufferedImage thumbnail = ImageIO.read(new ByteArrayInputStream(bytes("harbour-2024.en.thumbnail.jpg")));
        assertThat(thumbnail.getHeight()).isEqualTo(480);
        assertThat(thumbnail.getWidth()).isEqualTo(300);
    }

    @Test
    void aNameOfAnyScriptIsAnAddress() {
        assertThat(WebAddress.href("書庫/港だより 2025.ja.epub"))
                .isEqualTo("%E6%9B%B8%E5%BA%AB/%E6%B8%AF%E3%81%A0%E3%82%88%E3%82%8A%202025.ja.epub");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"books/", "ftp://harbour.example/", "https://", "https://harbour.example/?a", "not an address"})
    void aHomeThatIsNoFolderOfTheWebIsAnError(String home) throws Exception {
        book("en", 2024, "The Harbour Letter 2024", "");
        assertThatThrownBy(() -> publish(Map.of("home", home)))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("[opds] home is \"" + home + "\"");
    }

    @Test
    void aBookWithADoctypeIsNotRead() throws Exception {
        book("en", 2024, "The Harbour Letter 2024", "");
        RenderedFile file = files.removeLast();
        zip(
                file.content(),
                Map.of(
                        "META-INF/container.xml",
                        "<!DOCTYPE container SYSTEM \"file:/x\"><container/>".getBytes(StandardCharsets.UTF_8)));
        files.add(file);
        assertThatThrownBy(() -> publish(Map.of()))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("is no EPUB that can be catalogued");
    }

    private void publish(Map<String, String> options) throws IOException {
        RenderContext context = new RenderContext(
                new Theme(new ThemeFiles(List.of())),
                (_, _) -> Map.of(),
                diagnostic -> {
                    throw new AssertionError(diagnostic);
                },
                options);
        Run run = new Run(files.stream().map(RenderedFile::edition).toList(), files);
        new OpdsPublisher().publish(run, context, (name, _) -> kept(name));
    }

    private OutputStream kept(String name) {
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                assertThat(written.put(name, toByteArray())).as(name).isNull();
            }
        };
    }

    private byte[] bytes(String name) {
        return written.getOrDefault(name, new byte[0]);
    }

    private String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /// Adds a book as a renderer makes it.
    ///
    /// @param people further elements of its metadata
    private void book(String tag, int year, String title, String people) throws IOException {
        Edition edition = new Edition(
                Edition.Kind.COMPILATION,
                LETTER,
                "harbour-" + year,
                "The Harbour Letter",
                new Language(tag),
                new Period.OfYear(Year.of(year)),
                List.of(issue(tag, year, "The launch"), issue(tag, year, "Ice & <tide>")),
                List.of(),
                Optional.empty());
        String document = """
                <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id">
                <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:identifier id="other">isbn</dc:identifier>
                <dc:identifier id="pub-id">urn:example:%s-%d</dc:identifier>
                <dc:title>%s</dc:title>
                <dc:creator>Harbour Association</dc:creator>
                %s
                <dc:publisher>Harbour Association</dc:publisher>
                <dc:rights>CC-BY-SA-4.0</dc:rights>
                <dc:date>%s</dc:date>
                <dc:subject>Boats</dc:subject>
                <meta property="belongs-to-collection" id="series">The Harbour Letter</meta>
                <meta refines="#series" property="group-position">%d</meta>
                <meta property="dcterms:modified">%d-12-08T12:00:00Z</meta>
                </metadata>
                <manifest>
                <item id="c" href="pictures/cover.jpg" media-type="image/jpeg" properties="cover-image"/>
                </manifest>
                </package>
                """.formatted(tag, year, Markup.escape(title), people, LocalDate.of(year, 12, 5), year, year);
        Path epub = folder.resolve(edition.fileName("epub"));
        zip(
                epub,
                Map.of(
                        "META-INF/container.xml",
                        """
                <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
                <rootfiles><rootfile full-path="Book/package.opf"/></rootfiles>
                </container>
                """.getBytes(StandardCharsets.UTF_8),
                        "Book/package.opf",
                        document.getBytes(StandardCharsets.UTF_8),
                        "Book/pictures/cover.jpg",
                        cover()));
        files.add(new RenderedFile(edition.fileName("epub"), "epub", MediaType.EPUB, edition, 4711, epub));
    }

    private static Issue issue(String tag, int year, String title) {
        return new Issue(
                new IssueId("letters/" + year),
                "top",
                new Language(tag),
                Optional.of(LocalDate.of(year, 12, 5)),
                Optional.empty(),
                Optional.empty(),
                title,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Location.NONE);
    }

    private static byte[] cover() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(750, 1200, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    private static void zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }
}
