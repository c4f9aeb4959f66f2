package octavo.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import octavo.fonts.FontFace;
import octavo.fonts.FontFamily;
import octavo.fonts.Fonts;
import org.openpdf.text.pdf.BaseFont;
import org.xhtmlrenderer.css.constants.IdentValue;
import org.xhtmlrenderer.css.value.FontSpecification;
import org.xhtmlrenderer.layout.SharedContext;
import org.xhtmlrenderer.pdf.FontDescription;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.pdf.TrueTypeUtil;
import org.xhtmlrenderer.render.FSFont;

/// The fonts of one document. A file is read when the first character asks for it, and always embedded.
final class PdfFonts extends ITextFontResolver {
    private static final FontFamily DEFAULT = Fonts.FAMILIES.getFirst();
    private static final List<IdentValue> LIGHT = List.of(
            IdentValue.NORMAL,
            IdentValue.LIGHTER,
            IdentValue.FONT_WEIGHT_100,
            IdentValue.FONT_WEIGHT_200,
            IdentValue.FONT_WEIGHT_300,
            IdentValue.FONT_WEIGHT_400,
            IdentValue.FONT_WEIGHT_500);

    private static final List<IdentValue> SLOPED = List.of(IdentValue.ITALIC, IdentValue.OBLIQUE);

    private final Map<FontFace, BaseFont> files = new HashMap<>();
    private final IdentityHashMap<BaseFont, FontFace> faces = new IdentityHashMap<>();
    private final Map<Wanted, FontDescription> descriptions = new HashMap<>();

    private final StyleProblems problems;

    /// @param problems told of fonts that a style names and nobody has
    PdfFonts(StyleProblems problems) {
        this.problems = problems;
    }

    private record Wanted(String family, int weight, boolean italic) {}

    @Override
    protected Map<String, org.xhtmlrenderer.pdf.FontFamily> loadFonts() {
        return new HashMap<>(); // none of the fonts that a PDF may leave out
    }

    @Override
    public FSFont resolveFont(SharedContext context, FontSpecification wanted) {
        return new ITextFSFont(description(family(wanted), weight(wanted), italic(wanted)), wanted.size());
    }

    /// The font file that stands behind a style.
    BaseFont file(FontSpecification wanted) {
        return file(family(wanted).face(weight(wanted), italic(wanted)));
    }

    /// The font file of another family that goes with a style.
    BaseFont file(FontFamily family, FontSpecification wanted) {
        return file(family.face(weight(wanted), italic(wanted)));
    }

    private FontDescription description(FontFamily family, int weight, boolean italic) {
        return descriptions.computeIfAbsent(new Wanted(family.name(), weight, italic), key -> {
            FontFace face = family.face(weight, italic);
            // Weight and slope are declared as wanted: a lacking bold or italic is better plain than smeared or
            // slanted.
            return TrueTypeUtil.extractDescription(
                    face.resource(),
                    face.bytes(),
                    file(face),
                    true,
                    IdentValue.FONT_WEIGHT_900,
                    italic ? IdentValue.ITALIC : IdentValue.NORMAL);
        });
    }

    private BaseFont file(FontFace face) {
        return files.computeIfAbsent(face, key -> {
            BaseFont file = open(key);
            faces.put(file, key);
            return file;
        });
    }

    /// Where a font of the document comes from.
    Optional<FontFace> face(BaseFont file) {
        return Optional.ofNullable(faces.get(file));
    }

    private static BaseFont open(FontFace face) {
        try {
            BaseFont font = BaseFont.createFont(
                    face.resource(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, face.bytes(), null);
            font.setSecureRandom(new FixedTag(face.resource()));
            font.setIncludeCidSet(false); // OpenPDF's is incomplete, and PDF/A forbids an incomplete one
            return font;
        } catch (IOException e) {
            throw new IllegalStateException("a font of the product cannot be read: " + face.resource(), e);
        }
    }

    /// The first that there is of those that the style names.
    private FontFamily family(FontSpecification wanted) {
        List<String> names = wanted.families() == null
                ? List.of()
                : Stream.of(wanted.families())
                        .map(name -> name.replace("\"", "").replace("'", ""))
                        .toList();
        return names.stream()
                .flatMap(name -> Fonts.family(name).stream())
                .findFirst()
                .orElseGet(() -> {
                    names.stream()
                            .filter(name -> !StyleProblems.isGeneric(name))
                            .findFirst()
                            .ifPresent(name -> problems.noFont(name, DEFAULT));
                    return DEFAULT;
                });
    }

    private static int weight(FontSpecification wanted) {
        if (LIGHT.contains(wanted.fontWeight())) {
            return 400;
        }
        return IdentValue.FONT_WEIGHT_600.equals(wanted.fontWeight()) ? 600 : 700;
    }

    private static boolean italic(FontSpecification wanted) {
        return SLOPED.contains(wanted.fontStyle());
    }

    /// Gives the six letters before a subset's name; chosen by the file's name instead of by chance, so
    /// that the same input gives the same bytes.
    private static final class FixedTag extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private long state;

        FixedTag(String name) {
            for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
                state = state * 31 + b;
            }
        }

        @Override
        public double nextDouble() {
            state = state * 6364136223846793005L + 1442695040888963407L;
            return (state >>> 11) * 0x1.0p-53;
        }
    }
}
