package octavo.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantiserTest {
    private static final int MANY = 32_768;

    private static Quantiser.Result quantised(Bitmap bitmap, double tolerance) {
        return Quantiser.quantise(bitmap, Colours.of(bitmap, MANY), tolerance);
    }

    /// Every grey and every blue, in equal areas.
    private static Bitmap ramps() {
        int[] pixels = new int[512 * 64];
        Arrays.setAll(pixels, i -> {
            int level = i % 512 / 2;
            return i % 2 == 0 ? Bitmap.argb(0xFF, level, level, level) : Bitmap.argb(0xFF, 0, 0, level);
        });
        return new Bitmap(512, 64, pixels);
    }

    @Test
    void paletteIsFullOrGoodEnough() {
        Quantiser.Result fine = quantised(ramps(), 0);
        assertThat(fine.bitmap().palette()).hasSizeLessThanOrEqualTo(256);
        assertThat(fine.error()).isLessThan(1);
        Quantiser.Result coarse = quantised(ramps(), 40);
        assertThat(coarse.bitmap().palette().length).isLessThan(fine.bitmap().palette().length / 2);
        assertThat(coarse.error()).isLessThan(60);
    }

    @Test
    void fewPixelsOfAColourOfTheirOwnKeepIt() {
        int red = 0xFFE00000;
        Bitmap bitmap = ramps();
        Arrays.fill(bitmap.argb(), 5000, 5012, red);
        IndexedBitmap result = quantised(bitmap, 1).bitmap();
        assertThat(result.palette()[result.indexes()[5005] & 0xFF]).isEqualTo(red);
    }

    @Test
    void nearestIsTheNearestOfAll() {
        int[] palette = IntStream.range(0, 200)
                .map(i -> (i * 0x9E3779B1) >>> 8 | 0xFF000000)
                .toArray();
        NearestColour nearest = new NearestColour(palette);
        for (int i = 0; i < 5000; i++) {
            int colour = (i * 0x85EBCA6B) >>> 8 | 0xFF000000;
            int least = Arrays.stream(palette)
                    .map(entry -> NearestColour.distance(colour, entry))
                    .min()
                    .orElseThrow();
            assertThat(NearestColour.distance(colour, palette[nearest.index(colour)]))
                    .isEqualTo(least);
        }
    }

    @Test
    void coloursAreCountedHoweverMany() {
        int[] pixels = IntStream.range(0, 90_000)
                .map(i -> (i * 0x9E3779B1) >>> 8 | 0xFF000000)
                .toArray();
        Colours few = Colours.of(new Bitmap(300, 3, Arrays.copyOf(pixels, 900)), MANY);
        assertThat(few.exact()).isTrue();
        assertThat(few.size()).isEqualTo(900);
        Colours many = Colours.of(new Bitmap(300, 300, pixels), MANY);
        assertThat(many.exact()).isFalse();
        assertThat(many.size()).isLessThanOrEqualTo(MANY);
        assertThat(IntStream.range(0, many.size()).map(many::count).sum()).isEqualTo(90_000);
        assertThat(IntStream.of(pixels)
                        .map(pixel -> NearestColour.distance(pixel, many.colour(many.number(pixel))))
                        .max()
                        .orElseThrow())
                .isLessThanOrEqualTo(3 * 7 * 7);
    }
}
