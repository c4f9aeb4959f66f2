package octavo.render.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SimilarityTest {
    private static final int WIDTH = 41;
    private static final int HEIGHT = 30;

    private static byte[] grain(int seed, int strength) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        long state = seed;
        for (int i = 0; i < luma.length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            luma[i] = (byte) Math.clamp(i / 6 + (state >>> 58) * strength / 64, 0, 255);
        }
        return luma;
    }

    /// Word for word as in the paper, with windows of 8 x 8 pixels.
    private static double asPublished(byte[] one, byte[] other) {
        double total = 0;
        int windows = 0;
        for (int top = 0; top + 8 <= HEIGHT; top += 4) {
            for (int left = 0; left + 8 <= WIDTH; left += 4, windows++) {
                int corner = top * WIDTH + left;
                double meanX = mean(corner, i -> one[i] & 0xFF);
                double meanY = mean(corner, i -> other[i] & 0xFF);
                double varianceX = mean(corner, i -> Math.pow((one[i] & 0xFF) - meanX, 2));
                double varianceY = mean(corner, i -> Math.pow((other[i] & 0xFF) - meanY, 2));
                double covariance = mean(corner, i -> ((one[i] & 0xFF) - meanX) * ((other[i] & 0xFF) - meanY));
                double c1 = Math.pow(0.01 * 255, 2);
                double c2 = Math.pow(0.03 * 255, 2);
                total += (2 * meanX * meanY + c1)
                        * (2 * covariance + c2)
                        / ((meanX * meanX + meanY * meanY + c1) * (varianceX + varianceY + c2));
            }
        }
        return total / windows;
    }

    private static double mean(int corner, java.util.function.IntToDoubleFunction value) {
        double sum = 0;
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                sum += value.applyAsDouble(corner + y * WIDTH + x);
            }
        }
        return sum / 64;
    }

    @Test
    void isWhatWasPublished() {
        for (int strength : new int[] {1, 10, 60, 250}) {
            byte[] one = grain(1, strength);
            byte[] other = grain(2, strength / 2);
            assertThat(Similarity.of(one, other, WIDTH, HEIGHT)).isCloseTo(asPublished(one, other), within(1e-9));
        }
    }

    @Test
    void theSameIsOneAndMoreNoiseIsLess() {
        byte[] calm = grain(1, 1);
        assertThat(Similarity.of(calm, calm, WIDTH, HEIGHT)).isEqualTo(1);
        assertThat(Similarity.of(calm, grain(1, 20), WIDTH, HEIGHT))
                .isGreaterThan(Similarity.of(calm, grain(1, 60), WIDTH, HEIGHT));
    }

    @Test
    void whatIsSmallerThanAWindowIsTheSameOrNot() {
        byte[] dots = {1, 2, 3};
        assertThat(Similarity.of(dots, Arrays.copyOf(dots, 3), 3, 1)).isEqualTo(1);
        assertThat(Similarity.of(dots, new byte[3], 3, 1)).isZero();
    }
}
