package octavo.epub;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
/// @param maxSize how many bytes a book may have
/// @param vertical whether books of languages that know it are set from top to bottom
/// @param conformsTo a standard of accessibility that the owner says his books meet
/// @param certifiedBy who says so, if not the publisher
/// @param pages where the page maps of printed editions are: a folder, or the map of one edition
record EpubOptions(
        PictureSpec.Animation animation,
        Optional<Picture.Source> cover,
        OptionalLong maxSize,
        boolean vertical,
        Optional<String> conformsTo,
        Optional<String> certifiedBy,
        Optional<String> pages) {
    static final List<Format.Option> ALL = List.of(
            new Format.Option("animation", "moving pictures: \"still\" (default) or \"keep\""),
            new Format.Option("cover", "path of a picture for the cover, from the archive's root; drawn by default"),
            new Format.Option("max-size", "how large a book may be, such as 25MB; pictures are lowered until it fits"),
            new Format.Option("writing", "\"horizontal\" (default), or \"vertical\" for Japanese, Chinese and Korean"),
            new Format.Option("conforms-to", "a standard of accessibility that you say your books meet"),
            new Format.Option("certified-by", "who examined that (the publisher)"),
            new Format.Option("pages", "where page maps of the PDF are; the book gets its page numbers from them"));

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

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})(?:\\.([0-9]))?\\s*(KB|MB|B)?");

    static EpubOptions of(RenderContext context) {
        return new EpubOptions(
                animation(context),
                context.option("cover").filter(path -> !path.isBlank()).map(EpubOptions::local),
                maxSize(context),
                vertical(context),
                words(context, "conforms-to"),
                words(context, "certified-by"),
                words(context, "pages"));
    }

    private static PictureSpec.Animation animation(RenderContext context) {
        String value = context.option("animation").orElse("still");
        return switch (value) {
            case "still" -> PictureSpec.Animation.STILL;
            case "keep" -> PictureSpec.Animation.KEEP;
            default -> throw wrong("animation", value, "\"still\" or \"keep\"");
        };
    }

    private static boolean vertical(RenderContext context) {
        String value = context.option("writing").orElse("horizontal");
        return switch (value) {
            case "horizontal" -> false;
            case "vertical" -> true;
            default -> throw wrong("writing", value, "\"horizontal\" or \"vertical\"");
        };
    }

    /// Decimal units, as shops and mail services have them.
    private static OptionalLong maxSize(RenderContext context) {
        Optional<String> value = words(context, "max-size");
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        Matcher size = SIZE.matcher(value.get().toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw wrong("max-size", value.get(), "a size such as 25MB or 900KB");
        }
        long unit = "MB".equals(size.group(3)) ? 1_000_000 : "KB".equals(size.group(3)) ? 1_000 : 1;
        long tenths = size.group(2) == null ? 0 : Long.parseLong(size.group(2));
        return OptionalLong.of(Long.parseLong(size.group(1)) * unit + tenths * unit / 10);
    }

    private static Optional<String> words(RenderContext context, String key) {
        return context.option(key).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static OctavoException wrong(String key, String value, String right) {
        return new OctavoException(
                "[epub] " + key + " is \"" + value + "\" but can only be " + right + "; change it in octavo.toml.");
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
