package octavo.delivery.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A small mail server that fails on purpose. Its ledger is written before a reply goes out, so that it is the truth
/// about what a sender can at most know.
public final class FaultSink implements AutoCloseable {
    private static final int BACKLOG = 200;

    /// A copy that the sink has taken responsibility for.
    ///
    /// @param head the header's bytes
    @SuppressWarnings("ArrayRecordComponent")
    public record Received(String envelopeFrom, String messageId, byte[] head) {}

    private final SinkSetup setup;
    private final ServerSocket server;
    private final @Nullable Writer file;
    private final Map<String, List<Received>> ledger = new ConcurrentHashMap<>();
    private final Map<String, List<byte[]>> messages = new ConcurrentHashMap<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final Map<String, Integer> senders = new ConcurrentHashMap<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger dots = new AtomicInteger();
    private final AtomicInteger goodbyes = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Faults faults;

    private FaultSink(SinkSetup setup) throws IOException {
        this.setup = setup;
        this.faults = setup.faults();
        this.file = setup.ledger().isEmpty()
                ? null
                : Files.newBufferedWriter(setup.ledger().get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.server = new ServerSocket(setup.port(), BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    /// On 127.0.0.1, at a free port.
    public static FaultSink start(Faults faults) {
        return start(SinkSetup.of(faults));
    }

    /// Without faults, keeping whole messages.
    public static FaultSink keeping() {
        return start(SinkSetup.of(Faults.none()).withKeeping());
    }

    public static FaultSink start(SinkSetup setup) {
        try {
            FaultSink sink = new FaultSink(setup);
            Thread.ofPlatform().daemon().name("sink").start(sink::accept);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                int number = connections.incrementAndGet();
                Thread.ofPlatform().daemon().name("sink-" + number).start(() -> serve(socket, number));
            } catch (IOException _) {
                // close() ends the loop; a client that went away at once is no reason to stop.
            }
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            new SinkSession(this, setup, socket, number).run();
        } catch (IOException _) {
            // The client or close() ended the connection.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(socket);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Other faults from the next command on.
    public void become(Faults others) {
        faults = others;
    }

    /// By recipient: every copy that the sink has taken responsibility for, whether or not its reply went out.
    public Map<String, List<Received>> ledger() {
        return copyOf(ledger);
    }

    /// By recipient: the messages themselves, where the sink keeps them.
    public Map<String, List<byte[]>> messages() {
        return copyOf(messages);
    }

    private static <T> Map<String, List<T>> copyOf(Map<String, List<T>> lists) {
        Map<String, List<T>> copy = new TreeMap<>();
        lists.forEach((recipient, list) -> {
            synchronized (list) {
                copy.put(recipient, List.copyOf(list));
            }
        });
        return copy;
    }

    private static <T> void add(Map<String, List<T>> lists, String recipient, T one) {
        List<T> list = lists.computeIfAbsent(recipient, key -> new ArrayList<>(1));
        synchronized (list) {
            list.add(one);
        }
    }

    /// By recipient: how many RCPT commands were seen.
    public Map<String, Integer> tries() {
        return new TreeMap<>(tries);
    }

    /// How many connections there were.
    public int connections() {
        return connections.get();
    }

    /// How many connections are open, as far as the sink has noticed.
    public int open() {
        return sockets.size();
    }

    /// How many messages were seen to their dot.
    public int dots() {
        return dots.get();
    }

    /// How many connections ended with QUIT.
    public int goodbyes() {
        return goodbyes.get();
    }

    Faults faults() {
        return faults;
    }

    int countTry(String recipient) {
        return tries.merge(recipient, 1, Integer::sum);
    }

    int countSender(String sender) {
        return senders.merge(sender, 1, Integer::sum);
    }

    void countDot() {
        dots.incrementAndGet();
    }

    void countGoodbye() {
        goodbyes.incrementAndGet();
    }

    /// @param decision for the file: what, and which fault
    void decide(String recipient, Received received, byte[] whole, boolean taken, String decision) throws IOException {
        if (taken) {
            add(ledger, recipient, received);
            if (setup.keeping()) {
                add(messages, recipient, whole);
            }
        }
        Writer writer = file;
        if (writer != null) {
            synchronized (writer) {
                writer.write(recipient + " " + received.messageId() + " " + decision + "\n");
                writer.flush();
            }
        }
    }

    /// Waits, but not longer than this sink lives.
    void rest(Duration time) throws InterruptedException {
        if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the sink is closed");
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
