package octavo.render.picture;

/// The row filters of PNG (third edition, section 9.2).
final class PngFilter {
    private PngFilter() {}

    /// Filters a row in all five ways.
    ///
    /// @param distance bytes from a sample to the same sample of the pixel to its left
    /// @param tries filled in, by the number of the filter
    /// @return the filter whose differences, taken as signed bytes, are smallest in sum
    static int best(byte[] row, byte[] above, int distance, byte[][] tries) {
        long[] sums = new long[tries.length];
        for (int i = 0; i < row.length; i++) {
            int value = row[i] & 0xFF;
            int left = i < distance ? 0 : row[i - distance] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = i < distance ? 0 : above[i - distance] & 0xFF;
            sums[0] += put(tries[0], i, value);
            sums[1] += put(tries[1], i, value - left);
            sums[2] += put(tries[2], i, value - up);
            sums[3] += put(tries[3], i, value - (left + up) / 2);
            sums[4] += put(tries[4], i, value - paeth(left, up, corner));
        }
        int best = 0;
        for (int filter = 1; filter < sums.length; filter++) {
            best = sums[filter] < sums[best] ? filter : best;
        }
        return best;
    }

    private static int put(byte[] out, int at, int difference) {
        byte value = (byte) difference;
        out[at] = value;
        return Math.abs(value);
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
