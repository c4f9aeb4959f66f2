package octavo.delivery.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.journal.Claim;
import octavo.delivery.journal.Entry;
import octavo.delivery.journal.Journal;
import octavo.delivery.journal.Ledger;
import octavo.delivery.smtp.RelayException;
import octavo.model.OctavoException;
import org.jspecify.annotations.Nullable;

/// One sender's work on one campaign. The thread that runs it hands out claims and looks after everything; each
/// connection has a [Worker] of its own.
final class Run {
    private static final long TICK_MS = 20;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /// How often leases are renewed; several times in the length of one.
    private static final long RENEWAL = 10 * SECOND;

    private static final long RECOUNT = 30 * SECOND;
    /// As long as a relay may be away before somebody should look after it.
    private static final long RELAY_PATIENCE = 600 * SECOND;

    private final long campaign;
    private final Campaigns campaigns;
    private final Ledger ledger;
    private final Journal journal;
    private final Letters letters;
    private final SendSettings settings;
    private final List<RelayState> relays;
    private final Watcher watcher;
    private final Pace pace;
    private final Tally tally = new Tally();
    private final Supply supply;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicReference<@Nullable OctavoException> failure = new AtomicReference<>();
    private volatile boolean ending;

    Run(
            long campaign,
            Campaigns campaigns,
            Ledger ledger,
            Journal journal,
            Letters letters,
            SendSettings settings,
            List<RelayState> relays,
            Watcher watcher) {
        this.campaign = campaign;
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.journal = journal;
        this.letters = letters;
        this.settings = settings;
        this.relays = List.copyOf(relays);
        this.watcher = watcher;
        this.pace = new Pace(settings);
        this.supply = new Supply(campaign, campaigns, ledger, journal, tally, watcher, RelayState.connections(relays));
    }

    Letters letters() {
        return letters;
    }

    Journal journal() {
        return journal;
    }

    SendSettings settings() {
        return settings;
    }

    Supply supply() {
        return supply;
    }

    Pace pace() {
        return pace;
    }

    boolean isEnding() {
        return ending;
    }

    /// Sends until an end comes. What is on its way then is waited for.
    ///
    /// @param stopped whether somebody wants it to stop
    Ending go(BooleanSupplier stopped) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        try {
            for (RelayState relay : relays) {
                for (int i = 0; i < relay.relay().connections(); i++) {
                    threads.add(Thread.ofPlatform().name("connection").start(new Worker(this, relay, i)));
                }
            }
            Ending end = feed(stopped);
            drain(threads);
            // A connection that failed will not say any more what became of its message.
            while (supply.underWay() > 0 && failure.get() == null) {
                Thread.sleep(TICK_MS);
            }
            throwFailure();
            tally.reset(journal.patiently(() -> campaigns.counts(campaign)));
            // Perhaps what was under way was all that was left.
            return end == Ending.STOPPED && supply.finish() ? Ending.DONE : end;
        } finally {
            drain(threads);
            watcher.progress(tally.progress(connections.get(), supply.nextTry()));
        }
    }

    private void drain(List<Thread> threads) throws InterruptedException {
        ending = true;
        supply.release();
        for (Thread thread : threads) {
            thread.join();
        }
        // What connections have given back.
        supply.release();
    }

    private Ending feed(BooleanSupplier stopped) throws InterruptedException {
        long renewed = System.nanoTime();
        // Counting a million takes a while, in which the first messages are on their way.
        long recounted = renewed - RECOUNT;
        long looked = renewed - SECOND;
        while (true) {
            throwFailure();
            if (stopped.getAsBoolean()) {
                return Ending.STOPPED;
            }
            if (supply.fill()) {
                return Ending.DONE;
            }
            long now = System.nanoTime();
            if (now - renewed >= RENEWAL) {
                renewed = now;
                journal.patiently(() -> {
                    ledger.renew();
                    return ledger.settle(false);
                });
            }
            if (now - looked >= SECOND) {
                looked = now;
                Optional<Ending> end = look();
                if (end.isPresent()) {
                    return end.get();
                }
                if (now - recounted >= RECOUNT) {
                    recounted = now;
                    tally.reset(journal.patiently(() -> campaigns.counts(campaign)));
                }
                watcher.progress(tally.progress(connections.get(), supply.nextTry()));
            }
            Thread.sleep(TICK_MS);
        }
    }

    /// Once a second: whether the operator or the relays have it stand still.
    private Optional<Ending> look() throws InterruptedException {
        Optional<String> cause = pauseCause();
        if (cause.isPresent()) {
            journal.patiently(() -> pause(cause.get()));
            watcher.note("the campaign was paused: " + cause.get());
            return Optional.of(Ending.PAUSED);
        }
        return switch (journal.patiently(() -> campaigns.get(campaign)).state()) {
            case READY, RUNNING -> Optional.empty();
            case PAUSED -> Optional.of(Ending.PAUSED);
            case FINISHED -> Optional.of(Ending.DONE);
            case CANCELLED -> Optional.of(Ending.CANCELLED);
        };
    }

    private Optional<String> pauseCause() {
        int refused = tally.refusedShare();
        if (refused >= settings.pauseAt() && settings.pauseAt() < 100) {
            return Optional.of("relays refused " + refused + " % of the last messages; see 'octavo campaigns report "
                    + campaign + "' for the reasons");
        }
        return relays.stream().allMatch(relay -> relay.isLost(RELAY_PATIENCE))
                ? Optional.of(relays.getFirst().trouble())
                : Optional.empty();
    }

    /// The operator may have been quicker.
    private Campaign pause(String cause) {
        Campaign now = campaigns.get(campaign);
        return now.state() == Campaign.Stage.RUNNING ? campaigns.pause(campaign, cause) : now;
    }

    private void throwFailure() {
        OctavoException e = failure.get();
        if (e != null) {
            throw e;
        }
    }

    /// A claim that this sender has no longer.
    void lost(Claim claim) {
        supply.done();
        if (!ending && failure.get() == null) {
            watcher.note("the message to " + claim.domain() + " was left to another sender, as this one was slow");
        }
    }

    /// Writes down what came of a claim.
    void write(Entry entry) {
        boolean again = entry.claim().tries() > 0;
        var _ = journal.write(entry).whenComplete((counts, problem) -> {
            supply.done();
            if (problem instanceof OctavoException e) {
                fail(e);
            } else if (problem != null) {
                fail(new OctavoException("The journal could not be written (" + problem + ").", problem));
            } else if (counts) {
                Worker.step(entry).ifPresent(step -> tally.decided(step, again));
                if (entry instanceof Entry.Deferred) {
                    tally.deferred(again);
                }
            }
        });
    }

    void connected(int change) {
        connections.addAndGet(change);
    }

    /// A relay cannot be used.
    void down(RelayState relay, RelayException e) {
        boolean first = !relay.isDown();
        relay.down(e);
        if (first) {
            watcher.note(String.valueOf(e.getMessage()));
        }
    }

    void halve(RelayState relay) {
        int left = relay.halve();
        watcher.note("the relay " + relay.relay().shown() + " has enough for now; it gets " + left
                + (left == 1 ? " connection" : " connections"));
    }

    /// Ends the run.
    void fail(OctavoException e) {
        failure.compareAndSet(null, e);
    }
}
