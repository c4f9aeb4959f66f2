package octavo.pdf.script;

/// Text from right to left as it is seen from left to right.
final class Mirror {
    private static final String PAIRS = "()[]{}<>«»‹›⟨⟩≤≥";

    private Mirror() {}

    /// Whether there are signs in a text that are turned around.
    static boolean concerns(String text) {
        return text.codePoints().anyMatch(codePoint -> PAIRS.indexOf(codePoint) >= 0);
    }

    /// The text with its last character first and its brackets turned.
    static String reversed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = text.length(); i > 0; ) {
            int codePoint = text.codePointBefore(i);
            out.appendCodePoint(mirrored(codePoint));
            i -= Character.charCount(codePoint);
        }
        return out.toString();
    }

    private static int mirrored(int codePoint) {
        int at = PAIRS.indexOf(codePoint);
        return at < 0 ? codePoint : PAIRS.charAt(at ^ 1);
    }
}
