package octavo.render.picture;

import static octavo.render.picture.Samples.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import octavo.render.MediaType;
import octavo.render.picture.Encoder.Encoded;
import octavo.render.picture.PictureSpec.Animation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncoderTest {
    private static final PictureSpec SPEC = PictureSpec.within(1200, 1800);

    /// Pictures of each kind that a newsletter may show.
    enum Kind {
        PHOTOGRAPH {
            @Override
            Bitmap bitmap() {
                return EncoderTest.bitmap(Samples.photo(480, 320));
            }
        },
        SCREENSHOT {
            @Override
            Bitmap bitmap() throws PictureProblem {
                return text();
            }
        },
        DRAWING {
            @Override
            Bitmap bitmap() {
                return EncoderTest.bitmap(Samples.screenshot(480, 320));
            }
        },
        GRADIENT {
            @Override
            Bitmap bitmap() {
                int[] pixels = new int[480 * 320];
                Arrays.setAll(pixels, i -> Bitmap.argb(0xFF, i % 480 / 2, i / 480 * 255 / 320, 255 - i % 480 / 2));
                return new Bitmap(480, 320, pixels);
            }
        },
        NOISE {
            @Override
            Bitmap bitmap() {
                int[] pixels = new int[480 * 320];
                Arrays.setAll(pixels, i -> (i * 0x9E3779B1) >>> 8 | 0xFF000000);
                return new Bitmap(480, 320, pixels);
            }
        };

        abstract Bitmap bitmap() throws PictureProblem;
    }

    private static Bitmap bitmap(BufferedImage image) {
        return new ImageRows(image).bitmap();
    }

    private static Bitmap decoded(Encoded encoded) {
        return bitmap(read(encoded.bytes()));
    }

    /// A window of a program: lines of soft-edged text in several colours, on white and on a dark bar.
    private static Bitmap text() throws PictureProblem {
        StringBuilder svg = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' width='480' height='320'>"
                + "<defs><linearGradient id='g'><stop stop-color='#124'/><stop offset='1' stop-color='#358'/>"
                + "</linearGradient></defs>"
                + "<rect width='480' height='320' fill='#fff'/><rect width='480' height='40' fill='url(#g)'/>"
                + "<text x='10' y='27' font-size='20' fill='#fff'>Settings of the account</text>"
                + "<text x='10' y='300' font-size='18' fill='#e00000'>Delete it for good</text>");
        for (int line = 0; line < 11; line++) {
            svg.append("<text x='%d' y='%d' font-size='13' fill='#%x%x5'>Line %d says that nothing is lost.</text>"
                    .formatted(10 + line, 65 + 19 * line, line, 11 - line, line));
        }
        byte[] bytes = svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
        return SvgDrawing.draw(SvgCleaner.clean(bytes), new Size(480, 320));
    }

    private static Encoded encoded(Bitmap bitmap) {
        return new Encoder(SPEC).encode(bitmap, false);
    }

    private static double similarity(Bitmap one, Bitmap other) {
        return Similarity.of(Similarity.luma(one.argb()), Similarity.luma(other.argb()), one.width(), one.height());
    }

    @ParameterizedTest
    @EnumSource
    void everyPictureStaysLikeItselfAtEachStep(Kind kind) throws PictureProblem {
        Bitmap bitmap = kind.bitmap();
        int before = Integer.MAX_VALUE;
        for (Optional<PictureSpec> spec = Optional.of(SPEC);
                spec.isPresent();
                spec = spec.get().lower()) {
            Encoded encoded = new Encoder(spec.get()).encode(bitmap, false);
            assertThat(similarity(bitmap, decoded(encoded)))
                    .isGreaterThanOrEqualTo(spec.get().fidelity() - 0.001);
            assertThat(encoded.bytes().length).isLessThanOrEqualTo(before);
            before = encoded.bytes().length;
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHOTOGRAPH", "SCREENSHOT"})
    void itIsMuchLighterThanWithoutLoss(Kind kind) throws PictureProblem {
        Bitmap bitmap = kind.bitmap();
        assertThat(encoded(bitmap).bytes().length).isLessThan(PngWriter.write(bitmap).length * 6 / 10);
    }

    @Test
    void lettersKeepTheirColourAndTheGroundStaysWhite() throws PictureProblem {
        Bitmap bitmap = text();
        Bitmap result = decoded(encoded(bitmap));
        for (int i = 0; i < bitmap.argb().length; i++) {
            int pixel = bitmap.argb()[i];
            if (pixel == 0xFFFFFFFF || pixel == 0xFFE00000) {
                assertThat(NearestColour.distance(pixel, result.argb()[i])).isLessThanOrEqualTo(12);
            }
        }
    }

    @Test
    void redOnWhiteKeepsItsColourInAJpegToo() throws PictureProblem {
        PictureSpec jpegOnly = new PictureSpec(
                Set.of(MediaType.JPEG), 1200, 1800, Long.MAX_VALUE, PictureSpec.FIDELITY, true, Animation.STILL);
        int[] pixels = new int[160 * 160];
        Arrays.setAll(pixels, i -> i % 160 / 2 % 3 == 0 ? 0xFFE00000 : 0xFFFFFFFF);
        Encoded jpeg = new Encoder(jpegOnly).encode(new Bitmap(160, 160, pixels), false);
        assertThat(jpeg.type()).isEqualTo(MediaType.JPEG);
        int[] result = decoded(jpeg).argb();
        double distance = 0;
        for (int i = 0; i < pixels.length; i++) {
            distance += NearestColour.distance(pixels[i], result[i]);
        }
        assertThat(Math.sqrt(distance / pixels.length)).isLessThan(20);
    }

    @Test
    void gradientShowsNoSteps() throws PictureProblem {
        Bitmap gradient = Kind.GRADIENT.bitmap();
        int[] result = decoded(encoded(gradient)).argb();
        for (int i = 0; i < result.length; i++) {
            assertThat(NearestColour.distance(gradient.argb()[i], result[i])).isLessThan(200);
        }
    }

    @Test
    void fewColoursAreKeptWithoutLoss() throws PictureProblem {
        Bitmap drawing = Kind.DRAWING.bitmap();
        Encoded png = encoded(drawing);
        assertThat(png.type()).isEqualTo(MediaType.PNG);
        assertThat(decoded(png).argb()).isEqualTo(drawing.argb());
    }

    @Test
    void transparencyIsKeptWithoutLoss() {
        int[] pixels = new int[100 * 100];
        Arrays.setAll(pixels, i -> Bitmap.argb(i % 100 * 2, i / 100 * 2, 90, 200));
        Bitmap glass = new Bitmap(100, 100, pixels);
        assertThat(decoded(encoded(glass)).argb()).isEqualTo(pixels);
    }

    @Test
    void whatIsToBeTheSameIsTheSame() throws PictureProblem {
        PictureSpec same = new PictureSpec(SPEC.types(), 1200, 1800, Long.MAX_VALUE, 1, false, Animation.STILL);
        Bitmap bitmap = text();
        assertThat(decoded(new Encoder(same).encode(bitmap, false)).argb()).isEqualTo(bitmap.argb());
    }

    @Test
    void aPictureOfADotIsEncoded() {
        Bitmap dot = new Bitmap(1, 1, new int[] {0xFF123456});
        assertThat(decoded(encoded(dot)).argb()).isEqualTo(dot.argb());
        assertThat(new Encoder(SPEC).encode(dot, true).bytes()).isNotEmpty();
    }
}
