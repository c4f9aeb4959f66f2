package octavo.delivery.smtp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is known of a message after it was tried.
///
/// Only [InDoubt] leaves open whether the server has it. Replies are the server's whole line, at most 500
/// characters, with spaces for control characters.
public sealed interface Outcome {
    /// The code with which a server says that it closes the connection.
    int CLOSING = 421;

    /// The command that was answered.
    enum Stage {
        /// `MAIL FROM`
        SENDER,
        /// `RCPT TO`
        RECIPIENT,
        /// `DATA`, or the message itself after its dot.
        DATA
    }

    /// The server has taken it and answers for it from now on.
    record Accepted(String reply) implements Outcome {}

    /// The server will never take it: a reply of 500 and more to the recipient or to the data.
    ///
    /// @param code 0 where it was not asked, as it has said already that it cannot
    record Rejected(Stage stage, int code, String reply) implements Outcome {
        /// Code, then class, subject and detail (RFC 3463) where the server gives them.
        private static final Pattern ENHANCED = Pattern.compile("^5\\d\\d[ -]5\\.(\\d{1,3})\\.(\\d{1,3})(?=\\s|$)");

        /// Whether the reply says that there is no such mailbox, so that nobody should write to it again: at
        /// the recipient a status 5.1.x or 5.2.1, or where there is no status one of 550, 551 and 553. What
        /// concerns the sender's address (5.1.7, 5.1.8) or a policy (5.7.x) says nothing of the recipient.
        public boolean isHardBounce() {
            if (stage != Stage.RECIPIENT) {
                return false;
            }
            Matcher status = ENHANCED.matcher(reply);
            if (!status.find()) {
                return code == 550 || code == 551 || code == 553;
            }
            int subject = Integer.parseInt(status.group(1));
            int detail = Integer.parseInt(status.group(2));
            return (subject == 1 && detail != 7 && detail != 8) || (subject == 2 && detail == 1);
        }
    }

    /// The server did not take it now: a reply from 400 to 499, before the dot or after it. It surely does not have
    /// it.
    record Deferred(Stage stage, int code, String reply) implements Outcome {
        /// Whether the server closes the connection, as it has too much to do or shuts down.
        public boolean closing() {
            return code == CLOSING;
        }
    }

    /// The dot was sent and no answer came that says anything: the server may have the message (RFC 1047).
    record InDoubt(String why) implements Outcome {}

    /// The connection was lost, or the server's answer made no sense, before the dot was sent: nobody has the
    /// message. This may be found out after the gate said yes, where writing the dot itself failed.
    record Unsent(String why) implements Outcome {}

    /// The gate said no: no dot was sent and the connection is closed.
    record Refused(String why) implements Outcome {}
}
