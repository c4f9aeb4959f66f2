package octavo.pdf.script;

import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Function;
import octavo.fonts.FontFace;
import org.openpdf.text.pdf.BaseFont;

/// The kerning of the fonts of one document. A face's pairs are read when the first text is set in it.
public final class Kerning {
    private final Function<BaseFont, Optional<FontFace>> faces;
    private final IdentityHashMap<BaseFont, Optional<PairKerning>> pairs = new IdentityHashMap<>();

    /// @param faces which of the product's faces a font of the document is
    public Kerning(Function<BaseFont, Optional<FontFace>> faces) {
        this.faces = faces;
    }

    /// How much longer a text is than its letters are wide, in thousandths of the font's size.
    public int of(BaseFont font, String text) {
        Optional<PairKerning> pairs = pairs(font);
        if (pairs.isEmpty()) {
            return 0;
        }
        int sum = 0;
        for (int i = 1; i < text.length(); i++) {
            sum += pairs.get().between(text.charAt(i - 1), text.charAt(i));
        }
        return sum;
    }

    int between(BaseFont font, int left, int right) {
        return pairs(font).map(pairs -> pairs.between(left, right)).orElse(0);
    }

    private Optional<PairKerning> pairs(BaseFont font) {
        return pairs.computeIfAbsent(
                font, key -> faces.apply(key).filter(FontFace::kerned).map(PairKerning::new));
    }
}
