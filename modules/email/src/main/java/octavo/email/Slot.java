package octavo.email;

import java.util.regex.Pattern;

/// A place in a message that differs from recipient to recipient.
enum Slot {
    /// The value of the To field, folded.
    TO,
    /// The value of the Message-ID field.
    MESSAGE_ID,
    /// The recipient's token, the same in header fields, text and HTML.
    TOKEN,
    /// A line of plain text that greets by name, or nothing.
    GREETING_TEXT,
    /// The same for HTML.
    GREETING_HTML;

    /// The marks that hold the places while a message is composed. They begin with a hash of the content, so that no
    /// author's words can be taken for one; letters and digits only pass through templates, HTML and encodings as they
    /// are.
    ///
    /// @param seed of 16 hexadecimal digits
    record Marks(String seed) {
        private static final String START = "OCTAVO";

        static Marks of(String... content) {
            return new Marks(Hashes.hex(16, content));
        }

        String of(Slot slot) {
            return START + seed + slot.ordinal();
        }

        /// What holds the place of a whole part that is encoded when it is known for whom.
        String ofPart(int number) {
            return START + seed + "P" + number;
        }

        /// Any slot's mark; its group is the slot's ordinal.
        Pattern pattern() {
            return Pattern.compile(START + seed + "([0-9])");
        }

        /// Where a finished message is to be cut: a slot's mark (its ordinal is group 1), alone on a line of
        /// quoted-printable (group 2) or inside a header field, or a part's (its number is group 3).
        Pattern cuts() {
            return Pattern.compile(START + seed + "(?:([0-9])(=\r\n)?|P([0-9]))");
        }
    }
}
