package octavo.render.xhtml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Characters made safe for XML.
public final class Markup {
    private static final Set<String> ACTIVE = Set.of("javascript:", "vbscript:", "data:", "blob:", "file:");
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+", Pattern.DOTALL);
    private static final int LONGEST_ACTIVE = 16;

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

    /// Text with U+FFFD for each character that XML 1.0 forbids.
    static String legal(String text) {
        return text.codePoints()
                .map(c -> isXmlCharacter(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Whether an address would run a program or show what it holds itself, instead of leading somewhere; as browsers
    /// read it, that is without regard to white space and control characters.
    public static boolean isActive(String address) {
        String bare = address.codePoints()
                .filter(c -> c > ' ' && c != 0x7F && c != 0xFFFD)
                .limit(LONGEST_ACTIVE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
        return ACTIVE.stream().anyMatch(bare::startsWith);
    }

    /// Whether an address begins with a scheme (RFC 3986, section 4.3).
    static boolean isAbsolute(String address) {
        return ABSOLUTE.matcher(address).matches();
    }

    /// XML 1.0, production 2 (Char).
    static boolean isXmlCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
