package octavo.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalerTest {
    private static Bitmap scale(BufferedImage image, int width, int height) {
        return Scaler.scale(new ImageRows(image), width, height);
    }

    @ParameterizedTest
    @CsvSource({"300,200,299,199", "300,200,100,67", "1000,700,31,17", "1000,3,10,1", "7,7,1,1"})
    void plainAreaKeepsItsColourExactly(int width, int height, int newWidth, int newHeight) {
        Color colour = new Color(13, 200, 255);
        Bitmap small = scale(Samples.plain(width, height, colour), newWidth, newHeight);
        assertThat(Arrays.stream(small.argb()).distinct()).containsExactly(colour.getRGB());
    }

    @Test
    void brightnessAndPlacesAreKept() {
        BufferedImage slope = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 640; x++) {
                slope.setRGB(x, y, new Color(255 * x / 640, 255 * y / 480, 128).getRGB());
            }
        }
        Bitmap small = scale(slope, 80, 60);
        for (int y = 2; y < 58; y++) {
            for (int x = 2; x < 78; x++) {
                int pixel = small.argb()[y * 80 + x];
                assertThat((double) (pixel >> 16 & 0xFF)).isBetween(255 * (x + 0.5) / 80 - 5, 255 * (x + 0.5) / 80 + 5);
                assertThat((double) (pixel >> 8 & 0xFF)).isBetween(255 * (y + 0.5) / 60 - 5, 255 * (y + 0.5) / 60 + 5);
            }
        }
    }

    @Test
    void finePatternsBecomeGreyInsteadOfFlickering() {
        BufferedImage lines = new BufferedImage(900, 90, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 900; x += 2) {
            for (int y = 0; y < 90; y++) {
                lines.setRGB(x, y, 0xFFFFFF);
            }
        }
        Bitmap small = scale(lines, 271, 27);
        for (int x = 3; x < 268; x++) {
            assertThat(small.argb()[13 * 271 + x] & 0xFF).isBetween(118, 138);
        }
    }

    @Test
    void pngIsLosslessForEveryKindOfBitmap() {
        for (BufferedImage image : new BufferedImage[] {
            Samples.screenshot(61, 43),
            Samples.photo(61, 43),
            Samples.halfTransparent(61, 43),
            Samples.plain(5, 5, Color.PINK)
        }) {
            Bitmap bitmap = new ImageRows(image).bitmap();
            Bitmap back = new ImageRows(Samples.read(PngWriter.write(bitmap))).bitmap();
            assertThat(back.argb()).isEqualTo(bitmap.argb());
        }
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4", "9", "16", "17", "200", "256", "257"})
    void paletteOfAnySizeIsLossless(int colours) {
        int[] pixels = new int[37 * 29];
        for (int i = 0; i < pixels.length; i++) {
            int c = i * 7 % colours;
            pixels[i] = Bitmap.argb(c % 5 == 0 ? 128 : 255, c & 0xFF, c * 3 & 0xFF, c >> 8);
        }
        Bitmap bitmap = new Bitmap(37, 29, pixels);
        assertThat(new ImageRows(Samples.read(PngWriter.write(bitmap))).bitmap().argb())
                .isEqualTo(pixels);
    }
}
