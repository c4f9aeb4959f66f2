package octavo.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// Header text outside ASCII as encoded words in UTF-8 (RFC 2047): `Grüße` becomes
/// `=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=`.
final class EncodedWords {
    private static final int LONGEST_WORD = 75;
    private static final int ENVELOPE = "=?UTF-8?Q??=".length();
    /// A plain word longer than this could push a line over the 998 octets of RFC 5322, for no fold fits
    /// into it.
    private static final int LONGEST_PLAIN_WORD = 200;

    private EncodedWords() {}

    /// Whether a text must be encoded: for its letters, for its length without a space, or because it would
    /// be read as an encoded word itself.
    static boolean needed(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c > '~')
                || text.contains("=?")
                || Stream.of(text.split(" ", -1)).anyMatch(word -> word.length() > LONGEST_PLAIN_WORD);
    }

    /// The text as encoded words with a fold before each but the first.
    ///
    /// @param used columns of the first line that are taken already
    static String encode(String text, int used) {
        List<String> quoted = words(text, used, true);
        List<String> base64 = words(text, used, false);
        int quotedLength = quoted.stream().mapToInt(String::length).sum();
        int base64Length = base64.stream().mapToInt(String::length).sum();
        return String.join("\r\n ", quotedLength <= base64Length ? quoted : base64);
    }

    private static List<String> words(String text, int used, boolean quoted) {
        List<String> words = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        int room = Math.max(20, LONGEST_WORD - used) - ENVELOPE;
        for (int i = 0; i < text.length(); ) {
            String next = Character.toString(text.codePointAt(i));
            if (length(chunk + next, quoted) > room && !chunk.isEmpty()) {
                words.add(word(chunk.toString(), quoted));
                chunk.setLength(0);
                room = LONGEST_WORD - ENVELOPE;
            }
            chunk.append(next);
            i += next.length();
        }
        words.add(word(chunk.toString(), quoted));
        return words;
    }

    private static int length(String chunk, boolean quoted) {
        return quoted ? quote(chunk).length() : (utf8(chunk).length + 2) / 3 * 4;
    }

    private static String word(String chunk, boolean quoted) {
        return quoted
                ? "=?UTF-8?Q?" + quote(chunk) + "?="
                : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8(chunk)) + "?=";
    }

    /// The Q encoding as narrow as a phrase needs it (RFC 2047, section 5, rule 3), so that it serves names
    /// too.
    private static String quote(String chunk) {
        StringBuilder out = new StringBuilder();
        for (byte octet : utf8(chunk)) {
            char c = (char) (octet & 0xFF);
            if (c == ' ') {
                out.append('_');
            } else if (c < 0x80 && (Character.isLetterOrDigit(c) || "!*+-/".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append(String.format("=%02X", (int) c));
            }
        }
        return out.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
