package octavo.email;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/// A stretch of a message whose recipient is not known yet.
sealed interface Piece {
    /// What all recipients' messages have. Nobody changes the array.
    @SuppressWarnings("ArrayRecordComponent")
    record Fixed(byte[] ascii) implements Piece {}

    record InHeader(Slot slot) implements Piece {}

    record Quoted(Slot slot) implements Piece {}

    /// A text that is encoded when it is known for whom: base64 knows no lines of its own for the open parts.
    ///
    /// @param texts with CRLF, one more than there are slots
    /// @param slots that stand between them
    record Base64Part(List<byte[]> texts, List<Slot> slots) implements Piece {
        static Base64Part of(String text, Slot.Marks marks) {
            List<byte[]> texts = new ArrayList<>();
            List<Slot> slots = new ArrayList<>();
            Matcher matcher = marks.pattern().matcher(text);
            int from = 0;
            while (matcher.find()) {
                texts.add(MessageTemplate.withCrLf(text.substring(from, matcher.start())));
                slots.add(marks.slot(matcher).orElseThrow());
                from = matcher.end();
            }
            texts.add(MessageTemplate.withCrLf(text.substring(from)));
            return new Base64Part(texts, slots);
        }
    }
}
