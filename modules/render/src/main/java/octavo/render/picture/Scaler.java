package octavo.render.picture;

import java.util.Arrays;

/// Makes pictures smaller: Catmull-Rom cubic convolution as wide as the reduction asks for, so that fine
/// lines neither vanish nor flicker. Rows are read once and in order; besides the result only as many rows
/// are held as the filter is high. All in integers, so that every machine comes to the same bytes.
final class Scaler {
    private static final int ONE_BITS = 14;
    private static final int ONE = 1 << ONE_BITS;
    private static final int HALF = ONE >> 1;

    /// From this reduction on, whole blocks of pixels are averaged first: nobody sees it, and it costs a
    /// quarter.
    private static final int BLOCKS_FROM = 4;

    private final Rows source;
    private final int width;
    private final int height;
    private final Filter across;
    private final Filter down;

    private Scaler(Rows source, int width, int height) {
        this.source = source;
        this.width = width;
        this.height = height;
        across = Filter.from(source.width(), width);
        down = Filter.from(source.height(), height);
    }

    /// The picture at a size that is not above its own.
    static Bitmap scale(Rows source, int width, int height) {
        if (width == source.width() && height == source.height()) {
            return source.bitmap();
        }
        int block = Math.min(source.width() / width, source.height() / height) / 2;
        Rows reduced = block >= BLOCKS_FROM / 2 ? new BlockRows(source, block) : source;
        return new Scaler(reduced, width, height).run();
    }

    private Bitmap run() {
        int[] out = new int[width * height];
        int[] row = new int[source.width()];
        int[][] ring = new int[down.longest()][width];
        int[] sums = new int[4 * width];
        int read = 0;
        for (int y = 0; y < height; y++) {
            int end = down.start(y) + down.length(y);
            for (; read < end; read++) {
                source.read(read, row);
                shrink(row, ring[read % ring.length]);
            }
            blend(ring, y, sums, out);
        }
        return new Bitmap(width, height, out);
    }

    /// One row made narrower, colours multiplied with alpha from here on.
    private void shrink(int[] row, int[] narrow) {
        if (!source.opaque()) {
            multiply(row);
        }
        for (int x = 0; x < width; x++) {
            int alpha = HALF;
            int red = HALF;
            int green = HALF;
            int blue = HALF;
            int start = across.start(x);
            int weight = across.weights(x);
            for (int i = 0; i < across.length(x); i++) {
                int pixel = row[start + i];
                int share = across.weight(weight + i);
                alpha += (pixel >>> 24) * share;
                red += (pixel >> 16 & 0xFF) * share;
                green += (pixel >> 8 & 0xFF) * share;
                blue += (pixel & 0xFF) * share;
            }
            narrow[x] = pack(alpha, red, green, blue);
        }
    }

    private void blend(int[][] ring, int y, int[] sums, int[] out) {
        Arrays.fill(sums, HALF);
        for (int i = 0; i < down.length(y); i++) {
            int[] narrow = ring[(down.start(y) + i) % ring.length];
            int share = down.weight(down.weights(y) + i);
            for (int x = 0, at = 0; x < width; x++, at += 4) {
                int pixel = narrow[x];
                sums[at] += (pixel >>> 24) * share;
                sums[at + 1] += (pixel >> 16 & 0xFF) * share;
                sums[at + 2] += (pixel >> 8 & 0xFF) * share;
                sums[at + 3] += (pixel & 0xFF) * share;
            }
        }
        for (int x = 0, at = 0; x < width; x++, at += 4) {
            int pixel = pack(sums[at], sums[at + 1], sums[at + 2], sums[at + 3]);
            out[y * width + x] = source.opaque() ? pixel : divide(pixel);
        }
    }

    private static int pack(int alpha, int red, int green, int blue) {
        return Bitmap.argb(clamp(alpha), clamp(red), clamp(green), clamp(blue));
    }

    private static int clamp(int sum) {
        return Math.clamp(sum >> ONE_BITS, 0, 255);
    }

    private static void multiply(int[] row) {
        for (int x = 0; x < row.length; x++) {
            int pixel = row[x];
            int alpha = pixel >>> 24;
            if (alpha != 0xFF) {
                row[x] = Bitmap.argb(alpha, part(pixel >> 16, alpha), part(pixel >> 8, alpha), part(pixel, alpha));
            }
        }
    }

