package octavo.cli.delivery;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import octavo.cli.shell.Terminal;

/// What Ctrl-C does to a command that sends: it stops in good order, says how to go on, and ends with the exit code
/// that it would have ended with.
///
/// Closed after everything else. The virtual machine is going down then, and waits for nobody but this.
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Terminal terminal;
    private final AtomicReference<Optional<Runnable>> stop = new AtomicReference<>(Optional.empty());
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::drain, "octavo-drain");
    private volatile int code = SendCommand.PARTLY;

    Interruption(Terminal terminal) {
        this.terminal = terminal;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// From now on an interruption calls this and waits. Before, it ends the program at once.
    void during(Runnable stopping) {
        stop.set(Optional.of(stopping));
    }

    /// Remembers how the command ends.
    int ends(int exitCode) {
        code = exitCode;
        return exitCode;
    }

    private void drain() {
        stop.get().ifPresent(stopping -> {
            terminal.progressDone();
            terminal.err().println("Stopping: messages on their way end first, in a minute at most.");
            terminal.err().flush();
            stopping.run();
            boolean inTime = false;
            try {
                inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            if (!inTime) {
                terminal.err()
                        .println("Not all of them ended; what became of the last ones is settled by the next run.");
            }
            terminal.out().flush();
            terminal.err().flush();
            // The exit code of a signal would say that nobody knows how far it got.
            Runtime.getRuntime().halt(code);
        });
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The machine is going down already, and the hook is at work.
        }
    }
}
