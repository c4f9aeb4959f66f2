package octavo.render.picture;

/// The structural similarity (SSIM; Wang et al. 2004) of brightness: windows of 8 x 8 pixels, one every four
/// pixels, each weighing the same.
final class Similarity {
    /// The side of a block; a window is two by two of them.
    private static final int BLOCK = 4;

    /// Pixels in a window.
    private static final int PIXELS = 4 * BLOCK * BLOCK;

    /// Sums of a block: of each picture, of their squares together, and of their products.
    private static final int SUMS = 4;

    private static final double STEADY_MEAN = square(0.01 * 255 * PIXELS);
    private static final double STEADY_VARIANCE = square(0.03 * 255 * PIXELS);

    private Similarity() {}

    private static double square(double value) {
        return value * value;
    }

    /// The brightness of an sRGB pixel, from 0 to 255, as JPEG has it.
    static int luma(int pixel) {
        return (19595 * (pixel >> 16 & 0xFF) + 38470 * (pixel >> 8 & 0xFF) + 7471 * (pixel & 0xFF) + 0x8000) >> 16;
    }

    static byte[] luma(int[] pixels) {
        byte[] luma = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            luma[i] = (byte) luma(pixels[i]);
        }
        return luma;
    }

    /// @param one brightness, row by row
    /// @param other as many
    /// @return at most 1, which is the same; pictures smaller than a window are the same or not
    static double of(byte[] one, byte[] other, int width, int height) {
        int across = width / BLOCK;
        int down = height / BLOCK;
        if (across < 2 || down < 2) {
            return java.util.Arrays.equals(one, other) ? 1 : 0;
        }
        int[] above = new int[across * SUMS];
        int[] here = new int[across * SUMS];
        sums(one, other, width, 0, above);
        double total = 0;
        for (int y = 1; y < down; y++) {
            sums(one, other, width, y * BLOCK * width, here);
            for (int at = SUMS; at < here.length; at += SUMS) {
                total += window(above, here, at);
            }
            int[] swap = above;
            above = here;
            here = swap;
        }
        return total / ((across - 1) * (down - 1));
    }

    private static void sums(byte[] one, byte[] other, int width, int from, int[] sums) {
        for (int at = 0, left = from; at < sums.length; at += SUMS, left += BLOCK) {
            int first = 0;
            int second = 0;
            int squares = 0;
            int products = 0;
            for (int row = 0, i = left; row < BLOCK; row++, i += width) {
                for (int x = i; x < i + BLOCK; x++) {
                    int a = one[x] & 0xFF;
                    int b = other[x] & 0xFF;
                    first += a;
                    second += b;
                    squares += a * a + b * b;
                    products += a * b;
                }
            }
            sums[at] = first;
            sums[at + 1] = second;
            sums[at + 2] = squares;
            sums[at + 3] = products;
        }
    }

    private static double window(int[] above, int[] here, int at) {
        double first = sum(above, here, at);
        double second = sum(above, here, at + 1);
        double means = first * second;
        double squaredMeans = first * first + second * second;
        double variances = PIXELS * (double) sum(above, here, at + 2) - squaredMeans;
        double covariance = PIXELS * (double) sum(above, here, at + 3) - means;
        return (2 * means + STEADY_MEAN)
                * (2 * covariance + STEADY_VARIANCE)
                / ((squaredMeans + STEADY_MEAN) * (variances + STEADY_VARIANCE));
    }

    private static int sum(int[] above, int[] here, int at) {
        return above[at - SUMS] + above[at] + here[at - SUMS] + here[at];
    }
}
