package octavo.render.xhtml;

/// Characters made safe for XML.
public final class Markup {
    private Markup() {}

    /// Text for element content and double-quoted attributes; characters that XML 1.0 forbids become U+FFFD.
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isXmlCharacter(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    /// XML 1.0, production 2 (Char).
    private static boolean isXmlCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
