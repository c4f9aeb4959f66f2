package octavo.epub;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import octavo.model.OctavoException;
import octavo.model.Picture;
import octavo.render.Format;
import octavo.render.MediaType;
import octavo.render.RenderContext;
import octavo.render.picture.PictureSpec;

/// The table `[epub]` of `octavo.toml`.
///
/// @param animation what becomes of moving pictures
/// @param cover a picture of the archive that is the cover, instead of the one that Octavo draws
record EpubOptions(PictureSpec.Animation animation, Optional<Picture.Source> cover) {
    static final List<Format.Option> ALL = List.of(
            new Format.Option("animation", "moving pictures: \"still\" (default) or \"keep\""),
            new Format.Option("cover", "path of a picture for the cover, from the archive's root; drawn by default"));

    /// More than any reading device shows, and together under the four million pixels that Apple Books
    /// takes.
    private static final int MAX_WIDTH = 1600;

    private static final int MAX_HEIGHT = 2400;
    private static final long MAX_PIXELS = 3_999_999;

    /// Where the difference to the original cannot be seen on a reading device.
    private static final double QUALITY = 0.82;

    static EpubOptions of(RenderContext context) {
        String animation = context.option("animation").orElse("still");
        return new EpubOptions(
                switch (animation) {
                    case "still" -> PictureSpec.Animation.STILL;
                    case "keep" -> PictureSpec.Animation.KEEP;
                    default ->
                        throw new OctavoException("[epub] animation is \"" + animation
                                + "\" but can only be \"still\" or \"keep\"; change it in octavo.toml.");
                },
                context.option("cover").filter(path -> !path.isBlank()).map(EpubOptions::local));
    }

    /// What reading systems show: WebP is in the standard but blank on Kobo and Kindle, and transparency
    /// turns black in their night modes.
    PictureSpec pictures() {
        return new PictureSpec(
                Set.of(MediaType.JPEG, MediaType.PNG, MediaType.GIF),
                MAX_WIDTH,
                MAX_HEIGHT,
                MAX_PIXELS,
                QUALITY,
                true,
                animation);
    }

    /// A cover is never a GIF: Kobo refuses those.
    PictureSpec coverPicture() {
        return new PictureSpec(
                Set.of(MediaType.JPEG, MediaType.PNG),
                MAX_WIDTH,
                MAX_HEIGHT,
                MAX_PIXELS,
                QUALITY,
                true,
                PictureSpec.Animation.STILL);
    }

    private static Picture.Source local(String path) {
        String relative = path.strip().replace('\\', '/').replaceFirst("^/+", "");
        return new Picture.Source.Local(relative, "/" + relative);
    }
}
