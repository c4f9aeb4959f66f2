package octavo.reader;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Paths of a site's addresses as Hugo writes them.
final class Urls {
    private Urls() {}

    /// Hugo's `urlize`: lower case, hyphens for spaces, letters of every script kept, other characters dropped, so
    /// that `Summit 27 & FOSDEM` becomes `summit-27-fosdem`.
    static String urlize(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean hyphenIsDue = false;
        boolean wasHyphen = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isAllowed(text, i, c)) {
                wasHyphen = c == '-';
                if (hyphenIsDue && !wasHyphen) {
                    out.append('-');
                }
                hyphenIsDue = false;
                out.appendCodePoint(c);
            } else if (!out.isEmpty() && !wasHyphen && (Character.isWhitespace(c) || Character.isSpaceChar(c))) {
                hyphenIsDue = true;
            }
            i += Character.charCount(c);
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isAllowed(String text, int at, int c) {
        if (Character.isLetterOrDigit(c) || "./\\_#+~-@".indexOf(c) >= 0) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> c == '%' && at + 2 < text.length() && isHex(text.charAt(at + 1)) && isHex(text.charAt(at + 2));
        };
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    /// A path without its percent encoding; what is no such encoding stays.
    static String decode(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean isEncoded =
                    bytes[i] == '%' && i + 2 < bytes.length && isHex((char) bytes[i + 1]) && isHex((char) bytes[i + 2]);
            if (isEncoded) {
                decoded[length++] = (byte) (Character.digit(bytes[i + 1], 16) * 16 + Character.digit(bytes[i + 2], 16));
                i += 2;
            } else {
                decoded[length++] = bytes[i];
            }
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    /// True for an address with a scheme (`mailto:`, `https:`) or a host (`//example.org`).
    static boolean isAbsolute(String address) {
        if (address.startsWith("//")) {
            return true;
        }
        int colon = address.indexOf(':');
        return colon > 1
                && Character.isLetter(address.charAt(0))
                && address.substring(0, colon)
                        .chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0);
    }
}
