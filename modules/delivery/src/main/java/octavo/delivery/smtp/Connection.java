package octavo.delivery.smtp;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.SocketException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import octavo.delivery.smtp.Outcome.Stage;
import octavo.model.OctavoException;
import org.jspecify.annotations.Nullable;

/// One connection to one relay, used by one thread at a time, for many messages one after the other.
///
/// For each message it tells apart what a journal must tell apart: accepted, refused for now, refused for good,
/// surely not sent, and in doubt. The moment that divides them is the final dot; a [Gate] is asked right before it.
public final class Connection implements AutoCloseable {
    private static final int START_MESSAGE = 354;
    private static final int TOO_LONG = 552;
    private static final String DATA = "DATA";

    /// More patience is not due to a server that shall only say goodbye.
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Relay relay;
    private final Wire wire;
    private final Dialogue dialogue;
    private final boolean together;
    private final boolean international;
    private final boolean sized;
    private final long maximumSize;
    private boolean usable = true;

    private Connection(Relay relay, Wire wire, Dialogue dialogue) {
        this.relay = relay;
        this.wire = wire;
        this.dialogue = dialogue;
        this.together = dialogue.supportsExtension("PIPELINING");
        this.international = dialogue.supportsExtension("SMTPUTF8");
        String size = dialogue.getExtensionParameter("SIZE");
        this.sized = size != null;
        this.maximumSize = size != null && size.strip().matches("\\d{1,18}") ? Long.parseLong(size.strip()) : 0;
    }

