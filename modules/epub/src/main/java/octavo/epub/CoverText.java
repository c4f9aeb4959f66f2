package octavo.epub;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import octavo.model.Direction;

/// Words set on a cover: as large as they may be in the room they have, in any script and direction.
///
/// @param lines from the first to the last
/// @param size of the type, in pixels
record CoverText(List<TextLayout> lines, float size) {
    private static final float LEADING = 1.12f;
    private static final float SMALLER = 0.92f;

    CoverText {
        lines = List.copyOf(lines);
    }

    /// Sets words in the largest size that fits; at the smallest, lines that are too many are left out.
    ///
    /// @param largest the size to begin with
    /// @param smallest the size not to go below
    static CoverText fit(
            String words,
            CoverFonts fonts,
            float largest,
            float smallest,
            int width,
            int maxLines,
            Direction direction,
            FontRenderContext context) {
        float size = largest;
        while (true) {
            List<TextLayout> lines = lines(words, fonts, size, width, direction, context);
            boolean fits = lines.size() <= maxLines && unbroken(words, fonts, size, width, direction, context);
            if (fits || size <= smallest) {
                return new CoverText(lines.subList(0, Math.min(maxLines, lines.size())), size);
            }
            size = Math.max(smallest, size * SMALLER);
        }
    }

    /// In pixels, from the top of the first line to the bottom of the last.
    float height() {
        return lines.size() * size * LEADING;
    }

    /// Draws the lines below one another from `top`, along the edge where the language begins its lines.
    ///
    /// @return where the next thing below may begin
    float draw(Graphics2D graphics, Color colour, float left, float right, float top) {
        graphics.setColor(colour);
        float y = top;
        for (TextLayout line : lines) {
            float x = line.isLeftToRight() ? left : right - line.getVisibleAdvance();
            line.draw(graphics, x, y + size * 0.9f);
            y += size * LEADING;
        }
        return y;
    }

    /// Whether no word is wider than the room; Chinese and Japanese may be broken anywhere.
    private static boolean unbroken(
            String words, CoverFonts fonts, float size, int width, Direction direction, FontRenderContext context) {
        return Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty() && word.codePoints().noneMatch(CoverText::breaksAnywhere))
                .map(word -> new TextLayout(styled(word, fonts, size, direction).getIterator(), context))
                .allMatch(word -> word.getAdvance() <= width);
    }

    private static boolean breaksAnywhere(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
            default -> false;
        };
    }

    private static List<TextLayout> lines(
            String words, CoverFonts fonts, float size, int width, Direction direction, FontRenderContext context) {
        AttributedString text = styled(words, fonts, size, direction);
        LineBreakMeasurer measurer = new LineBreakMeasurer(text.getIterator(), context);
        List<TextLayout> lines = new ArrayList<>();
        while (measurer.getPosition() < words.length()) {
            lines.add(measurer.nextLayout(width));
        }
        return lines;
    }

    private static AttributedString styled(String words, CoverFonts fonts, float size, Direction direction) {
        AttributedString text = new AttributedString(words);
        text.addAttribute(
                TextAttribute.RUN_DIRECTION,
                direction == Direction.RTL ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        int from = 0;
        while (from < words.length()) {
            Font font = fonts.forCharacter(words.codePointAt(from));
            int to = from;
            while (to < words.length()
                    && fonts.forCharacter(words.codePointAt(to)).equals(font)) {
                to += Character.charCount(words.codePointAt(to));
            }
            text.addAttribute(TextAttribute.FONT, font.deriveFont(size), from, to);
            from = to;
        }
        return text;
    }
}
