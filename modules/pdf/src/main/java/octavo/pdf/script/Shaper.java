package octavo.pdf.script;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import octavo.fonts.FontFace;
import org.openpdf.text.pdf.BaseFont;

/// Finds the glyphs of text whose letters change by their neighbours, and the places of marks, by the rules in the
/// font (OpenType's GSUB and GPOS). The work is done by HarfBuzz, which is a part of the JDK.
public final class Shaper {
    /// Scripts in which one glyph for one character is wrong.
    private static final Set<UnicodeScript> COMPLEX = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.BENGALI,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.GUJARATI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.KANNADA,
            UnicodeScript.KHMER,
            UnicodeScript.LAO,
            UnicodeScript.MALAYALAM,
            UnicodeScript.MYANMAR,
            UnicodeScript.NKO,
            UnicodeScript.ORIYA,
            UnicodeScript.SINHALA,
            UnicodeScript.SYRIAC,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.THAANA,
            UnicodeScript.THAI,
            UnicodeScript.TIBETAN);

    private static final int FIRST_MARK = 0x300;
    private static final int REMEMBERED = 4_000;
    /// The JDK keeps a copy of each file that it opens until it ends, so each is opened once.
    private static final Map<FontFace, Font> FONTS = new ConcurrentHashMap<>();

    private final Function<BaseFont, Optional<FontFace>> faces;
    private final Map<Request, ShapedText> shaped = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Request, ShapedText> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Request(BaseFont font, String text, boolean rightToLeft) {}

    /// @param faces which of the product's faces a font of the document is
    public Shaper(Function<BaseFont, Optional<FontFace>> faces) {
        this.faces = faces;
    }

    /// Whether a text needs this class; all other text is shown one glyph for one character.
    public static boolean concerns(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_MARK && (isMark(c) || isComplex(c))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a character belongs to a script whose letters change by their neighbours.
    public static boolean isComplex(int codePoint) {
        return codePoint >= FIRST_MARK && COMPLEX.contains(UnicodeScript.of(codePoint));
    }

    /// Whether a character is written above, below or around the one before it.
    public static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /// Whether a text has letters of a script that is written from right to left.
    public static boolean isRightToLeft(CharSequence text) {
        return text.chars().anyMatch(c -> switch (Character.getDirectionality((char) c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        });
    }

    /// In thousandths of the font's size; empty where there is nothing to be shaped.
    public Optional<Double> width(BaseFont font, String text) {
        return shape(font, text, isRightToLeft(text)).map(ShapedText::width);
    }

    Optional<ShapedText> shape(BaseFont font, String text, boolean rightToLeft) {
        // What says "(" looks like ")" from right to left, which only shaped text can tell a reader.
        if (!concerns(text) && !(rightToLeft && Mirror.concerns(text))) {
            return Optional.empty();
        }
        return faces.apply(font)
                .map(face -> shaped.computeIfAbsent(
                        new Request(font, text, rightToLeft), request -> shape(face, text, rightToLeft)));
    }

    private static ShapedText shape(FontFace face, String text, boolean rightToLeft) {
        Font font = FONTS.computeIfAbsent(face, Shaper::open);
        return new ShapedText(
                text,
                font.layoutGlyphVector(
                        new FontRenderContext(null, false, true),
                        text.toCharArray(),
                        0,
                        text.length(),
                        rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT));
    }

    private static Font open(FontFace face) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(face.bytes()))
                    .deriveFont(Map.of(
                            TextAttribute.SIZE, ShapedText.SIZE,
                            TextAttribute.KERNING, TextAttribute.KERNING_ON,
                            TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("a font of the product cannot be read: " + face.resource(), e);
        }
    }
}
