package octavo.delivery.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Angus Mail's transport, spoken to command by command.
///
/// Its own `sendMessage` hides the server's replies in chains of exceptions, loses some (a reply to DATA whose RSET
/// fails), and keeps up to 8 KB of the message back until the dot, so that a connection that breaks in the message
/// is noticed behind the dot only, as a doubt. Here each reply is read where it belongs, the message is flushed
/// before the gate is asked, and the dot is the only thing sent after it. Connecting, EHLO, STARTTLS, AUTH and
/// reading replies stay Angus's.
final class Dialogue extends SMTPTransport {
    private static final String LINE_END = "\r\n";

    private final Relay relay;
    private final Wire wire;
    private Reply last = new Reply(-1, "");

    Dialogue(Relay relay, Wire wire) {
        super(Session.getInstance(properties(relay, wire)), new URLName("smtp", null, -1, null, null, null));
        this.relay = relay;
        this.wire = wire;
    }

    /// Nothing is set that would let Angus change a message (`allow8bitmime`), send it in chunks (which breaks
    /// lines that begin with a dot) or ask for delivery notices.
    private static Properties properties(Relay relay, Wire wire) {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", relay.helo());
        properties.put("mail.smtp.connectiontimeout", millis(relay.timeouts().connect()));
        properties.put("mail.smtp.timeout", millis(relay.timeouts().reply()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        // Else Angus connects a second time, with sockets of its own, where the first time failed.
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (relay.security()) {
            case NONE -> properties.put("mail.smtp.socketFactory", wire.open());
            case STARTTLS -> {
                properties.put("mail.smtp.socketFactory", wire.open());
                properties.put("mail.smtp.ssl.socketFactory", wire.starttls());
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> {
                properties.put("mail.smtp.ssl.enable", "true");
                properties.put("mail.smtp.ssl.socketFactory", wire.tls());
            }
        }
        return properties;
    }

    private static String millis(Duration time) {
        return Integer.toString(Math.toIntExact(time.toMillis()));
    }

    /// Angus would go on with HELO, without TLS or login, and forget why EHLO was refused.
    @Override
    protected boolean ehlo(String domain) throws MessagingException {
        if (!super.ehlo(domain)) {
            throw new MessagingException("EHLO was refused");
        }
        if (relay.security() == Relay.Security.STARTTLS && !isSSL() && !supportsExtension("STARTTLS")) {
            throw Trouble.noStartTls(relay);
        }
        return true;
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        last = Reply.of(code, getLastServerResponse());
        return code;
    }

    /// The last reply that was read.
    synchronized Reply last() {
        return last;
    }

    /// Sends a command and reads its reply.
    synchronized Reply ask(String command) throws MessagingException, IOException {
        say(command);
        return answer();
    }

    /// Sends several commands at once; each gets an [#answer()] of its own.
    synchronized void say(String... commands) throws IOException {
        write((String.join(LINE_END, commands) + LINE_END).getBytes(StandardCharsets.UTF_8));
    }

    /// Sends the message but for its dot, all of it: nothing stays in a buffer on this side.
    synchronized void writeBody(Data message) throws IOException {
        write(message.bytes());
    }

    /// Goes past Angus's own stream, which looks at each byte and hands on eight kilobytes at a time: that takes
    /// longer than all the rest of sending. Angus has flushed what it wrote before.
    private void write(byte[] bytes) throws IOException {
        wire.write(bytes, relay.timeouts().write());
    }

    /// Sends the dot, in a write of its own.
    synchronized void sendDot() throws IOException {
        say(".");
    }

    synchronized Reply answer() throws MessagingException {
        readServerResponse();
        return last;
    }

    /// Whether the server offers to log in; an old spelling is still met.
    boolean offersLogin() {
        return supportsExtension("AUTH") || supportsExtension("AUTH=LOGIN");
    }

    /// Ends the connection without a word: the socket first, so that nothing that may be buffered gets out.
    void cut() {
        wire.cut();
        try {
            close();
        } catch (MessagingException _) {
            // As the socket is closed, QUIT fails. Angus has tidied up nevertheless.
        }
    }
}
