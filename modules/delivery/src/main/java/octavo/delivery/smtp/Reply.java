package octavo.delivery.smtp;

import java.util.regex.Pattern;

/// What a server answered.
///
/// @param code of three digits; -1 where the line has none or the connection ended
/// @param line all of it, as [#clean] leaves it
record Reply(int code, String line) {
    private static final int LONGEST = 500;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /// Angus's words for a connection that ended.
    private static final String END = "[EOF]";

    static Reply of(int code, String lines) {
        return new Reply(code, clean(lines));
    }

    /// Replies are shown to people and kept: in one line, without control characters, at most 500 long.
    static String clean(String text) {
        String line = CONTROL.matcher(text).replaceAll(" ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    /// A client goes by the first digit (RFC 5321, 4.2).
    boolean isPositive() {
        return code >= 200 && code <= 299;
    }

    boolean isForLater() {
        return code >= 400 && code <= 499;
    }

    boolean isFinal() {
        return code >= 500 && code <= 599;
    }

    /// The server closes the connection (RFC 5321, 3.8).
    boolean isClosing() {
        return code == Outcome.CLOSING;
    }

    boolean isEnd() {
        return code < 0 && line.equals(END);
    }
}
