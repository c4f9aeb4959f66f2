package octavo.delivery.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import octavo.delivery.store.StoreAddress;
import octavo.model.OctavoException;

/// Writes entries down for many connections at once: what comes while one commit is under way goes into the next one
/// together, so that the disk is waited for once for all of them.
///
/// What an operating system does not write is lost with the power; an entry counts once it is committed.
public final class Journal implements AutoCloseable {
    private static final int LARGEST = 1_000;
    /// As long as a database server may take to come back.
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private static final long PAUSE_MS = 500;

    private final Ledger ledger;
    private final long patience;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private volatile boolean closing;

    private record Waiting(Entry entry, CompletableFuture<Boolean> written) {}

    /// @param address of the store: a server may go away for a while
    public Journal(Ledger ledger, StoreAddress address) {
        this.ledger = ledger;
        this.patience = address instanceof StoreAddress.OnServer ? PATIENCE_NANOS : 0;
        this.writer = Thread.ofPlatform().name("journal").start(this::write);
    }

    /// Has an entry written down.
    ///
    /// @return done when it is committed: whether this sender still held the delivery; or failed, with the reason
    ///     for the operator, where it could not be written
    public CompletableFuture<Boolean> write(Entry entry) {
        Waiting waiting = new Waiting(entry, new CompletableFuture<>());
        queue.add(waiting);
        return waiting.written();
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>();
        try {
            while (true) {
                Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (closing && queue.isEmpty()) {
                        return;
                    }
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, LARGEST - 1);
                write(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> batch) throws InterruptedException {
        try {
            List<Boolean> counts = patiently(
                    () -> ledger.write(batch.stream().map(Waiting::entry).toList()));
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).written().complete(counts.get(i));
            }
        } catch (OctavoException | IllegalStateException e) {
            batch.forEach(waiting -> waiting.written().completeExceptionally(e));
        }
    }

    /// Work on the store.
    @FunctionalInterface
    public interface Work<T> {
        T done();
    }

    /// Does work on the store, again and again while a server is away.
    ///
    /// @throws OctavoException where it does not come back
    public <T> T patiently(Work<T> work) throws InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try {
                return work.done();
            } catch (OctavoException e) {
                if (System.nanoTime() - begun >= patience) {
                    throw e;
                }
                Thread.sleep(PAUSE_MS);
            }
        }
    }

    /// Waits until everything is written.
    @Override
    public void close() {
        closing = true;
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
