package octavo.email;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A place in a message that differs from recipient to recipient.
enum Slot {
    /// The value of the To field, folded.
    TO('T'),
    /// The value of the Message-ID field.
    MESSAGE_ID('M'),
    /// The recipient's token, the same in header fields, text and HTML.
    TOKEN('K'),
    /// A line of plain text that greets by name, or nothing.
    GREETING_TEXT('G'),
    /// The same for HTML.
    GREETING_HTML('H');

    private final char letter;

    Slot(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    static Slot of(char letter) {
        for (Slot slot : values()) {
            if (slot.letter == letter) {
                return slot;
            }
        }
        throw new IllegalArgumentException("no slot has the letter " + letter);
    }

    /// The marks that hold the places while a message is composed. They begin with a hash of the content,
    /// so that no author's words can be taken for one; letters and digits only pass through templates, HTML
    /// and encodings as they are.
    ///
    /// @param seed of 16 hexadecimal digits
    record Marks(String seed) {
        private static final String START = "OCTAVO";

        static Marks of(String... content) {
            return new Marks(Hashes.hex(16, content));
        }

        String of(Slot slot) {
            return START + seed + slot.letter;
        }

        /// What holds the place of a whole part that is encoded when it is known for whom.
        String ofPart(int number) {
            return START + seed + "P" + number;
        }

        /// The slot of a match of [#pattern()] or [#cuts()], empty where that is a part's mark.
        Optional<Slot> slot(MatchResult match) {
            return Optional.ofNullable(match.group(1)).map(letter -> Slot.of(letter.charAt(0)));
        }

        /// Any slot's mark.
        Pattern pattern() {
            return Pattern.compile(START + seed + "([TMKGH])");
        }

        /// Where a finished message is to be cut: a slot's mark, alone on a line of quoted-printable (then
        /// group 2 is there) or inside a header field, or a part's (its number is group 3).
        Pattern cuts() {
            return Pattern.compile(START + seed + "(?:([TMKGH])(=\r\n)?|P([0-9]))");
        }
    }
}
