package octavo.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// A mail server that takes everything, or answers what a test wants instead.
final class MailSink implements AutoCloseable {
    /// A message that it has taken.
    record Taken(String from, String to, String text) {}

    final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    private volatile Answering answering = (_, _, usual) -> usual;

    /// What it says in place of what it would say.
    @FunctionalInterface
    interface Answering {
        /// @param command as it came, `GREETING` at the beginning, `.` at a message's end
        /// @param to the recipient, empty where there is none yet
        /// @return empty to hang up instead
        String to(String command, String to, String usual);
    }

    MailSink() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    void answer(Answering answers) {
        answering = answers;
    }

    List<String> recipients() {
        return taken.stream().map(Taken::to).sorted().toList();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofPlatform().daemon().start(() -> talk(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                OutputStream out = client.getOutputStream();
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            String from = "";
            String to = "";
            UnaryOperator<String> bare = line -> line.replaceAll("^[^<]*<|>.*$", "");
            if (!say(out, "GREETING", to, "220 sink ESMTP")) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.toUpperCase(java.util.Locale.ROOT);
                if (verb.startsWith("MAIL")) {
                    from = bare.apply(line);
                } else if (verb.startsWith("RCPT")) {
                    to = bare.apply(line);
                }
                String usual = verb.startsWith("EHLO")
                        ? "250-sink\r\n250 8BITMIME"
                        : verb.startsWith("DATA") ? "354 go on" : verb.startsWith("QUIT") ? "221 bye" : "250 ok";
                if (!say(out, line, to, usual)) {
                    return;
                }
                if (verb.startsWith("DATA")) {
                    StringBuilder text = new StringBuilder();
                    for (String part = in.readLine(); part != null && !part.equals("."); part = in.readLine()) {
                        text.append(part).append('\n');
                    }
                    Taken message = new Taken(from, to, text.toString());
                    if (!say(out, ".", to, "250 queued", () -> taken.add(message))) {
                        return;
                    }
                }
            }
        } catch (IOException _) {
            // The other side is gone, as a test wanted it.
        }
    }

    private boolean say(OutputStream out, String command, String to, String usual) throws IOException {
        return say(out, command, to, usual, () -> {});
    }

    /// @param well done before it is said that all is well
    private boolean say(OutputStream out, String command, String to, String usual, Runnable well) throws IOException {
        String answer = answering.to(command, to, usual);
        if (answer.isEmpty()) {
            return false;
        }
        if (answer.startsWith("250")) {
            well.run();
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return !answer.startsWith("554 no service");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
