package octavo.pdf;

import static octavo.pdf.Samples.compilation;
import static octavo.pdf.Samples.issue;
import static octavo.pdf.Samples.picture;
import static octavo.pdf.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import octavo.model.Block;
import octavo.model.Diagnostic;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.Target;
import octavo.render.picture.PictureStore;
import octavo.render.picture.RemotePolicy;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// Pictures as they come from an archive, through the store that prepares them.
class PicturesOnPaperTest {
    @TempDir
    private Path archive;

    private final List<Diagnostic> told = new ArrayList<>();

    private void paint(String name, String format, int type) throws IOException {
        BufferedImage image = new BufferedImage(300, 200, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(200, 30, 30));
        graphics.fillRect(0, 0, 300, 200);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(50, 50, 90, 90);
        graphics.dispose();
        ImageIO.write(image, format, archive.resolve(name).toFile());
    }

    private Samples.Made render(Block... body) {
        return Samples.render(
                compilation(Language.ENGLISH, issue("may", "May", body)),
                Map.of(),
                PictureStore.of(archive, archive.resolve("cache"), RemotePolicy.NONE, told::add));
    }

    private static Block figure(String name, Optional<Target> link) {
        return new Block.Figure(picture(name, "Alt of " + name), List.of(), text("About " + name), link, Location.NONE);
    }

    private static List<PRStream> images(PdfReader reader) {
        return IntStream.range(1, reader.getXrefSize())
                .mapToObj(reader::getPdfObject)
                .filter(PRStream.class::isInstance)
                .map(PRStream.class::cast)
                .filter(stream -> PdfName.IMAGE.equals(stream.getAsName(PdfName.SUBTYPE)))
                .toList();
    }

    @Test
    void everyKindIsShownAndABrokenOneNamed() throws IOException {
        paint("a.png", "png", BufferedImage.TYPE_INT_RGB);
        paint("b.jpg", "jpg", BufferedImage.TYPE_INT_RGB);
        paint("c.gif", "gif", BufferedImage.TYPE_INT_RGB);
        Files.writeString(
                archive.resolve("d.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='60'><circle r='30' cx='40' cy='30'/></svg>");
        Files.write(archive.resolve("e.png"), "no picture".getBytes(StandardCharsets.UTF_8));
        List<Block> body = new ArrayList<>();
        for (String name : List.of("a.png", "b.jpg", "c.gif", "d.svg", "e.png")) {
            body.add(figure(name, Optional.empty()));
        }
        Samples.Made made = render(body.toArray(Block[]::new));
        try (PdfReader reader = new PdfReader(made.pdf())) {
            assertThat(images(reader)).hasSize(3); // the SVG is none
            StringBuilder words = new StringBuilder();
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                words.append(extractor.getTextFromPage(page)).append(' ');
            }
            assertThat(words.toString()).contains("About a.png", "About d.svg", "Alt of e.png");
        }
    }

    /// By the kinds of pixels that a PNG can hold; those that a PDF holds alike go into it as they are.
    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void coloursStayWhatTheyAre(int type) throws IOException {
        paint("a.png", "png", type);
        BufferedImage source = ImageIO.read(archive.resolve("a.png").toFile());
        Samples.Made made = render(figure("a.png", Optional.empty()));
        try (PDDocument document = Loader.loadPDF(made.pdf())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(1, 96);
            for (Point point : List.of(new Point(20, 20), new Point(95, 95))) {
                Color wanted = new Color(source.getRGB(point.x, point.y));
                assertThat(isSomewhere(page, wanted))
                        .as("%s of type %d", wanted, type)
                        .isTrue();
            }
        }
    }

    private static boolean isSomewhere(BufferedImage page, Color wanted) {
        return IntStream.range(0, page.getWidth() * page.getHeight())
                .mapToObj(i -> new Color(page.getRGB(i % page.getWidth(), i / page.getWidth())))
                .anyMatch(colour -> Math.abs(colour.getRed() - wanted.getRed()) < 5
                        && Math.abs(colour.getGreen() - wanted.getGreen()) < 5
                        && Math.abs(colour.getBlue() - wanted.getBlue()) < 5);
    }

    /// Browsers show a path up to where it goes wrong; Batik shows none of it.
    @Test
    void aDrawingThatCannotBeDrawnIsItsWords() throws IOException {
        Files.writeString(
                archive.resolve("a.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='60'><path d='M0 0 L wrong'/></svg>");
        Samples.Made made = render(figure("a.svg", Optional.empty()));
        try (PDDocument document = Loader.loadPDF(made.pdf())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Alt of a.svg", "About a.svg");
        }
        assertThat(told)
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.message()).contains("cannot be drawn"));
    }

    @Test
    void aLinkedPictureCanBeClicked() throws IOException {
        paint("a.png", "png", BufferedImage.TYPE_INT_RGB);
        Samples.Made made = render(figure("a.png", Optional.of(new Target.Web("https://quay.example/a"))));
        try (PdfReader reader = new PdfReader(made.pdf())) {
            PdfArray links = reader.getPageN(2).getAsArray(PdfName.ANNOTS);
            PdfArray area = links.getAsDict(0).getAsArray(PdfName.RECT);
            float width = area.getAsNumber(2).floatValue() - area.getAsNumber(0).floatValue();
            float height =
                    area.getAsNumber(3).floatValue() - area.getAsNumber(1).floatValue();
            assertThat(width).isBetween(220f, 230f);
            assertThat(height).isBetween(145f, 155f);
        }
    }
}
