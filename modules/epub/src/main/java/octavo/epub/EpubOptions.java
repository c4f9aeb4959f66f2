package octavo.epub;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import octavo.model.OctavoException;
import octavo.model.Picture;
import octavo.render.MediaType;
import octavo.render.RenderContext;
import octavo.render.Renderer;
import octavo.render.picture.PictureSpec;

/// The table `[epub]` of `octavo.toml`.
///
/// @param animation what becomes of moving pictures
/// @param cover a picture of the archive that is the cover, instead of the one that Octavo draws
record EpubOptions(PictureSpec.Animation animation, Optional<Picture.Source> cover) {
    static final List<Renderer.Option> ALL = List.of(
            new Renderer.Option("animation", "moving pictures: \"still\" (default) or \"keep\""),
            new Renderer.Option("cover", "path of a picture for the cover, from the archive's root; drawn by default"));

    /// As much as a reading device shows of a picture in its text: a telephone has up to 430 CSS pixels of
    /// three dots each, electronic paper 1264 dots, a tablet a column of some 600 CSS pixels of two dots; the
    /// margins are to be taken off. A third more would nearly double the bytes, and nobody would see it.
    private static final int MAX_WIDTH = 1200;

    private static final int MAX_HEIGHT = 1800;

    /// A cover fills the screen of a tablet.
    private static final int MAX_COVER_WIDTH = 1600;

    private static final int MAX_COVER_HEIGHT = 2400;

    /// Apple Books takes less than four million pixels.
    private static final long MAX_PIXELS = 3_999_999;

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
                PictureSpec.FIDELITY,
                true,
                animation);
    }

    /// A cover is never a GIF: Kobo refuses those.
    PictureSpec coverPicture() {
        return new PictureSpec(
                Set.of(MediaType.JPEG, MediaType.PNG),
                MAX_COVER_WIDTH,
                MAX_COVER_HEIGHT,
                MAX_PIXELS,
                PictureSpec.FIDELITY,
                true,
                PictureSpec.Animation.STILL);
    }

    private static Picture.Source local(String path) {
        String relative = path.strip().replace('\\', '/').replaceFirst("^/+", "");
        return new Picture.Source.Local(relative, "/" + relative);
    }
}
