package octavo.render.picture;

import static octavo.render.picture.Samples.latin;
import static octavo.render.picture.Samples.photo;
import static octavo.render.picture.Samples.read;
import static octavo.render.picture.Samples.screenshot;
import static octavo.render.picture.Samples.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.List;
import java.util.Set;
import octavo.render.MediaType;
import octavo.render.picture.PictureSpec.Animation;
import octavo.render.picture.PreparedPicture.Ready;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of pictures.
class PictureStoreTest extends StoreFixture {
    private static Color colour(byte[] bytes, int x, int y) {
        return new Color(read(bytes).getRGB(x, y), true);
    }

    private static void assertNear(Color actual, Color expected) {
        assertThat(List.of(
                        actual.getRed() - expected.getRed(),
                        actual.getGreen() - expected.getGreen(),
                        actual.getBlue() - expected.getBlue(),
                        actual.getAlpha() - expected.getAlpha()))
                .as("%s near %s", actual, expected)
                .allMatch(difference -> Math.abs(difference) <= 6);
    }

    /// The first sample of a PNG as it is stored: ImageIO's own conversion of grey is what is to be avoided.
    private static int firstSample(byte[] png) {
        BufferedImage image = read(png);
        int sample = image.getRaster().getSample(0, 0, 0);
        return image.getColorModel() instanceof IndexColorModel palette ? palette.getRed(sample) : sample;
    }

    @Test
    void whatFitsStaysAsItIs() {
        byte[] png = write(screenshot(120, 80), "png");
        Ready ready = ready("a.png", png, SPEC);
        assertThat(ready.bytes()).isEqualTo(png);
        assertThat(ready.hash()).isEqualTo(Hashes.of(png));
        assertThat(List.of(ready.width(), ready.height())).containsExactly(120, 80);
    }

    @Test
    void tooLargeIsScaledInProportion() {
        Ready ready = ready("a.png", write(screenshot(600, 300), "png"), SPEC);
        assertThat(ready.type()).isEqualTo(MediaType.PNG);
        assertThat(List.of(ready.width(), ready.height(), ready.naturalWidth(), ready.naturalHeight()))
                .containsExactly(200, 100, 600, 300);
        BufferedImage image = read(ready.bytes());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(200, 100);
    }

    @Test
    void maxPixelsIsKept() {
        PictureSpec spec =
                new PictureSpec(SPEC.types(), 5000, 5000, 10_000, PictureSpec.FIDELITY, false, Animation.STILL);
        Ready ready = ready("a.png", write(screenshot(331, 217), "png"), spec);
        assertThat(ready.width() * ready.height()).isBetween(9_500, 10_000);
    }

    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg", "gif,image/gif"})
    void typeIsSniffedWhateverTheName(String format, String type) {
        Ready ready = ready("misnamed.svg", write(screenshot(50, 40), format), SPEC);
        assertThat(ready.type().value()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bmp", "tiff"})
    void rareTypesBecomePngWithoutLoss(String format) {
        BufferedImage source = screenshot(150, 100);
        Ready ready = ready("a", write(source, format), SPEC);
        assertThat(ready.type()).isEqualTo(MediaType.PNG);
        BufferedImage result = read(ready.bytes());
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 150; x++) {
                assertThat(result.getRGB(x, y)).isEqualTo(source.getRGB(x, y));
            }
        }
    }

    @Test
    void photographAsPngBecomesJpegAndDrawingDoesNot() {
        PictureSpec spec = PictureSpec.within(400, 400);
        byte[] png = write(photo(400, 300), "png");
        Ready ready = ready("photo.png", png, spec);
        assertThat(ready.type()).isEqualTo(MediaType.JPEG);
        assertThat(ready.bytes().length).isLessThan(png.length / 2);
        assertThat(ready("drawing.png", write(screenshot(800, 600), "png"), spec)
                        .type())
                .isEqualTo(MediaType.PNG);
    }

    @Test
    void photographStaysPngWhereJpegIsNotTaken() {
        PictureSpec spec = new PictureSpec(
                Set.of(MediaType.PNG), 400, 400, Long.MAX_VALUE, PictureSpec.FIDELITY, false, Animation.STILL);
        byte[] png = write(photo(400, 300), "png");
        Ready ready = ready("photo.png", png, spec);
        assertThat(ready.type()).isEqualTo(MediaType.PNG);
        assertThat(ready.bytes().length).isLessThanOrEqualTo(png.length);
    }

