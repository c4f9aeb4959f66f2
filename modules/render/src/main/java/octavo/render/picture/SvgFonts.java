package octavo.render.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedCharacterIterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import octavo.fonts.FontFace;
import octavo.fonts.FontFamily;
import octavo.fonts.Fonts;
import org.apache.batik.bridge.FontFamilyResolver;
import org.apache.batik.gvt.font.AWTGVTFont;
import org.apache.batik.gvt.font.GVTFont;
import org.apache.batik.gvt.font.GVTFontFace;
import org.apache.batik.gvt.font.GVTFontFamily;
import org.jspecify.annotations.Nullable;

/// The product's fonts for Batik. Fonts of the machine are never asked for: they differ from machine to machine.
final class SvgFonts implements FontFamilyResolver {
    private static final FontFamily SERIF = Fonts.FAMILIES.get(0);
    private static final FontFamily SANS = Fonts.FAMILIES.get(1);
    private static final FontFamily MONO = Fonts.FAMILIES.get(2);

    /// Names that drawing programs write most, and what stands in for them.
    private static final Map<String, FontFamily> USUAL = Map.ofEntries(
            Map.entry("serif", SERIF),
            Map.entry("times", SERIF),
            Map.entry("times new roman", SERIF),
            Map.entry("georgia", SERIF),
            Map.entry("sans-serif", SANS),
            Map.entry("sans", SANS),
            Map.entry("arial", SANS),
            Map.entry("helvetica", SANS),
            Map.entry("verdana", SANS),
            Map.entry("monospace", MONO),
            Map.entry("mono", MONO),
            Map.entry("courier", MONO),
            Map.entry("courier new", MONO));

    private static final Map<FontFace, Font> LOADED = new ConcurrentHashMap<>();

    @Override
    public @Nullable GVTFontFamily resolve(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        FontFamily family = USUAL.get(plain);
        return family != null
                ? new Family(family)
                : Fonts.family(plain).map(Family::new).orElse(null);
    }

    @Override
    public @Nullable GVTFontFamily resolve(String name, org.apache.batik.bridge.FontFace face) {
        return resolve(name);
    }

    @Override
    public @Nullable GVTFontFamily loadFont(InputStream font, org.apache.batik.bridge.FontFace face) {
        return null; // fonts inside a drawing are left out like all else that needs a parser of its own
    }

    @Override
    public GVTFontFamily getDefault() {
        return new Family(SANS);
    }

    @Override
    public GVTFontFamily getFamilyThatCanDisplay(char c) {
        return Fonts.FAMILIES.stream()
                .filter(family -> family.mayHave(c))
                .filter(family -> load(family.face(400, false)).canDisplay(c))
                .findFirst()
                .<GVTFontFamily>map(Family::new)
                .orElseGet(this::getDefault);
    }

    private static Font load(FontFace face) {
        return LOADED.computeIfAbsent(face, SvgFonts::read);
    }

    private static Font read(FontFace face) {
        try (InputStream in = new ByteArrayInputStream(face.bytes())) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the product's font " + face.resource() + " cannot be read", e);
        }
    }

    private record Family(FontFamily family) implements GVTFontFamily {
        @Override
        public String getFamilyName() {
            return family.name();
        }

        @Override
        public GVTFontFace getFontFace() {
            return new GVTFontFace(family.name());
        }

        @Override
        public GVTFont deriveFont(float size, AttributedCharacterIterator text) {
            return deriveFont(size, text.getAttributes());
        }

        @Override
        public GVTFont deriveFont(float size, @SuppressWarnings("rawtypes") Map attributes) {
            int weight = attributes.get(TextAttribute.WEIGHT) instanceof Number number ? cssWeight(number) : 400;
            boolean italic = attributes.get(TextAttribute.POSTURE) instanceof Number slope && slope.floatValue() > 0;
            return new AWTGVTFont(load(family.face(weight, italic)), size);
        }

        /// Java's weights, where 1 is regular and 2 is bold, as CSS's.
        private static int cssWeight(Number weight) {
            return weight.floatValue() <= 1 ? 400 : weight.floatValue() >= TextAttribute.WEIGHT_BOLD ? 700 : 600;
        }

        @Override
        public boolean isComplex() {
            return false;
        }
    }
}
