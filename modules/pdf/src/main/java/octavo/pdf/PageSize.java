package octavo.pdf;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import octavo.model.OctavoException;

/// A sheet with its margins. Lengths are in millimetres; the measure holds 60 to 75 characters a line.
///
/// @param name as the option `page-size` and the style sheet know it
/// @param binding the margin at the side where lines start, without `hang`
/// @param hang how far section heads stand out from the text on that side
/// @param fore the margin at the side where lines end
/// @param fontSize of running text, in points
/// @param fold how far the text has moved away from the fold of pages printed on both sides
record PageSize(
        String name,
        double width,
        double height,
        double top,
        double bottom,
        double binding,
        double hang,
        double fore,
        double fontSize,
        double fold) {
    private static final PageSize[] KNOWN = {
        new PageSize("A4", 210, 297, 28, 26, 34, 12, 38, 10.5, 0),
        new PageSize("A5", 148, 210, 20, 19, 21, 0, 17, 9, 0),
        new PageSize("Letter", 215.9, 279.4, 27, 25, 37, 12, 41, 10.5, 0),
        new PageSize("Half-Letter", 139.7, 215.9, 20, 19, 17, 0, 15, 9, 0)
    };
    static final double PIXELS_A_MILLIMETRE = 96 / 25.4;

    static final PageSize A4 = KNOWN[0];

    /// @throws OctavoException where no size has this name
    static PageSize named(String name) {
        return Arrays.stream(KNOWN)
                .filter(size -> size.name.equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(
                        () -> new OctavoException("[pdf] page-size is \"" + name + "\"; it can be " + names() + "."));
    }

    static String names() {
        return Arrays.stream(KNOWN).map(PageSize::name).collect(Collectors.joining(", "));
    }

    /// This sheet with its text further from the fold.
    ///
    /// @param distance in millimetres; the measure stays as it is
    PageSize bound(double distance) {
        return new PageSize(name, width, height, top, bottom, binding, hang, fore, fontSize, distance);
    }

    /// The page that is half of this sheet; one that is half of a sheet already stays as it is.
    PageSize folded() {
        return switch (name) {
            case "A4" -> named("A5");
            case "Letter" -> named("Half-Letter");
            default -> this;
        };
    }

    /// The width of a line of text, in millimetres.
    double measure() {
        return width - binding - hang - fore;
    }

    /// The width of a line of text, in CSS pixels.
    int measurePixels() {
        return (int) Math.floor(measure() * PIXELS_A_MILLIMETRE);
    }

    /// How high a picture may be, in CSS pixels: it leaves room for words on its page.
    int picturePixels() {
        return (int) Math.floor((height - top - bottom) * 0.5 * PIXELS_A_MILLIMETRE);
    }

    /// A number as a style sheet writes it.
    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
