package octavo.render.picture;

/// Finds the JPEG with the lowest quality that is like enough to a picture. Most tries are made on a part of it:
/// bands that lie evenly over it.
final class JpegSearch {
    /// Below this blocks and fringes show, whatever similarity says on the average.
    private static final int LOWEST = 60;

    /// Where only rounding is lost.
    private static final int HIGHEST = 100;

    /// How much the quality is raised where the whole turns out less like than its parts.
    private static final int RAISE = 2;

    /// The height of a band: one row of JPEG's blocks.
    private static final int BAND = 16;

    /// One band in so many is tried.
    private static final int SHARE = 4;

    /// A picture of fewer pixels is tried as a whole.
    private static final int SMALL = 100_000;

    /// For a picture of more pixels the part speaks for the whole, which would take too much memory to compare.
    private static final int LARGE = 8_000_000;

    /// Colour that differs more than this from pixel to pixel, on the average, is written in full.
    private static final double FINE_COLOUR = 3;

    private JpegSearch() {}

    /// @param bitmap without transparency
    static byte[] smallest(Bitmap bitmap, double fidelity) {
        boolean fullColour = colourDetail(bitmap) > FINE_COLOUR;
        JpegWriter whole = new JpegWriter(bitmap, fullColour);
        boolean small = bitmap.argb().length < SMALL || bitmap.height() < BAND * SHARE;
        JpegWriter part = small ? whole : new JpegWriter(bands(bitmap), fullColour);
        for (int quality = lowest(part, fidelity); quality < HIGHEST; quality += RAISE) {
            byte[] jpeg = whole.write(quality);
            if (bitmap.argb().length > LARGE || whole.similarity(jpeg) >= fidelity) {
                return jpeg;
            }
        }
        return whole.write(HIGHEST);
    }

    private static int lowest(JpegWriter writer, double fidelity) {
        int low = LOWEST;
        int high = HIGHEST;
        while (low < high) {
            int middle = (low + high) / 2;
            if (writer.similarity(writer.write(middle)) >= fidelity) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Bitmap bands(Bitmap bitmap) {
        int width = bitmap.width();
        int count = bitmap.height() / (BAND * SHARE);
        int[] pixels = new int[count * BAND * width];
        for (int band = 0; band < count; band++) {
            int from = (band * SHARE + SHARE / 2) * BAND * width;
            System.arraycopy(bitmap.argb(), from, pixels, band * BAND * width, BAND * width);
        }
        return new Bitmap(width, count * BAND, pixels);
    }

    /// The mean difference in red less green and in blue less green from one pixel to the next.
    private static double colourDetail(Bitmap bitmap) {
        int[] pixels = bitmap.argb();
        long sum = 0;
        for (int i = 1; i < pixels.length; i++) {
            int one = pixels[i - 1];
            int other = pixels[i];
            if (one != other) {
                int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
                sum += Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF) - green);
                sum += Math.abs((one & 0xFF) - (other & 0xFF) - green);
            }
        }
        return (double) sum / pixels.length;
    }
}
