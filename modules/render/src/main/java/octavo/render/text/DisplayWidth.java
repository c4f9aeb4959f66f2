package octavo.render.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How many columns text takes where each character has one or two (Unicode Standard Annex 11).
final class DisplayWidth {
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final int EMOJI_STYLE = 0xFE0F;

    private DisplayWidth() {}

    static int of(String text) {
        return clusters(text).stream().mapToInt(DisplayWidth::ofCluster).sum();
    }

    /// What a person takes for single characters (Unicode Standard Annex 29).
    static List<String> clusters(String text) {
        return CLUSTER.matcher(text).results().map(MatchResult::group).toList();
    }

    static int ofCluster(String cluster) {
        int first = cluster.codePointAt(0);
        if (first < 0x300 && cluster.length() == 1) {
            return Character.isISOControl(first) ? 0 : 1;
        }
        boolean flag = isRegional(first) && cluster.length() > Character.charCount(first);
        return flag || cluster.indexOf(EMOJI_STYLE) > 0 || isWide(first) ? 2 : isInvisible(first) ? 0 : 1;
    }

    /// Whether a character has a square to itself.
    static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xA960 && c <= 0xA97F)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF01 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x17000 && c <= 0x18DFF)
                || (c >= 0x1B000 && c <= 0x1B2FF)
                || (c >= 0x20000 && c <= 0x3FFFD)
                || (Character.isEmojiPresentation(c) && !isRegional(c));
    }

    private static boolean isRegional(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }
}
