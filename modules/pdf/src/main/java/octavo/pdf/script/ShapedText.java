package octavo.pdf.script;

import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/// A piece of text in one font and direction as glyphs, in the order in which they are seen.
///
/// @param text in reading order
/// @param glyphs laid out for a font of [#SIZE] points
record ShapedText(String text, GlyphVector glyphs) {
    /// So large that all lengths are in thousandths of the font's size.
    static final int SIZE = 1000;

    private static final double ROUNDING = 0.01;

    int length() {
        return glyphs.getNumGlyphs();
    }

    double width() {
        return x(length());
    }

    int glyph(int index) {
        return glyphs.getGlyphCode(index);
    }

    /// Where a glyph is drawn, from the left; of the glyph after the last, the width of all.
    double x(int index) {
        return glyphs.getGlyphPosition(index).getX();
    }

    /// How far above the line a glyph is drawn.
    double rise(int index) {
        return -glyphs.getGlyphPosition(index).getY();
    }

    /// How far a viewer moves on behind a glyph, which is what the PDF says of it: a whole number.
    int advance(int index) {
        return (int) Math.floor(glyphs.getGlyphMetrics(index).getAdvanceX() + ROUNDING);
    }

    double left(Group group) {
        return x(bases(group).findFirst().orElse(group.from()));
    }

    /// Where what comes behind a group begins.
    double right(Group group) {
        return group.to() == length() ? width() : x(group.to() - 1) + Math.max(0, x(group.to()) - x(group.to() - 1));
    }

    /// The glyphs of a group that stand above or below its letters.
    IntStream marks(Group group) {
        return IntStream.range(group.from(), group.to()).filter(this::isMark);
    }

    /// The glyphs of a group that stand on the line.
    IntStream bases(Group group) {
        return IntStream.range(group.from(), group.to()).filter(index -> !isMark(index));
    }

    /// Neighbouring glyphs and what they say.
    ///
    /// @param from the first glyph
    /// @param to the glyph after the last
    record Group(int from, int to, String text) {
        boolean isSpace() {
            return text.codePoints().allMatch(c -> c == ' ' || c == '\u00a0');
        }
    }

    /// Words and the spaces between them.
    List<Group> words() {
        return groups((first, second) -> isSpace(first) == isSpace(second));
    }

    /// Letters with their marks; letters that are written as one are one.
    List<Group> letters() {
        return groups((first, second) -> isMark(first) || place(first) == place(second));
    }

    /// Whether a glyph stands above or below another.
    private boolean isMark(int index) {
        return advance(index) == 0;
    }

    private List<Group> groups(BiPredicate<Integer, Integer> together) {
        int[] places = glyphs.getGlyphCharIndices(0, length(), null);
        Arrays.sort(places);
        List<Group> groups = new ArrayList<>();
        for (int from = 0; from < length(); ) {
            int start = place(from);
            int end = start;
            int to = from;
            do {
                start = Math.min(start, place(to));
                end = Math.max(end, next(places, place(to)));
                to++;
            } while (to < length() && together.test(to - 1, to));
            groups.add(new Group(from, to, text.substring(start, end)));
            from = to;
        }
        return groups;
    }

    /// Where in the text those characters end that a glyph shows.
    private int next(int[] places, int place) {
        for (int other : places) {
            if (other > place) {
                return other;
            }
        }
        return text.length();
    }

    private boolean isSpace(int index) {
        char c = text.charAt(place(index));
        return c == ' ' || c == '\u00a0';
    }

    /// Where in the text the first character stands of those that a glyph shows.
    private int place(int index) {
        return glyphs.getGlyphCharIndex(index);
    }
}
