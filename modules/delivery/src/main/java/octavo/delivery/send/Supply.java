package octavo.delivery.send;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.journal.Claim;
import octavo.delivery.journal.Entry;
import octavo.delivery.journal.Journal;
import octavo.delivery.journal.Ledger;

/// The claims that one sender holds and has not begun, for its connections to take. One thread fills it.
final class Supply {
    private static final int LARGEST_BATCH = 500;
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    /// As long as it waits for what other senders hold.
    private static final long OTHERS_MS = 500;

    private final long campaign;
    private final Campaigns campaigns;
    private final Ledger ledger;
    private final Journal journal;
    private final Tally tally;
    private final Watcher watcher;
    private final int batch;
    private final BlockingDeque<Claim> queue = new LinkedBlockingDeque<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile Optional<Duration> nextTry = Optional.empty();
    private long waitsUntil;
    private boolean dayIsFull;

    /// @param connections that take from here
    Supply(
            long campaign,
            Campaigns campaigns,
            Ledger ledger,
            Journal journal,
            Tally tally,
            Watcher watcher,
            int connections) {
        this.campaign = campaign;
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.journal = journal;
        this.tally = tally;
        this.watcher = watcher;
        this.batch = Math.min(LARGEST_BATCH, 16 * connections);
        this.waitsUntil = System.nanoTime();
    }

    /// The next delivery for a connection, which then is under way until it is given back or done.
    Optional<Claim> next(long millis) throws InterruptedException {
        Optional<Claim> claim = Optional.ofNullable(queue.poll(millis, TimeUnit.MILLISECONDS));
        claim.ifPresent(_ -> underWay.incrementAndGet());
        return claim;
    }

    /// Puts a claim back that was not tried.
    void giveBack(Claim claim) {
        queue.addFirst(claim);
        underWay.decrementAndGet();
    }

    /// A claim that was under way is decided.
    void done() {
        underWay.decrementAndGet();
    }

    int underWay() {
        return underWay.get();
    }

    /// How long until something can be sent again; empty where something can be now.
    Optional<Duration> nextTry() {
        return nextTry;
    }

    /// Others may claim what is left here. Where that cannot be written they do so when the lease is over.
    void release() {
        for (Claim claim = queue.poll(); claim != null; claim = queue.poll()) {
            var _ = journal.write(new Entry.Released(claim, Duration.ZERO));
        }
    }

    /// Gets more to do where little is left.
    ///
    /// @return whether the campaign is finished
    boolean fill() throws InterruptedException {
        if (queue.size() >= batch / 2 || System.nanoTime() - waitsUntil < 0) {
            return false;
        }
        Ledger.Batch claimed = journal.patiently(() -> ledger.claim(batch));
        tally.left(claimed.left());
        queue.addAll(claimed.claims());
        nextTry = Optional.empty();
        if (!claimed.claims().isEmpty() || claimed.left() > 0) {
            dayIsFull = false;
            return false;
        }
        if (!queue.isEmpty() || underWay.get() > 0) {
            return false;
        }
        if (claimed.dayIsFull()) {
            waitFor(untilTomorrow());
            if (!dayIsFull) {
                dayIsFull = true;
                watcher.note("as many messages as per-day allows were begun today; it goes on at midnight, UTC");
            }
            return false;
        }
        OptionalLong wait = journal.patiently(ledger::nextTry);
        if (wait.isPresent()) {
            waitFor(wait.getAsLong());
            return false;
        }
        if (finish()) {
            return true;
        }
        waitsUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(OTHERS_MS);
        return false;
    }

    /// Ends the campaign where nobody has anything left.
    ///
    /// @return whether it is finished
    boolean finish() throws InterruptedException {
        return journal.patiently(() -> campaigns.finish(campaign));
    }

    /// Looks again within a second at the latest: somebody may have put something back.
    private void waitFor(long millis) {
        nextTry = Optional.of(Duration.ofMillis(millis));
        waitsUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(millis, 1_000));
    }

    private long untilTomorrow() throws InterruptedException {
        long now = journal.patiently(campaigns::now).toEpochMilli();
        return DAY_MS - now % DAY_MS;
    }
}