    /// Connects, begins TLS and logs in, as the relay wants it. Certificates are checked against the JDK's trust
    /// store (`javax.net.ssl.trustStore` names another).
    ///
    /// @throws RelayException where the relay cannot be used
    public static Connection open(Relay relay) {
        try {
            return open(relay, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new OctavoException(
                    "This machine's trust store cannot be read (" + Trouble.deepest(e) + "); see"
                            + " javax.net.ssl.trustStore.",
                    e);
        }
    }

    /// @param trust says which certificates are believed
    static Connection open(Relay relay, SSLContext trust) {
        Wire wire = new Wire(trust);
        Dialogue dialogue = new Dialogue(relay, wire);
        boolean connected = false;
        try {
            dialogue.connect(
                    relay.host(),
                    relay.port(),
                    relay.login().map(Relay.Login::user).orElse(null),
                    relay.login().map(login -> login.password().value()).orElse(null));
            if (relay.login().isPresent() && !dialogue.offersLogin()) {
                throw Trouble.noLogin(relay);
            }
            connected = true;
            return new Connection(relay, wire, dialogue);
        } catch (MessagingException e) {
            throw Trouble.ofConnecting(relay, dialogue.last(), e);
        } finally {
            if (!connected) {
                dialogue.cut();
            }
        }
    }

    /// Sends a message, and returns what is known of it. It never throws for what a server or the network does to
    /// this message.
    ///
    /// @param gate asked once, when only the dot is left; what it throws goes through, and the connection is closed
    /// @throws RelayException where no message can be sent like this, which is no recipient's fault: the relay
    ///     refuses the sender's address for good, or the message is longer than it takes. Nothing was sent.
    public Outcome send(Envelope envelope, Data message, Gate gate) {
        requireRoom(message.bytes().length);
        if (!usable) {
            return new Outcome.Unsent("the connection to " + relay.shown() + " was closed before");
        }
        if (envelope.isInternational() && !international) {
            return new Outcome.Rejected(
                    Stage.RECIPIENT, 0, relay.shown() + " takes only addresses in ASCII (it has no SMTPUTF8)");
        }
        try {
            Outcome refused = sendAllButDot(envelope, message);
            if (refused != null) {
                return refused;
            }
        } catch (MessagingException | IOException e) {
            giveUp();
            return new Outcome.Unsent("the connection to " + relay.shown() + " was lost before the end of the message ("
                    + Trouble.deepest(e) + ")");
        }
        return mayFinish(gate) ? finish() : new Outcome.Refused("the message was given up before its end");
    }

    /// What may be said at once is (RFC 2920, section 3.1): one journey to the relay and back instead of three.
    ///
    /// @return null where only the dot is left
    private @Nullable Outcome sendAllButDot(Envelope envelope, Data message) throws MessagingException, IOException {
        String mail = "MAIL FROM:<" + envelope.from() + ">" + (sized ? " SIZE=" + message.bytes().length : "")
                + (envelope.isInternational() ? " BODY=8BITMIME SMTPUTF8" : "");
        String rcpt = "RCPT TO:<" + envelope.to() + ">";
        if (together) {
            dialogue.say(mail, rcpt, DATA);
        }
        Reply sender = reply(mail);
        if (sender.isFinal() && !envelope.isInternational()) {
            tidy(sender, 2);
            throw sender.code() == TOO_LONG
                    ? Trouble.tooLong(relay, message.bytes().length, sender)
                    : Trouble.senderRefused(relay, envelope.from(), sender);
        }
        if (!sender.isPositive()) {
            return refused(Stage.SENDER, sender, 2);
        }
        Reply recipient = reply(rcpt);
        if (!recipient.isPositive()) {
            return refused(Stage.RECIPIENT, recipient, 1);
        }
        Reply data = reply(DATA);
        if (data.code() != START_MESSAGE) {
            return refused(Stage.DATA, data, 0);
        }
        dialogue.writeBody(message);
        wire.patience(relay.timeouts().dot());
        return null;
    }

    private Reply reply(String command) throws MessagingException, IOException {
        return together ? dialogue.answer() : dialogue.ask(command);
    }

    /// A reply that came instead of a yes, before the message.
    ///
    /// @param open commands that were said together with the refused one, and are answered after it
    private Outcome refused(Stage stage, Reply reply, int open) {
        if (reply.isForLater() || reply.isFinal()) {
            tidy(reply, open);
            return answered(stage, reply);
        }
        giveUp();
        return new Outcome.Unsent(
                reply.isEnd()
                        ? relay.shown() + " ended the connection before the message"
                        : relay.shown() + " answered what makes no sense before the message: " + reply.line());
    }

    private static Outcome answered(Stage stage, Reply reply) {
        return reply.isForLater()
                ? new Outcome.Deferred(stage, reply.code(), reply.line())
                : new Outcome.Rejected(stage, reply.code(), reply.line());
    }

    private boolean mayFinish(Gate gate) {
        boolean may = false;
        try {
            may = gate.mayFinish();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            if (!may) {
                // DATA cannot be taken back: only a connection that ends without the dot leaves nothing behind.
                giveUp();
            }
        }
        return may;
    }

    private Outcome finish() {
        try {
            dialogue.sendDot();
        } catch (IOException e) {
            return dotFailed(e);
        }
        Reply reply;
        try {
            reply = dialogue.answer();
        } catch (MessagingException e) {
            giveUp();
            return new Outcome.InDoubt(
                    Trouble.isTimeout(e)
                            ? relay.shown() + " did not answer the whole message within "
                                    + relay.timeouts().dot().toSeconds() + " s"
                            : "the connection to " + relay.shown() + " was lost after the whole message ("
                                    + Trouble.deepest(e) + ")");
        }
        if (reply.isPositive()) {
            usable = recovers();
            return new Outcome.Accepted(reply.line());
        }
        if (reply.isForLater() || reply.isFinal()) {
            usable = !reply.isClosing() && recovers();
            if (!usable) {
                giveUp();
            }
            return answered(Stage.DATA, reply);
        }
        giveUp();
        return new Outcome.InDoubt(
                reply.isEnd()
                        ? relay.shown() + " ended the connection after the whole message without an answer"
                        : relay.shown() + " answered the whole message with what makes no sense: " + reply.line());
    }

    /// Writing the dot failed. If it was the socket that refused to take it, the dot never left: it is in one
    /// write, so the server has at most a part of its line, which ends nothing. If this side closed the socket,
    /// because the write took too long, it may have left just before.
    private Outcome dotFailed(IOException e) {
        boolean surelyNot = wire.isOpen() && e instanceof SocketException;
        giveUp();
        String why = "the connection to " + relay.shown() + " was lost at the end of the message (" + Trouble.deepest(e)
                + ")";
        return surelyNot ? new Outcome.Unsent(why) : new Outcome.InDoubt(why);
    }

    /// Back to the usual patience after the dot's.
    private boolean recovers() {
        try {
            wire.patience(relay.timeouts().reply());
            return true;
        } catch (SocketException _) {
            return false;
        }
    }

    /// After a refusal the server must forget the sender and the recipient (RFC 5321, 4.1.1.5).
    private void tidy(Reply refusal, int open) {
        try {
            if (!refusal.isClosing()
                    && (!together || heardOut(open))
                    && dialogue.ask("RSET").isPositive()) {
                return;
            }
        } catch (MessagingException | IOException _) {
            // The connection is given up below.
        }
        giveUp();
    }

    /// A server that asks for the message after a refusal gets none: only the end of the connection leaves nothing
    /// behind there.
    private boolean heardOut(int open) throws MessagingException {
        for (int i = 0; i < open; i++) {
            Reply reply = dialogue.answer();
            if (reply.code() < 0 || reply.code() == START_MESSAGE || reply.isClosing()) {
                return false;
            }
        }
        return true;
    }

    private void giveUp() {
        usable = false;
        dialogue.cut();
    }

    /// False after a lost connection, a gate that said no, and a server that closes (421).
    public boolean isUsable() {
        return usable;
    }

    /// Finds out before anything is sent that a message will be too long (RFC 1870).
    ///
    /// @param size in bytes
    /// @throws RelayException where the relay has said that it takes none of this size
    public void requireRoom(long size) {
        if (maximumSize > 0 && size > maximumSize) {
            throw Trouble.tooLong(relay, size, maximumSize);
        }
    }

    /// Says goodbye where the connection still works, and waits two seconds for the answer. Never throws.
    @Override
    public void close() {
        if (usable) {
            try {
                wire.patience(GOODBYE);
                dialogue.ask("QUIT");
            } catch (MessagingException | IOException _) {
                // It is over either way.
            }
        }
        giveUp();
    }
}
