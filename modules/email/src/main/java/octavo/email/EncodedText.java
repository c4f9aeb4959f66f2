package octavo.email;

import java.nio.charset.StandardCharsets;

/// A text of a message in its transfer encoding: quoted-printable, or base64 where that is smaller, as it is for most
/// scripts but Latin ones.
///
/// @param quoted the text in quoted-printable; empty where it travels in base64, which is made for each recipient
/// @param size octets of the encoded text
record EncodedText(String text, String quoted, int size, boolean base64) {
    /// @param text with LF
    static EncodedText of(String text, Slot.Marks marks) {
        int base64Size = base64Size(text);
        String quoted = QuotedPrintable.encode(text, marks);
        return quoted.length() <= base64Size
                ? new EncodedText(text, quoted, quoted.length(), false)
                : new EncodedText(text, "", base64Size, true);
    }

    /// The value of Content-Transfer-Encoding.
    String encoding() {
        return base64 ? "base64" : "quoted-printable";
    }

    /// In lines of 76 characters, and with a CR before each LF of the text.
    private static int base64Size(String text) {
        int octets = text.getBytes(StandardCharsets.UTF_8).length
                + (int) text.chars().filter(c -> c == '\n').count();
        int characters = (octets + 2) / 3 * 4;
        return characters + (characters - 1) / 76 * 2;
    }
}
