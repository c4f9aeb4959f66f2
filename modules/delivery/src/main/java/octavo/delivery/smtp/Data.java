package octavo.delivery.smtp;

import java.nio.charset.StandardCharsets;

/// A message as it goes over the wire: dots at the beginning of lines are doubled, and its last line ends (RFC 5321,
/// section 4.5.2). To look for dots takes longer than anything else that is done to a message.
///
/// @param bytes without the final dot; nobody changes the array
@SuppressWarnings("ArrayRecordComponent")
public record Data(byte[] bytes) {
    private static final String LINE_END = "\r\n";

    /// Of any message with CR LF at its lines' ends.
    public static Data of(byte[] message) {
        // Each byte a character, and back again: what is not ASCII stays what it is.
        String text = new String(message, StandardCharsets.ISO_8859_1);
        boolean ended = text.endsWith(LINE_END);
        if (ended && !text.startsWith(".") && !text.contains("\n.")) {
            return new Data(message);
        }
        String doubled = (text.startsWith(".") ? "." : "") + text.replace("\n.", "\n..") + (ended ? "" : LINE_END);
        return new Data(doubled.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Of a message that has been made so that no line of it begins with a dot, and the last line ends.
    public static Data withoutDots(byte[] message) {
        return new Data(message);
    }
}