    private static int part(int sample, int alpha) {
        return ((sample & 0xFF) * alpha + 127) / 255;
    }

    private static int divide(int pixel) {
        int alpha = pixel >>> 24;
        if (alpha == 0xFF) {
            return pixel;
        }
        if (alpha == 0) {
            return 0;
        }
        int half = alpha / 2;
        int red = Math.min(255, ((pixel >> 16 & 0xFF) * 255 + half) / alpha);
        int green = Math.min(255, ((pixel >> 8 & 0xFF) * 255 + half) / alpha);
        int blue = Math.min(255, ((pixel & 0xFF) * 255 + half) / alpha);
        return Bitmap.argb(alpha, red, green, blue);
    }

    /// For each pixel of the result, which pixels of the source it is made of and how much of each.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Filter(int[] starts, int[] lengths, int[] weights, int longest) {
        /// Half the width of a Catmull-Rom curve.
        private static final double SUPPORT = 2;

        static Filter from(int size, int target) {
            double scale = Math.max(1, (double) size / target);
            int longest = (int) Math.ceil(SUPPORT * scale) * 2 + 1;
            int[] starts = new int[target];
            int[] lengths = new int[target];
            int[] weights = new int[target * longest];
            for (int i = 0; i < target; i++) {
                double centre = (i + 0.5) * size / target;
                starts[i] = Math.max(0, (int) Math.ceil(centre - SUPPORT * scale - 0.5));
                int end = Math.min(size, (int) Math.floor(centre + SUPPORT * scale - 0.5) + 1);
                lengths[i] = Math.min(end - starts[i], longest);
                fill(weights, i * longest, starts[i], lengths[i], centre, scale);
            }
            return new Filter(starts, lengths, weights, longest);
        }

        /// Weights whose sum is exactly [#ONE], so that a plain area keeps its colour.
        private static void fill(int[] weights, int at, int start, int length, double centre, double scale) {
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += catmullRom((start + i + 0.5 - centre) / scale);
            }
            int left = ONE;
            int largest = at;
            for (int i = 0; i < length; i++) {
                int weight = (int) Math.round(catmullRom((start + i + 0.5 - centre) / scale) / sum * ONE);
                weights[at + i] = weight;
                left -= weight;
                largest = weight > weights[largest] ? at + i : largest;
            }
            weights[largest] += left;
        }

        private static double catmullRom(double distance) {
            double x = Math.abs(distance);
            if (x >= 2) {
                return 0;
            }
            return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
        }

        int start(int i) {
            return starts[i];
        }

        int length(int i) {
            return lengths[i];
        }

        /// Where the weights of a pixel begin.
        int weights(int i) {
            return i * longest;
        }

        int weight(int at) {
            return weights[at];
        }
    }

    /// Averages of square blocks.
    private static final class BlockRows implements Rows {
        private final Rows source;
        private final int block;
        private final int[] row;
        private final int[] sums;

        BlockRows(Rows source, int block) {
            this.source = source;
            this.block = block;
            row = new int[source.width()];
            sums = new int[4 * width()];
        }

        @Override
        public int width() {
            return (source.width() + block - 1) / block;
        }

        @Override
        public int height() {
            return (source.height() + block - 1) / block;
        }

        @Override
        public boolean opaque() {
            return source.opaque();
        }

        @Override
        public void read(int y, int[] argb) {
            Arrays.fill(sums, 0);
            int rows = Math.min(block, source.height() - y * block);
            for (int i = 0; i < rows; i++) {
                source.read(y * block + i, row);
                if (!opaque()) {
                    multiply(row);
                }
                for (int x = 0; x < row.length; x++) {
                    int at = x / block * 4;
                    int pixel = row[x];
                    sums[at] += pixel >>> 24;
                    sums[at + 1] += pixel >> 16 & 0xFF;
                    sums[at + 2] += pixel >> 8 & 0xFF;
                    sums[at + 3] += pixel & 0xFF;
                }
            }
            for (int x = 0, at = 0; x < width(); x++, at += 4) {
                int count = rows * Math.min(block, source.width() - x * block);
                int half = count / 2;
                int pixel = Bitmap.argb(
                        (sums[at] + half) / count,
                        (sums[at + 1] + half) / count,
                        (sums[at + 2] + half) / count,
                        (sums[at + 3] + half) / count);
                argb[x] = opaque() ? pixel : divide(pixel);
            }
        }
    }
}
