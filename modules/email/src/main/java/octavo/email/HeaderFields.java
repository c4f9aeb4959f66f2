package octavo.email;

import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.util.regex.Pattern;

/// The one place where header fields are written. Jakarta Mail's own setters let CR and LF through, and
/// with them a header field that nobody meant; here a value holds visible ASCII and spaces, or it is
/// refused.
final class HeaderFields {
    /// RFC 5322, section 2.1.1, without room for the line end.
    private static final int LONGEST_LINE = 998;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    /// Characters that a phrase may hold without quotes: those of RFC 5322's atoms, and the space.
    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*");

    /// What some program on the way may take for the end of a line, or of the text; also where it is encoded, for
    /// it is decoded there.
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\u2028\u2029]+");

    private final InternetHeaders fields = new InternetHeaders();

    /// Adds a field whose value is ASCII in its final form, folded where it may be.
    ///
    /// @throws IllegalArgumentException where the value could be read as anything but this field's value
    HeaderFields add(String name, String value) {
        if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("not fit for the header field " + name + ": "
                    + CONTROL.matcher(value).replaceAll("\u2424"));
        }
        return put(name, MimeUtility.fold(name.length() + 2, value));
    }

    /// Adds a field of free text, such as a subject: what is not ASCII becomes encoded words, and control
    /// characters, line ends among them, become spaces.
    HeaderFields addText(String name, String text) {
        String clean = CONTROL.matcher(text).replaceAll(" ").strip();
        return EncodedWords.needed(clean) ? put(name, EncodedWords.encode(clean, name.length() + 2)) : add(name, clean);
    }

    /// Adds a field with one mailbox.
    HeaderFields addMailbox(String name, Mailbox mailbox) {
        return put(name, mailbox.header(name.length() + 2));
    }

    /// Adds a field that names something and has its identifier in angle brackets, such as List-Id.
    HeaderFields addNamed(String name, String phrase, String identifier) {
        String clean = CONTROL.matcher(phrase).replaceAll(" ").strip();
        return clean.isEmpty()
                ? add(name, "<" + identifier + ">")
                : put(name, named(clean, identifier, name.length() + 2));
    }

    /// `The News <news@example.org>`, folded; the name in encoded words or quotes where it needs them.
    ///
    /// @param used columns of the first line that are taken already
    static String named(String phrase, String identifier, int used) {
        String words = EncodedWords.needed(phrase) ? EncodedWords.encode(phrase, used) : quoted(phrase);
        int lastLine = words.lastIndexOf('\n') + 1;
        int column = words.length() - lastLine + (lastLine == 0 ? used : 1);
        return words + (column + identifier.length() + 3 > 76 ? "\r\n " : " ") + "<" + identifier + ">";
    }

    private static String quoted(String phrase) {
        return ATOMS.matcher(phrase).matches()
                ? phrase
                : '"' + phrase.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    InternetHeaders fields() {
        return fields;
    }

    private HeaderFields put(String name, String folded) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a header field: " + name);
        }
        for (String line : folded.split("\r\n", -1)) {
            if (line.length() + name.length() + 2 > LONGEST_LINE) {
                throw new IllegalArgumentException("too long for one line of the header field " + name);
            }
        }
        if (!folded.replaceAll("\r\n(?=[ \t][^ \t])", "").chars().allMatch(c -> (c >= ' ' && c <= '~') || c == '\t')) {
            throw new IllegalArgumentException("not fit for the header field " + name);
        }
        fields.addHeader(name, folded);
        return this;
    }
}
