package octavo.epub;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import octavo.fonts.FontFace;
import octavo.fonts.FontFamily;
import octavo.fonts.Fonts;
import octavo.model.OctavoException;

/// The product's own fonts for drawing, never the machine's: a cover looks the same everywhere.
///
/// @param family whose faces are taken wherever they have the character
/// @param weight as in CSS
record CoverFonts(FontFamily family, int weight) {
    /// Opening a font costs a file in the JDK's own cache, so each is opened once.
    private static final Map<String, Font> OPENED = new ConcurrentHashMap<>();

    /// @param name of a family as the theme's tokens have it; the first family stands in for one that is
    ///     not ours
    static CoverFonts of(String name, int weight) {
        return new CoverFonts(Fonts.family(name).orElse(Fonts.FAMILIES.getFirst()), weight);
    }

    /// The font for a character: the family's own, else the first that has it.
    Font forCharacter(int codePoint) {
        return candidates(codePoint)
                .map(family -> open(family.face(weight, false)))
                .filter(font -> font.canDisplay(codePoint))
                .findFirst()
                .orElseGet(() -> open(family.face(weight, false)));
    }

    private Stream<FontFamily> candidates(int codePoint) {
        List<FontFamily> others = Fonts.FAMILIES;
        return Stream.concat(
                Stream.of(family), others.stream().filter(other -> !other.equals(family) && other.mayHave(codePoint)));
    }

    private static Font open(FontFace face) {
        return OPENED.computeIfAbsent(face.resource(), _ -> {
            try {
                return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(face.bytes()));
            } catch (FontFormatException | IOException e) {
                throw new OctavoException("The font " + face.resource() + " cannot be used for the cover: " + e, e);
            }
        });
    }
}
