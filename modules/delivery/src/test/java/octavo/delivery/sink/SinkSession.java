package octavo.delivery.sink;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import octavo.delivery.sink.Faults.Kind;
import octavo.delivery.sink.Faults.Place;

/// The server's side of one connection.
final class SinkSession {
    private static final String OK = "250 2.0.0 ok";
    private static final int SLOWNESS = 4;

    private final FaultSink sink;
    private final SinkSetup setup;
    private final int number;
    private Socket socket;
    private Lines lines;
    private OutputStream out;
    private boolean encrypted;
    private boolean known;
    private String sender = "";
    private boolean utf8;
    private final List<String> recipients = new ArrayList<>();
    private Optional<Kind> fault = Optional.empty();

    SinkSession(FaultSink sink, SinkSetup setup, Socket socket, int number) throws IOException {
        this.sink = sink;
        this.setup = setup;
        this.number = number;
        this.socket = socket;
        this.lines = new Lines(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /// @throws IOException where the connection ends, whoever ends it
    void run() throws IOException, InterruptedException {
        if (setup.tlsFromStart()) {
            encrypt(setup.tls().orElseThrow());
        }
        fault = sink.faults().ofConnection(number);
        answer(Place.GREETING, "220 sink");
        for (String line = lines.next(); line != null; line = lines.next()) {
            String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> answer(Place.EHLO, extensions());
                case "STARTTLS" -> starttls();
                case "AUTH" -> authenticate(line);
                case "MAIL" -> mail(line);
                case "RCPT" -> rcpt(address(line));
                case "DATA" -> data();
                case "RSET" -> {
                    recipients.clear();
                    sender = "";
                    say(OK);
                }
                case "NOOP" -> say(OK);
                case "QUIT" -> {
                    sink.countGoodbye();
                    say("221 2.0.0 bye");
                    return;
                }
                default -> say("500 5.5.1 unknown");
            }
        }
    }

    private String extensions() {
        StringBuilder reply = new StringBuilder("250-sink\r\n250-8BITMIME\r\n250-CHUNKING\r\n250-DSN\r\n");
        if (setup.together()) {
            reply.append("250-PIPELINING\r\n");
        }
        if (setup.international()) {
            reply.append("250-SMTPUTF8\r\n");
        }
        if (setup.size() > 0) {
            reply.append("250-SIZE ").append(setup.size()).append("\r\n");
        }
        if (setup.tls().isPresent() && !encrypted) {
            reply.append("250-STARTTLS\r\n");
        }
        if (!setup.mechanisms().isEmpty()) {
            reply.append("250-AUTH ").append(setup.mechanisms()).append("\r\n");
        }
        return reply.append("250 ENHANCEDSTATUSCODES").toString();
    }

    private void starttls() throws IOException {
        if (setup.tls().isEmpty() || encrypted) {
            say("502 5.5.1 not here");
            return;
        }
        say("220 2.0.0 go on");
        encrypt(setup.tls().get());
    }

    private void encrypt(SSLContext context) throws IOException {
        SSLSocket covered = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        covered.setUseClientMode(false);
        covered.startHandshake();
        socket = covered;
        lines = new Lines(covered.getInputStream());
        out = new BufferedOutputStream(covered.getOutputStream());
        encrypted = true;
    }

    private void authenticate(String line) throws IOException {
        String[] words = line.split(" ", -1);
        String user;
        String password;
        if (words[1].equalsIgnoreCase("PLAIN")) {
            String[] parts = decoded(words.length > 2 ? words[2] : asked("")).split("\0", -1);
            user = parts[1];
            password = parts[2];
        } else {
            user = decoded(words.length > 2 ? words[2] : asked("VXNlcm5hbWU6"));
            password = decoded(asked("UGFzc3dvcmQ6"));
        }
        known = user.equals(SinkSetup.USER) && setup.password().equals(Optional.of(password));
        say(known ? "235 2.7.0 welcome" : "535 5.7.8 wrong");
    }

    private String asked(String prompt) throws IOException {
        say("334 " + prompt);
        String line = lines.next();
        if (line == null) {
            throw new EOFException();
        }
        return line;
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private void mail(String line) throws IOException, InterruptedException {
        String address = address(line);
        utf8 = setup.international() && line.endsWith(" SMTPUTF8");
        if (setup.password().isPresent() && !known) {
            say("530 5.7.0 log in first");
            return;
        }
        if (!sender.isEmpty()) {
            say("503 5.5.1 nested MAIL");
            return;
        }
        fault = sink.faults().ofMessage(Place.MAIL, address, sink.countSender(address));
        if (answer(Place.MAIL, OK)) {
            sender = address;
        }
    }

    private void rcpt(String address) throws IOException, InterruptedException {
        if (sender.isEmpty()) {
            say("503 5.5.1 MAIL first");
            return;
        }
        if (!utf8 && !address.chars().allMatch(c -> c < 0x80)) {
            say("553 5.6.7 no such letters");
            return;
        }
        fault = sink.faults().ofMessage(Place.RCPT, address, sink.countTry(address));
        if (answer(Place.RCPT, OK)) {
            recipients.add(address);
        }
    }

    private void data() throws IOException, InterruptedException {
        if (recipients.isEmpty() && !fault.equals(Optional.of(Kind.RCPT_5XX_CARELESS))) {
            say("503 5.5.1 RCPT first");
            return;
        }
        if (!answer(Place.DATA, "354 go on")) {
            return;
        }
        if (fault.filter(kind -> kind.place == Place.BODY).isPresent()) {
            throw new EOFException("dropped on purpose");
        }
        Lines.Message message = lines.message(setup.keeping());
        if (message == null) {
            return;
        }
        sink.countDot();
        Optional<Kind> late = fault.filter(kind -> kind.place == Place.DOT);
        boolean taken = late.isEmpty() || late.get().taken;
        var received = new FaultSink.Received(sender, messageId(message.head()), message.head());
        String decision = (taken ? "taken " : "lost ") + late.map(Kind::name).orElse("OK");
        for (String recipient : recipients) {
            sink.decide(recipient, received, message.whole(), taken, decision);
        }
        sender = "";
        recipients.clear();
        answer(Place.DOT, "250 2.0.0 taken as " + sink.dots());
    }

    private static String messageId(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.regionMatches(true, 0, "Message-ID:", 0, 11))
                .map(line -> line.substring(11).strip())
                .findFirst()
                .orElse("");
    }

    private static String address(String line) {
        int from = line.indexOf('<');
        int to = line.indexOf('>', from);
        String address = from < 0 || to < 0 ? line : line.substring(from + 1, to);
        return new String(address.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /// Answers as it should be, or as the fault has it.
    ///
    /// @return whether it was as it should be
    /// @throws EOFException where the fault ends the connection
    private boolean answer(Place place, String reply) throws IOException, InterruptedException {
        Optional<Kind> now = fault.filter(kind -> kind.place == place);
        if (now.isEmpty()) {
            say(reply);
            return true;
        }
        Kind kind = now.get();
        return switch (kind.action) {
            case REPLY -> {
                say(kind.reply);
                if (kind.reply.startsWith("421") || place == Place.GREETING) {
                    throw new EOFException("closed on purpose");
                }
                yield false;
            }
            case DROP -> throw new EOFException("dropped on purpose");
            case SILENCE -> {
                sink.rest(sink.faults().silence());
                throw new EOFException("dropped on purpose");
            }
            case SLOW -> {
                sink.rest(sink.faults().silence().dividedBy(SLOWNESS));
                say(reply);
                yield true;
            }
        };
    }

    private void say(String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
