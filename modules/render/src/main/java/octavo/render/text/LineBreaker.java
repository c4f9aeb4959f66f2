package octavo.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Breaks text into lines of a width, at spaces and, in scripts without spaces, between characters.
///
/// Addresses stay whole, whatever their length. A no-break space never breaks and is written as a space. A line of
/// Japanese neither begins with a closing mark nor ends with an opening one (JIS X 4051).
final class LineBreaker {
    private static final String NOT_FIRST = "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〗〟ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ‐–〜～…‥,.:;?!)]}％";
    private static final String NOT_LAST = "‘“（〔［｛〈《「『【〘〖〝([{";

    /// A no-break space beside another one would only make that wider.
    private static final Pattern SPACES = Pattern.compile("[ \t\u00A0]*[ \t][ \t\u00A0]*");

    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int used;

    private LineBreaker(int width) {
        this.width = width;
    }

    /// @param text a line feed in it is a line's end
    /// @return lines without trailing spaces; none for no text
    static List<String> lines(String text, int width) {
        LineBreaker breaker = new LineBreaker(width);
        for (String paragraph : SPACES.matcher(text.strip()).replaceAll(" ").split("\n", -1)) {
            for (String word : paragraph.split("[ \t]+", -1)) {
                breaker.word(word);
            }
            breaker.end();
        }
        return text.isBlank() ? List.of() : List.copyOf(breaker.lines);
    }

    private void word(String word) {
        boolean space = true;
        for (String piece : pieces(word)) {
            piece(piece, space);
            space = false;
        }
    }

    private void piece(String piece, boolean space) {
        int own = DisplayWidth.of(piece);
        int gap = space && used > 0 ? 1 : 0;
        if (used > 0 && used + gap + own > width) {
            end();
            gap = 0;
        }
        if (own > width && !isAddress(piece)) {
            overlong(piece);
            return;
        }
        line.append(gap == 1 ? " " : "").append(piece);
        used += gap + own;
    }

    /// A word wider than a line is broken anywhere.
    private void overlong(String word) {
        for (String cluster : DisplayWidth.clusters(word)) {
            int own = DisplayWidth.ofCluster(cluster);
            if (used + own > width) {
                end();
            }
            line.append(cluster);
            used += own;
        }
    }

    private void end() {
        lines.add(line.toString().replace('\u00A0', ' ').replace('\u202F', ' ').stripTrailing());
        line.setLength(0);
        used = 0;
    }

    private static List<String> pieces(String word) {
        if (word.codePoints().noneMatch(DisplayWidth::isWide)) {
            return word.isEmpty() ? List.of() : List.of(word);
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String cluster : DisplayWidth.clusters(word)) {
            if (!piece.isEmpty() && mayBreak(piece.codePointBefore(piece.length()), cluster.codePointAt(0))) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(cluster);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean mayBreak(int before, int after) {
        return (DisplayWidth.isWide(before) || DisplayWidth.isWide(after))
                && before != '\u00A0'
                && after != '\u00A0'
                && NOT_FIRST.indexOf(after) < 0
                && NOT_LAST.indexOf(before) < 0;
    }

    private static boolean isAddress(String word) {
        return word.contains("://") || word.contains("mailto:") || word.contains("xmpp:");
    }
}