    @ParameterizedTest
    @CsvSource({"1,60,40,10,5", "3,60,40,50,35", "6,40,60,35,10", "8,40,60,5,50", "2,60,40,50,5", "5,40,60,5,10"})
    void orientationIsHonouredAndExifDropped(int orientation, int width, int height, int x, int y) {
        BufferedImage image = Samples.plain(60, 40, Color.WHITE);
        java.awt.Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, 20, 10); // top left as stored
        g.dispose();
        Ready ready = ready("a.jpg", Samples.withExif(write(image, "jpg"), orientation), SPEC);
        assertThat(List.of(ready.width(), ready.height(), ready.naturalWidth())).containsExactly(width, height, width);
        assertThat(colour(ready.bytes(), x, y))
                .satisfies(c -> assertThat(c.getGreen()).isLessThan(60));
        assertThat(colour(ready.bytes(), width / 2, height / 2))
                .satisfies(c -> assertThat(c.getGreen()).isGreaterThan(200));
        assertThat(new String(ready.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("OWNER-OF-CAMERA");
    }

    @Test
    void metadataOfPngIsDroppedAndPixelsKept() {
        byte[] png = write(screenshot(50, 40), "png");
        byte[] talking = Samples.withChunk(png, "tEXt", latin("Author\0Somebody"));
        assertThat(ready("a.png", talking, SPEC).bytes()).isEqualTo(png);
    }

    @Test
    void fourColourJpegBecomesThree() {
        Ready ready = ready("cmyk.jpg", Samples.resource("cmyk.jpg"), SPEC);
        assertThat(ready.type()).isEqualTo(MediaType.JPEG);
        assertThat(PictureHeader.find(ready.bytes()).orElseThrow().cmyk()).isFalse();
        Color left = colour(ready.bytes(), 5, 15);
        Color right = colour(ready.bytes(), 35, 15);
        assertThat(left.getRed()).isGreaterThan(left.getBlue() + 80);
        assertThat(right.getBlue()).isGreaterThan(right.getRed() + 80);
    }

    @Test
    void greyKeepsItsTone() {
        BufferedImage grey = new BufferedImage(400, 400, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x++) {
                grey.getRaster().setSample(x, y, 0, 100);
            }
        }
        assertNear(colour(ready("a.jpg", write(grey, "jpg"), SPEC).bytes(), 50, 50), new Color(100, 100, 100));
        byte[] png = ready("a.png", write(grey, "png"), SPEC).bytes();
        assertThat(firstSample(png)).isEqualTo(100);
    }

    @Test
    void transparencyIsKeptOrLaidOnWhite() {
        byte[] png = write(Samples.halfTransparent(400, 200), "png");
        assertThat(colour(ready("a.png", png, SPEC).bytes(), 150, 50).getAlpha())
                .isZero();
        PictureSpec flat =
                new PictureSpec(SPEC.types(), 400, 400, Long.MAX_VALUE, PictureSpec.FIDELITY, true, Animation.STILL);
        byte[] flattened = ready("a.png", png, flat).bytes();
        assertNear(colour(flattened, 350, 50), Color.WHITE);
        assertNear(colour(flattened, 50, 50), Color.RED);
        assertThat(read(flattened).getColorModel().hasAlpha()).isFalse();
    }

    @Test
    void edgesOfTransparencyTakeNoDirt() {
        Ready ready = ready("a.png", write(Samples.halfTransparent(603, 200), "png"), SPEC);
        BufferedImage image = read(ready.bytes());
        for (int x = 0; x < ready.width(); x++) {
            Color colour = new Color(image.getRGB(x, 30), true);
            assertThat(colour.getAlpha() == 0 || colour.getRed() > 240)
                    .as("%s at %s", colour, x)
                    .isTrue();
        }
    }

    @Test
    void animationIsKeptOrStilledOnItsCanvas() {
        byte[] gif = Samples.animatedGif();
        PictureSpec keep = new PictureSpec(SPEC.types(), 30, 30, 900, PictureSpec.FIDELITY, false, Animation.KEEP);
        Ready moving = ready("a.gif", gif, keep);
        assertThat(moving.bytes()).isEqualTo(gif);
        assertThat(List.of(moving.animated(), moving.wasAnimated())).containsExactly(true, true);

        Ready still = ready("a.gif", gif, SPEC);
        assertThat(List.of(still.animated(), still.wasAnimated())).containsExactly(false, true);
        assertThat(List.of(still.width(), still.height())).containsExactly(60, 40);
        assertNear(colour(still.bytes(), 40, 20), Color.BLUE);
        assertThat(colour(still.bytes(), 5, 5).getAlpha()).isZero();
    }

    @Test
    void webpIsConverted() {
        Ready lossy = ready("a", Samples.resource("lossy.webp"), SPEC);
        assertThat(lossy.type()).isEqualTo(MediaType.JPEG);
        assertThat(colour(lossy.bytes(), 5, 15).getRed()).isGreaterThan(200);
        assertThat(colour(lossy.bytes(), 35, 15).getBlue()).isGreaterThan(200);

        Ready lossless = ready("b", Samples.resource("lossless.webp"), SPEC);
        assertThat(lossless.type()).isEqualTo(MediaType.PNG);
        assertThat(colour(lossless.bytes(), 5, 15).getAlpha()).isZero();
        assertThat(colour(lossless.bytes(), 35, 15)).isEqualTo(new Color(0, 255, 0, 128));

        Ready animated = ready("c", Samples.resource("animated.webp"), SPEC);
        assertThat(List.of(animated.animated(), animated.wasAnimated())).containsExactly(false, true);
        assertThat(colour(animated.bytes(), 5, 15).getRed()).isGreaterThan(200);
    }

    @Test
    void webpIsLeftAloneWhereItIsTaken() {
        PictureSpec spec = new PictureSpec(
                Set.of(MediaType.WEBP, MediaType.PNG), 99, 99, 9999, PictureSpec.FIDELITY, false, Animation.STILL);
        byte[] webp = Samples.resource("lossy.webp");
        assertThat(ready("a", webp, spec).bytes()).isEqualTo(webp);
    }
}
