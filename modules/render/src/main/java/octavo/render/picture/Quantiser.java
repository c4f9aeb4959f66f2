package octavo.render.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the palette that comes nearest to a picture: colours are parted where they differ most until they
/// differ little enough or fill a palette; then each goes to its nearest entry, and entries to the middle of
/// theirs. No library that is looked after does this for Java; ImageIO knows a fixed palette only.
///
/// A colour weighs the square root of its pixels, so that a few red letters are not lost in a large white
/// area. All in a fixed order and in doubles, which are the same on every machine.
final class Quantiser {
    private final Colours colours;
    private final int[] order;
    private final double[] weights;
    private final int[] places;
    private double error;

    private Quantiser(Colours colours) {
        this.colours = colours;
        order = new int[colours.size()];
        Arrays.setAll(order, i -> i);
        weights = new double[order.length];
        Arrays.setAll(weights, i -> Math.sqrt(colours.count(i)));
        places = new int[order.length];
    }

    /// @param error the mean of the squared distances in red, green and blue between pixels and their palette's colour
    record Result(IndexedBitmap bitmap, double error) {}

    /// @param bitmap without transparency
    /// @param tolerance the error that needs no further colours
    static Result quantise(Bitmap bitmap, Colours colours, double tolerance) {
        Quantiser quantiser = new Quantiser(colours);
        int[] palette = quantiser.parted(tolerance);
        quantiser.assign(palette);
        quantiser.centre(palette);
        Arrays.sort(palette);
        quantiser.assign(palette);
        IndexedBitmap indexed = IndexedBitmap.of(bitmap, colours, quantiser.places, palette);
        return new Result(indexed, quantiser.error);
    }

    private int[] parted(double tolerance) {
        List<Box> boxes = new ArrayList<>();
        boxes.add(new Box(0, order.length));
        double enough = tolerance * boxes.getFirst().weight;
        double left = boxes.getFirst().error;
        while (boxes.size() < IndexedBitmap.MOST && left > enough) {
            int worst = 0;
            for (int i = 1; i < boxes.size(); i++) {
                worst = boxes.get(i).error > boxes.get(worst).error ? i : worst;
            }
            Box box = boxes.get(worst);
            int middle = box.part();
            if (middle == box.from || middle == box.to) {
                break;
            }
            Box lower = new Box(box.from, middle);
            Box upper = new Box(middle, box.to);
            boxes.set(worst, lower);
            boxes.add(upper);
            left += lower.error + upper.error - box.error;
        }
        return boxes.stream().mapToInt(Box::mean).toArray();
    }

    /// Colours that are near to each other: a part of the order.
    private final class Box {
        private final int from;
        private final int to;
        private final double[] means = new double[3];
        private final double[] spreads = new double[3];
        private final double weight;
        private final double error;

        Box(int from, int to) {
            this.from = from;
            this.to = to;
            double sum = 0;
            double[] squares = new double[3];
            for (int i = from; i < to; i++) {
                double share = weights[order[i]];
                int colour = colours.colour(order[i]);
                sum += share;
                for (int band = 0; band < 3; band++) {
                    int sample = sample(colour, band);
                    means[band] += share * sample;
                    squares[band] += share * sample * sample;
                }
            }
            weight = sum;
            for (int band = 0; band < 3; band++) {
                means[band] /= weight;
                spreads[band] = squares[band] - means[band] * means[band] * weight;
            }
            error = to - from == 1 ? 0 : spreads[0] + spreads[1] + spreads[2];
        }

        /// Moves what is below the mean of the most spread band to the front.
        int part() {
            int band = spreads[1] >= spreads[0] ? 1 : 0;
            band = spreads[2] > spreads[band] ? 2 : band;
            int middle = from;
            for (int i = from; i < to; i++) {
                int number = order[i];
                if (sample(colours.colour(number), band) < means[band]) {
                    order[i] = order[middle];
                    order[middle++] = number;
                }
            }
            return middle;
        }

        int mean() {
            return rounded(means[0], means[1], means[2]);
        }
    }

    private static int sample(int colour, int band) {
        return colour >> (16 - 8 * band) & 0xFF;
    }

    private static int rounded(double red, double green, double blue) {
        return Bitmap.argb(0xFF, (int) Math.round(red), (int) Math.round(green), (int) Math.round(blue));
    }

    /// Gives each colour the nearest entry.
    private void assign(int[] palette) {
        NearestColour nearest = new NearestColour(palette);
        double distances = 0;
        long pixels = 0;
        for (int i = 0; i < places.length; i++) {
            int colour = colours.colour(i);
            places[i] = nearest.index(colour);
            distances += (double) colours.count(i) * NearestColour.distance(colour, palette[places[i]]);
            pixels += colours.count(i);
        }
        error = distances / pixels;
    }

    /// Moves each entry to the middle of its colours, or to the one that most of its pixels have.
    private void centre(int[] palette) {
        double[] sums = new double[4 * palette.length];
        int[] pixels = new int[palette.length];
        int[] main = new int[palette.length];
        Arrays.fill(main, -1);
        for (int i = 0; i < places.length; i++) {
            int place = places[i];
            int colour = colours.colour(i);
            for (int band = 0; band < 3; band++) {
                sums[4 * place + band] += weights[i] * sample(colour, band);
            }
            sums[4 * place + 3] += weights[i];
            pixels[place] += colours.count(i);
            if (main[place] < 0 || colours.count(i) > colours.count(main[place])) {
                main[place] = i;
            }
        }
        for (int place = 0, at = 0; place < palette.length; place++, at += 4) {
            if (main[place] >= 0) {
                boolean one = 2L * colours.count(main[place]) > pixels[place];
                double weight = sums[at + 3];
                palette[place] = one
                        ? colours.colour(main[place])
                        : rounded(sums[at] / weight, sums[at + 1] / weight, sums[at + 2] / weight);
            }
        }
    }
}
