package octavo.render.picture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import octavo.render.MediaType;

/// What an output can show.
///
/// @param types the media types that it takes; anything else is converted to PNG or JPEG. An SVG is kept, cleaned of
///     scripts and outside references, where [MediaType#SVG] is among them, and else drawn at the size asked for
/// @param maxWidth in pixels of the result
/// @param maxHeight in pixels of the result
/// @param maxPixels width times height of the result
/// @param fidelity the structural similarity (SSIM) to the original, at the size of the result, that a picture
///     keeps when it is made lighter: above 0 and at most 1, which leaves it alone wherever the output can show it
/// @param flatten whether transparency is laid on white
/// @param animation what becomes of an animated GIF
public record PictureSpec(
        Set<MediaType> types,
        int maxWidth,
        int maxHeight,
        long maxPixels,
        double fidelity,
        boolean flatten,
        Animation animation) {
    /// Where a difference is looked for in vain: the usual one. However similarity is measured, it is above 0.98.
    public static final double FIDELITY = 0.988;

    /// The fidelities below the usual one, each with a difference that shows a little more.
    private static final List<Double> LOWER = List.of(0.97, 0.95, 0.92);

    /// What becomes of an animated picture.
    public enum Animation {
        /// It stays as it is, whatever its size.
        KEEP,
        /// Its first full frame stands for it.
        STILL
    }

    public PictureSpec {
        types = Set.copyOf(types);
        if (maxWidth < 1 || maxHeight < 1 || maxPixels < 1 || !(fidelity > 0 && fidelity <= 1)) {
            throw new IllegalArgumentException(
                    "a picture has at least one pixel, and a fidelity above 0 and at most 1");
        }
    }

    /// The next step down, for an output that has to become smaller: a lower fidelity and four fifths of the width and
    /// the height. Empty where pictures would become ugly rather than small.
    public Optional<PictureSpec> lower() {
        return LOWER.stream()
                .filter(step -> step < fidelity)
                .findFirst()
                .map(step -> new PictureSpec(
                        types,
                        (int) lower(maxWidth),
                        (int) lower(maxHeight),
                        lower(lower(maxPixels)),
                        step,
                        flatten,
                        animation));
    }

    private static long lower(long limit) {
        return Math.max(1, limit / 5 * 4 + limit % 5 * 4 / 5);
    }

    /// All of it as text that is the same in every run, for keys.
    String canonical() {
        String names = types.stream().map(MediaType::value).sorted().collect(Collectors.joining(","));
        return String.join(
                " ",
                names,
                maxWidth + "x" + maxHeight,
                Long.toString(maxPixels),
                Double.toString(fidelity),
                Boolean.toString(flatten),
                animation.name());
    }

    /// PNG, JPEG and GIF within a width, everything else at its most usual.
    public static PictureSpec within(int maxWidth, int maxHeight) {
        return new PictureSpec(
                Set.of(MediaType.PNG, MediaType.JPEG, MediaType.GIF),
                maxWidth,
                maxHeight,
                Long.MAX_VALUE,
                FIDELITY,
                false,
                Animation.STILL);
    }
}
