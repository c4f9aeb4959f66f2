package octavo.pdf;

import static octavo.pdf.Samples.compilation;
import static octavo.pdf.Samples.heading;
import static octavo.pdf.Samples.issue;
import static octavo.pdf.Samples.link;
import static octavo.pdf.Samples.paragraph;
import static octavo.pdf.Samples.picture;
import static octavo.pdf.Samples.single;
import static octavo.pdf.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import octavo.model.Block;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.OctavoException;
import octavo.render.picture.PictureStore;
import octavo.render.picture.Pictures;
import octavo.render.picture.RemotePolicy;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The keys of the table `[pdf]`.
class OptionsTest {
    @TempDir
    private Path archive;

    private static PDDocument made(Edition edition, Map<String, String> options) throws IOException {
        return made(edition, options, new Samples.NoPictures());
    }

    private static PDDocument made(Edition edition, Map<String, String> options, Pictures pictures) throws IOException {
        return Loader.loadPDF(Samples.render(edition, options, pictures).pdf());
    }

    private Pictures pictures() throws IOException {
        ImageIO.write(
                new BufferedImage(3000, 1500, BufferedImage.TYPE_INT_RGB),
                "png",
                archive.resolve("boat.png").toFile());
        return PictureStore.of(archive, archive.resolve("cache"), RemotePolicy.NONE, diagnostic -> {});
    }

    private static Block boat() {
        return new Block.Figure(
                picture("boat.png", "A boat"), List.of(), text("The boat"), Optional.empty(), Location.NONE);
    }

