package octavo.pdf.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import octavo.render.picture.SvgDrawing;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// The drawings in the folder of this test's resources, drawn as pixels by Batik and as lines and areas in a PDF, have
/// to look alike.
class SvgVectorTest {
    private static final int SHARP = 4;

    private static byte[] svg(String name) throws IOException {
        try (InputStream in = SvgVectorTest.class.getResourceAsStream(name + ".svg")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static byte[] pdf(Drawing drawing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(new Rectangle(drawing.width(), drawing.height()), 0, 0, 0, 0);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.open();
        PdfContentByte page = writer.getDirectContent();
        PdfTemplate form = page.createTemplate(drawing.width(), drawing.height());
        form.concatCTM(1, 0, 0, -1, 0, drawing.height());
        drawing.draw(form);
        page.addTemplate(form, 0, 0);
        document.close();
        return out.toByteArray();
    }

    private static BufferedImage byBatik(byte[] svg, int width, int height) {
        BufferedImage image = new BufferedImage(width * SHARP, height * SHARP, BufferedImage.TYPE_INT_RGB);
        Graphics2D surface = image.createGraphics();
        surface.setColor(Color.WHITE);
        surface.fillRect(0, 0, image.getWidth(), image.getHeight());
        assertThat(SvgDrawing.draw(svg, image.getWidth(), image.getHeight(), surface))
                .isTrue();
        return image;
    }

    private static double difference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                Color one = new Color(a.getRGB(x, y));
                Color other = new Color(b.getRGB(x, y));
                sum += Math.abs(one.getRed() - other.getRed())
                        + Math.abs(one.getGreen() - other.getGreen())
                        + Math.abs(one.getBlue() - other.getBlue());
            }
        }
        return sum / (3.0 * 255 * a.getWidth() * a.getHeight());
    }

    private static long pictures(PDDocument document) {
        return document.getDocument().getXrefTable().keySet().stream()
                .map(key -> document.getDocument().getObjectFromPool(key).getObject())
                .filter(object -> object instanceof COSStream stream
                        && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                        && stream.getInt(COSName.WIDTH) > 1)
                .count();
    }

    /// @param pixels whether a part of it can only be pixels
    @ParameterizedTest
    @CsvSource({
        "shapes,    200, 120, false",
        "opacity,   160, 100, false",
        "gradients, 240, 120, false",
        "text,      220,  60, false",
        "pixels,    240, 120, true"
    })
    void looksAlikeAsLinesAndAsPixels(String name, int width, int height, boolean pixels) throws IOException {
        Drawing drawing = SvgVector.of(svg(name), width, height, 300).orElseThrow();
        try (PDDocument document = Loader.loadPDF(pdf(drawing))) {
            BufferedImage shown = new PDFRenderer(document).renderImage(0, SHARP);
            assertThat(difference(shown, byBatik(svg(name), width, height))).isLessThan(0.01);
            assertThat(pictures(document) > 0).isEqualTo(pixels);
        }
    }

    @Test
    void theSameDrawingIsTheSameBytes() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertThat(shadings()).isEqualTo(shadings());
        }
    }

    /// The file's objects without its date and id.
    private static String shadings() throws IOException {
        byte[] file = pdf(SvgVector.of(svg("gradients"), 240, 120, 300).orElseThrow());
        return new String(file, StandardCharsets.ISO_8859_1).replaceAll("D:\\d+[^)]*|/ID *\\[[^]]*]", "");
    }

    @Test
    void whatIsNoDrawingIsNone() {
        Optional<Drawing> drawing = SvgVector.of("<svg".getBytes(StandardCharsets.UTF_8), 10, 10, 300);
        assertThat(drawing).isEmpty();
    }
}
