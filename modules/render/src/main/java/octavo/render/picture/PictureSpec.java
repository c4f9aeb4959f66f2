package octavo.render.picture;

import java.util.Set;
import java.util.stream.Collectors;
import octavo.render.MediaType;

/// What an output can show.
///
/// @param types the media types that it takes; anything else is converted to PNG or JPEG. An SVG is kept, cleaned of
///     scripts and outside references, where [MediaType#SVG] is among them, and else drawn at the size
/// asked for
/// @param maxWidth in pixels of the result
/// @param maxHeight in pixels of the result
/// @param maxPixels width times height of the result
/// @param quality of JPEGs, from 0 to 1
/// @param flatten whether transparency is laid on white
/// @param animation what becomes of an animated GIF
public record PictureSpec(
        Set<MediaType> types,
        int maxWidth,
        int maxHeight,
        long maxPixels,
        double quality,
        boolean flatten,
        Animation animation) {
    /// What becomes of an animated picture.
    public enum Animation {
        /// It stays as it is, whatever its size.
        KEEP,
        /// Its first full frame stands for it.
        STILL
    }

    public PictureSpec {
        types = Set.copyOf(types);
        if (maxWidth < 1 || maxHeight < 1 || maxPixels < 1 || !(quality >= 0 && quality <= 1)) {
            throw new IllegalArgumentException("a picture has at least one pixel, and a quality from 0 to 1");
        }
    }

    /// All of it as text that is the same in every run, for keys.
    String canonical() {
        String names = types.stream().map(MediaType::value).sorted().collect(Collectors.joining(","));
        return String.join(
                " ",
                names,
                maxWidth + "x" + maxHeight,
                Long.toString(maxPixels),
                Double.toString(quality),
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
                0.82,
                false,
                Animation.STILL);
    }
}