    private static String words(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    private static Edition sections() {
        return single(issue(
                "may",
                "May",
                heading(2, "a", "Ferry"),
                paragraph(link("gull", "https://gull.example/"), link("tern", "https://tern.example/")),
                heading(2, "b", "Yard"),
                paragraph(link("tern", "https://tern.example/"))));
    }

    @ParameterizedTest
    @CsvSource({"A4, 210, 297", "a5, 148, 210", "Letter, 215.9, 279.4"})
    void pageSizeIsTheSheets(String name, double width, double height) throws IOException {
        try (PDDocument document = made(sections(), Map.of("page-size", name))) {
            PDRectangle sheet = document.getPage(0).getMediaBox();
            assertThat(sheet.getWidth() / 72 * 25.4).isCloseTo(width, within(0.2));
            assertThat(sheet.getHeight() / 72 * 25.4).isCloseTo(height, within(0.2));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "page-size, A3, 'A4, A5, Letter'",
        "notes, page, '\"issue\" or \"section\"'",
        "ppi, 1200, 72 to 600",
        "binding, wide, millimetres",
        "qr, perhaps, true or false"
    })
    void whatAKeyCannotBeIsAnsweredWithWhatItCan(String key, String value, String possible) {
        assertThatThrownBy(() -> made(sections(), Map.of(key, value)))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("[pdf] " + key)
                .hasMessageContaining(value)
                .hasMessageContaining(possible);
    }

    @Test
    void addressesStandAfterTheIssueOrAfterEachSection() throws IOException {
        try (PDDocument document = made(sections(), Map.of())) {
            assertThat(words(document)).containsSubsequence("Yard", "1 gull.example", "2 tern.example");
        }
        try (PDDocument document = made(sections(), Map.of("notes", "section"))) {
            assertThat(words(document))
                    .containsSubsequence("Ferry", "1 gull.example", "2 tern.example", "Yard", "1 tern.example");
        }
    }

    @Test
    void bindingMovesTheTextAwayFromTheFoldOnEitherSide() throws IOException {
        Edition edition = compilation(
                Language.ENGLISH, issue("may", "May", paragraph("Words")), issue("june", "June", paragraph("Words")));
        List<Float> usual = starts(edition, Map.of());
        List<Float> bound = starts(edition, Map.of("binding", "10"));
        float millimetres = 72 / 25.4f;
        assertThat(usual).hasSize(3);
        for (int page = 0; page < 3; page++) {
            float fold = page % 2 == 0 ? 10 : -10; // the fold of odd pages is on the left
            assertThat(bound.get(page) - usual.get(page)).isCloseTo(fold * millimetres, within(0.5f));
        }
    }

    /// Where the text of each page begins, from the left, in points.
    private static List<Float> starts(Edition edition, Map<String, String> options) throws IOException {
        List<Float> starts = new ArrayList<>();
        try (PDDocument document = made(edition, options)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                float[] left = {Float.MAX_VALUE};
                PDFTextStripper stripper = new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition text) {
                        left[0] = Math.min(left[0], text.getXDirAdj());
                    }
                };
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                stripper.getText(document);
                starts.add(left[0]);
            }
        }
        return starts;
    }

    @ParameterizedTest
    @CsvSource({"300", "150"})
    void aPictureHasTheResolutionOfPrintAndNoMore(int ppi) throws IOException {
        try (PDDocument document =
                made(single(issue("may", "May", boat())), Map.of("ppi", String.valueOf(ppi)), pictures())) {
            double inches = PageSize.A4.measure() / 25.4;
            assertThat(image(document.getPage(0)).getWidth() / inches).isCloseTo(ppi, within(3.0));
        }
    }

    private static PDImageXObject image(PDPage page) throws IOException {
        for (COSName name : page.getResources().getXObjectNames()) {
            if (page.getResources().getXObject(name) instanceof PDImageXObject image) {
                return image;
            }
        }
        throw new AssertionError("the page has no picture");
    }

    @Test
    void theListOfFiguresNamesThePageOfEach() throws IOException {
        Edition edition =
                compilation(Language.ENGLISH, issue("may", "May", paragraph("Words")), issue("june", "June", boat()));
        try (PDDocument document = made(edition, Map.of("figures", "true"), pictures())) {
            assertThat(words(document)).containsPattern("List of figures The boat[ .]*3 ");
        }
        try (PDDocument document = made(edition, Map.of(), pictures())) {
            assertThat(words(document)).doesNotContain("List of figures");
        }
    }

    /// Two pages a side of the stack that is folded once: of six pages none and 1, 2 and none, 6 and 3, 4 and 5.
    @ParameterizedTest
    @CsvSource({"en, '- 1 2 - 6 3 4 5'", "ar, '1 - - 2 3 6 5 4'"})
    void aBookletIsReadInOrderOnceItIsFolded(String language, String places) throws IOException {
        Issue[] issues = IntStream.rangeClosed(3, 6)
                .mapToObj(page -> issue(
                        new Language(language),
                        "issue-" + page,
                        "Marked " + page,
                        List.of(paragraph("Words")),
                        List.of()))
                .toArray(Issue[]::new);
        Edition edition = compilation(new Language(language), issues);
        Map<String, byte[]> files = Samples.files(
                edition, Samples.context(Map.of("booklet", "true"), new Samples.NoPictures(), diagnostic -> {}));
        assertThat(files.keySet()).containsExactly(edition.fileName("pdf"), edition.fileName("booklet.pdf"));
        List<String> found = new ArrayList<>();
        try (PDDocument sheets = Loader.loadPDF(files.getOrDefault(edition.fileName("booklet.pdf"), new byte[0]))) {
            for (PDPage side : sheets.getPages()) {
                float half = side.getMediaBox().getWidth() / 2;
                float height = side.getMediaBox().getHeight();
                assertThat(half / 72 * 25.4).isCloseTo(148, within(0.3));
                for (float left : new float[] {0, half}) {
                    found.add(marked(side, new Rectangle2D.Float(left, 0, half, height)));
                }
            }
        }
        assertThat(String.join(" ", found)).isEqualTo(places);
    }

    private static String marked(PDPage side, Rectangle2D half) throws IOException {
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        stripper.addRegion("half", half);
        stripper.extractRegions(side);
        String words = stripper.getTextForRegion("half");
        List<String> numbers = Pattern.compile("Marked (\\d)")
                .matcher(words)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return switch (numbers.size()) {
            case 0 -> words.isBlank() ? "-" : "1";
            case 1 -> numbers.getFirst();
            default -> "2"; // the contents
        };
    }
}
