package octavo.render.picture;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lengths of SVG in CSS pixels (CSS Values and Units 4, section 6.2).
final class SvgLength {
    private static final Pattern LENGTH = Pattern.compile("([+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?)\\s*([a-z]*)");

    private static final Map<String, Double> UNITS = Map.of(
            "", 1.0, "px", 1.0, "pt", 96 / 72.0, "pc", 16.0, "in", 96.0, "cm", 96 / 2.54, "mm", 96 / 25.4, "em", 16.0,
            "rem", 16.0, "ex", 8.0);

    private SvgLength() {}

    /// The length, 0 where it is none or a share of something else, such as `100%`.
    static double pixels(String length) {
        Matcher matcher = LENGTH.matcher(length.strip());
        return matcher.matches() ? number(matcher.group(1)) * UNITS.getOrDefault(matcher.group(2), 0.0) : 0;
    }

    static double number(String digits) {
        try {
            double number = Double.parseDouble(digits);
            return Double.isFinite(number) ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
