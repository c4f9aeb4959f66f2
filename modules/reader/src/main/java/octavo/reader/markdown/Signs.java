package octavo.reader.markdown;

/// Unicode noncharacters that stand for something while a text is being read; none of them ever comes out.
///
/// Noncharacters (U+FDD0 to U+FDEF) are for such use inside a program, and to CommonMark they are like letters.
final class Signs {
    /// Begins and ends the number of a shortcode tag.
    static final char TAG_START = '\uFDD0';

    static final char TAG_END = '\uFDD1';

    /// A quotation mark, hyphen or full stop of the text itself: not escaped, not in code, not in an address.
    static final char DOUBLE_QUOTE = '\uFDD2';

    static final char SINGLE_QUOTE = '\uFDD3';
    static final char HYPHEN = '\uFDD4';
    static final char STOP = '\uFDD5';

    private static final char FIRST = '\uFDD0';
    private static final char LAST = '\uFDEF';

    private Signs() {}

    /// The text without noncharacters of its own; every index stays what it was.
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSign(text.charAt(i)) || text.charAt(i) == 0) {
                char[] chars = text.toCharArray();
                for (int j = i; j < chars.length; j++) {
                    if (isSign(chars[j]) || chars[j] == 0) {
                        chars[j] = '\uFFFD';
                    }
                }
                return new String(chars);
            }
        }
        return text;
    }

    static boolean isSign(char c) {
        return c >= FIRST && c <= LAST;
    }

    static char plain(char c) {
        return switch (c) {
            case DOUBLE_QUOTE -> '"';
            case SINGLE_QUOTE -> '\'';
            case HYPHEN -> '-';
            case STOP -> '.';
            default -> c;
        };
    }

    /// The text with the characters that the signs for quotation marks, hyphens and full stops stand for.
    static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSign(text.charAt(i))) {
                StringBuilder out = new StringBuilder(text);
                for (int j = i; j < out.length(); j++) {
                    out.setCharAt(j, plain(out.charAt(j)));
                }
                return out.toString();
            }
        }
        return text;
    }
}
