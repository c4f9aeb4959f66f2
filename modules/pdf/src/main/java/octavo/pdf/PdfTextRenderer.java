package octavo.pdf;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import octavo.pdf.script.Kerning;
import octavo.pdf.script.Shaper;
import org.openpdf.text.pdf.BaseFont;
import org.xhtmlrenderer.pdf.FontDescription;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextFSFontMetrics;
import org.xhtmlrenderer.pdf.ITextFontContext;
import org.xhtmlrenderer.pdf.ITextTextRenderer;
import org.xhtmlrenderer.render.FSFontMetrics;

/// Measures text as it will be painted.
final class PdfTextRenderer extends ITextTextRenderer {
    static final char SOFT_HYPHEN = '\u00ad';
    /// Measured as the width of a hyphen less than nothing; painted, it is as invisible as any soft hyphen.
    static final String NO_HYPHEN = "\u00ad\u00ad";

    private static final char ZERO_WIDTH_SPACE = '\u200b';

    /// As the engine rounds all widths: up, but not for next to nothing.
    private static final double MEASURING_DELTA = 0.01;

    /// In characters; the engine measures words over and over, and each line once.
    private static final int LONGEST_KNOWN = 20;

    private static final int MOST_KNOWN = 10_000;

    private static final int FIRST_EMOJI = 0x2300;
    private static final int EMOJI_WIDTH = 1275;

    private final IdentityHashMap<BaseFont, Map<String, Double>> known = new IdentityHashMap<>();
    private final Shaper shaper;
    private final Kerning kerning;

    PdfTextRenderer(Shaper shaper, Kerning kerning) {
        this.shaper = shaper;
        this.kerning = kerning;
    }

    /// The text without the places where a line may break.
    static String words(String text) {
        return text.indexOf(SOFT_HYPHEN) < 0 && text.indexOf(ZERO_WIDTH_SPACE) < 0
                ? text
                : text.replace("\u00ad", "").replace("\u200b", "");
    }

    /// Whether the line ends inside a word, which shows a hyphen there.
    static boolean isHyphenated(String text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == SOFT_HYPHEN;
    }

    @Override
    public int getWidth(ITextFontContext context, ITextFSFont font, String text) {
        if (text.equals(NO_HYPHEN)) {
            return -getWidth(context, font, "-");
        }
        BaseFont file = font.getFontDescription().getFont();
        double width = text.length() > LONGEST_KNOWN
                ? measured(file, text)
                : known(file).computeIfAbsent(text, piece -> measured(file, piece));
        return (int) Math.ceil(width * font.getSize2D() / 1000 - MEASURING_DELTA);
    }

    private Map<String, Double> known(BaseFont file) {
        Map<String, Double> widths = known.computeIfAbsent(file, key -> new HashMap<>());
        if (widths.size() >= MOST_KNOWN) {
            widths.clear();
        }
        return widths;
    }

    /// In thousandths of the font's size.
    private double measured(BaseFont file, String text) {
        String visible = isHyphenated(text) ? words(text) + "-" : words(text);
        return shaper.width(file, visible)
                .orElseGet(() -> (double) file.getWidth(visible) + kerning.of(file, visible) + emoji(file, visible));
    }

    /// The width of emoji that follow a word without a space: they are of another font, but go to the same line.
    private static double emoji(BaseFont file, String text) {
        return text.chars().noneMatch(c -> c >= FIRST_EMOJI)
                ? 0
                : EMOJI_WIDTH
                        * text.codePoints()
                                .filter(c -> c >= FIRST_EMOJI && Character.isEmoji(c) && !file.charExists(c))
                                .count();
    }

    /// By the font's own ascent and descent. The engine takes the bounding box of all its glyphs, which in
    /// fonts with tall signs is many lines high and moves the text on its line.
    @Override
    public FSFontMetrics getFSFontMetrics(ITextFontContext context, ITextFSFont font, String text) {
        FontDescription description = font.getFontDescription();
        BaseFont file = description.getFont();
        float size = font.getSize2D();
        return new ITextFSFontMetrics(
                file.getFontDescriptor(BaseFont.ASCENT, size),
                -file.getFontDescriptor(BaseFont.DESCENT, size),
                -description.getYStrikeoutPosition() / 1000 * size,
                description.getYStrikeoutSize() / 1000 * size,
                -description.getUnderlinePosition() / 1000 * size,
                description.getUnderlineThickness() / 1000 * size);
    }
}
