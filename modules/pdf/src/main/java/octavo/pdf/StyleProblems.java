package octavo.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import octavo.fonts.FontFamily;
import octavo.fonts.Fonts;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Location;

/// What a theme's style sheet asks for and does not get, each thing told once.
final class StyleProblems {
    /// The first families are for text, the others for what these lack.
    private static final int TEXT = 3;

    private final Diagnostics diagnostics;
    private final Set<String> told = new HashSet<>();

    StyleProblems(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void noFont(String name, FontFamily standIn) {
        tell(
                name,
                "font-missing",
                "the theme sets text in '" + name + "', which Octavo does not have; '" + standIn.name()
                        + "' stands in. Text can be set in "
                        + Fonts.FAMILIES.stream()
                                .limit(TEXT)
                                .map(FontFamily::name)
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    void notLoaded(String address) {
        tell(
                address,
                "style-address",
                "the theme's style sheet asks for '" + address
                        + "'; nothing is loaded for a PDF but the pictures of the issues. Take it out.");
    }

    private void tell(String what, String code, String sentence) {
        if (told.add(what)) {
            diagnostics.report(Diagnostic.warning(Location.NONE, code, sentence));
        }
    }

    /// What a style sheet may name without having a font in mind.
    static boolean isGeneric(String name) {
        return List.of("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui")
                .contains(name);
    }
}
