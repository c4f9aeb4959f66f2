package octavo.delivery.filter;

import java.util.ArrayList;
import java.util.List;

/// A word or sign of a filter.
///
/// @param text without quotation marks
/// @param column from 1
record Token(Kind kind, String text, int column) {
    enum Kind {
        WORD,
        QUOTED,
        SIGN,
        END
    }

    private static final String SIGNS = "()=<>!,";

    /// Whether this is the given word or sign, outside quotation marks.
    boolean is(String expected) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(expected);
    }

    /// How messages call it.
    String shown() {
        return kind == Kind.END ? "the end" : "“" + text + "”";
    }

    static List<Token> all(String filter) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < filter.length()) {
            char c = filter.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"' || c == '\'') {
                int end = filter.indexOf(c, at + 1);
                if (end < 0) {
                    throw new FilterException(filter, at + 1, "this quotation mark has no second one");
                }
                tokens.add(new Token(Kind.QUOTED, filter.substring(at + 1, end), at + 1));
                at = end + 1;
            } else if (SIGNS.indexOf(c) >= 0) {
                boolean two = "<>!".indexOf(c) >= 0 && at + 1 < filter.length() && filter.charAt(at + 1) == '=';
                tokens.add(new Token(Kind.SIGN, filter.substring(at, at + (two ? 2 : 1)), at + 1));
                at += two ? 2 : 1;
            } else {
                int end = at;
                while (end < filter.length() && isOfWord(filter.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(Kind.WORD, filter.substring(at, end), at + 1));
                at = end;
            }
        }
        tokens.add(new Token(Kind.END, "", filter.length() + 1));
        return tokens;
    }

    private static boolean isOfWord(char c) {
        return !Character.isWhitespace(c) && SIGNS.indexOf(c) < 0 && c != '"' && c != '\'';
    }
}
