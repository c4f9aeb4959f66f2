package octavo.render.picture;

import java.util.Arrays;

/// Finds the entry of a palette that is nearest to a colour, going through them from the most likely on: their
/// sums of red, green and blue tell which cannot be nearer.
final class NearestColour {
    private final int[] palette;

    /// Sum and index of the entries, the smallest sum first.
    private final int[] sorted;

    NearestColour(int[] palette) {
        this.palette = palette;
        sorted = new int[palette.length];
        Arrays.setAll(sorted, i -> sum(palette[i]) << 8 | i);
        Arrays.sort(sorted);
    }

    private static int sum(int colour) {
        return (colour >> 16 & 0xFF) + (colour >> 8 & 0xFF) + (colour & 0xFF);
    }

    /// The square of the distance in red, green and blue.
    static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return red * red + green * green + blue * blue;
    }

    int index(int colour) {
        int sum = sum(colour);
        int start = Arrays.binarySearch(sorted, sum << 8);
        int up = start < 0 ? -start - 1 : start;
        int down = up - 1;
        int best = 0;
        int least = Integer.MAX_VALUE;
        while (up < sorted.length || down >= 0) {
            int above = up < sorted.length ? (sorted[up] >> 8) - sum : Integer.MAX_VALUE;
            int below = down >= 0 ? sum - (sorted[down] >> 8) : Integer.MAX_VALUE;
            int gap = Math.min(above, below);
            // A difference of the sums of d is a distance of at least d / sqrt(3).
            if ((long) gap * gap >= 3L * least) {
                break;
            }
            int index = (above <= below ? sorted[up++] : sorted[down--]) & 0xFF;
            int distance = distance(colour, palette[index]);
            if (distance < least || (distance == least && index < best)) {
                least = distance;
                best = index;
            }
        }
        return best;
    }
}
