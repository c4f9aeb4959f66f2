package octavo.email.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The relaxed forms of header fields and bodies (RFC 6376, sections 3.4.2 and 3.4.4): what servers on the way
/// may do to white space does not harm a signature.
final class Relaxed {
    private static final Pattern WHITE_SPACE = Pattern.compile("[ \t]+");

    /// A header field.
    ///
    /// @param name in small letters
    /// @param canonical without its line end
    record Field(String name, String canonical) {
        /// @param written with its folds, without its line end
        static Field of(String written) {
            int colon = written.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("a line of the header has no colon");
            }
            String name = written.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = WHITE_SPACE
                    .matcher(written.substring(colon + 1).replace("\r\n", ""))
                    .replaceAll(" ")
                    .strip();
            return new Field(name, name + ":" + value);
        }
    }

    private Relaxed() {}

    /// Where the body begins, behind the empty line.
    static int bodyStart(byte[] message) {
        for (int i = 0; i + 3 < message.length; i++) {
            if (message[i] == '\r' && message[i + 1] == '\n' && message[i + 2] == '\r' && message[i + 3] == '\n') {
                return i + 4;
            }
        }
        throw new IllegalArgumentException("a message needs an empty line, ended by CRLF, behind its header");
    }

    /// The header fields, from the first to the last.
    static List<Field> fields(byte[] message) {
        String header = new String(message, 0, bodyStart(message) - 4, StandardCharsets.ISO_8859_1);
        List<Field> fields = new ArrayList<>();
        for (String written : header.split("\r\n(?![ \t])", -1)) {
            fields.add(Field.of(written));
        }
        return fields;
    }

    /// Writes the relaxed body: runs of white space as one space, none at the ends of lines, no empty lines at the end.
    ///
    /// @param to with room for all of the body and a line end
    /// @return how many octets it has
    static int body(byte[] message, int from, byte[] to) {
        int length = 0;
        int end = 0;
        boolean space = false;
        for (int i = from; i < message.length; i++) {
            byte octet = message[i];
            if (octet == ' ' || octet == '\t') {
                space = true;
            } else if (octet == '\r' && i + 1 < message.length && message[i + 1] == '\n') {
                i++;
                space = false;
                to[length++] = '\r';
                to[length++] = '\n';
            } else {
                if (space) {
                    space = false;
                    to[length++] = ' ';
                }
                to[length++] = octet;
                end = length;
            }
        }
        if (end > 0) {
            to[end++] = '\r';
            to[end++] = '\n';
        }
        return end;
    }
}
