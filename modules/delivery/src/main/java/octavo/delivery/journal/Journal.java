package octavo.delivery.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import octavo.delivery.store.StoreAddress;
import octavo.model.OctavoException;

/// Writes entries down for many connections at once: what comes while one commit is under way goes into the next one
/// together, so that the disk is waited for once for all of them. A connection waits for its attempt to be written,
/// so that is done at once; what came of an attempt goes along with the next one. A connection says so before it
/// begins another, and entries are written in their order: a sender that dies leaves one attempt open on each
/// connection, no more.
///
/// An entry counts once it is committed.
public final class Journal implements AutoCloseable {
    /// As long as an entry that nobody waits for may be kept back.
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /// As long as a database server may take to come back.
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private static final long PAUSE_MS = 500;
    /// As long as attempts wait for those of other connections.
    private static final long GATHER_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private final Ledger ledger;
    private final long patience;
    /// As many attempts make a commit worth its while: with more, the connections would wait longer for one another
    /// than for the disk.
    private final int together;
    private final Lock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private final Thread writer;
    private List<Waiting> waiting = new ArrayList<>();
    private int urgent;
    private boolean closing;

    private record Waiting(Entry entry, CompletableFuture<Boolean> written) {}

    /// @param address of the store: a server may go away for a while
    /// @param connections that write here: one that is about to wait for the disk waits a moment for the others
    public Journal(Ledger ledger, StoreAddress address, int connections) {
        this.ledger = ledger;
        this.together = (connections + 2) / 3;
        this.patience = address instanceof StoreAddress.OnServer ? PATIENCE_NANOS : 0;
        this.writer = Thread.ofPlatform().name("journal").start(this::write);
    }

    /// Has an entry written down.
    ///
    /// @return done when it is committed: whether this sender still held the delivery; or failed, with the reason
    ///     for the operator, where it could not be written
    public CompletableFuture<Boolean> write(Entry entry) {
        Waiting one = new Waiting(entry, new CompletableFuture<>());
        lock.lock();
        try {
            waiting.add(one);
            if (entry instanceof Entry.Attempt) {
                urgent++;
            }
            if (waiting.size() == 1 || urgent == 1 || urgent == together) {
                called.signal();
            }
        } finally {
            lock.unlock();
        }
        return one.written();
    }

    private void write() {
        try {
            for (List<Waiting> batch = next(); !batch.isEmpty(); batch = next()) {
                write(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is to be written together; nothing at the end.
    private List<Waiting> next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                called.await();
            }
            awaitUntil(1, LINGER_NANOS);
            if (urgent > 0) {
                awaitUntil(together, GATHER_NANOS);
            }
            List<Waiting> batch = waiting;
            waiting = new ArrayList<>();
            urgent = 0;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void awaitUntil(int attempts, long nanos) throws InterruptedException {
        long left = nanos;
        while (urgent < attempts && !closing && left > 0) {
            left = called.awaitNanos(left);
        }
    }

    private void write(List<Waiting> batch) throws InterruptedException {
        try {
            List<Boolean> counts = patiently(
                    () -> ledger.write(batch.stream().map(Waiting::entry).toList()));
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).written().complete(counts.get(i));
            }
        } catch (InterruptedException e) {
            batch.forEach(waiting -> waiting.written().completeExceptionally(e));
            throw e;
        } catch (Exception | Error e) {
            // Whatever it is: connections wait for an answer.
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
        lock.lock();
        try {
            closing = true;
            called.signal();
        } finally {
            lock.unlock();
        }
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
