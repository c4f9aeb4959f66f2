package octavo.delivery.send;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import octavo.delivery.campaign.Leases;
import octavo.delivery.campaign.Step;
import octavo.delivery.journal.Claim;
import octavo.delivery.journal.Entry;
import octavo.delivery.smtp.Connection;
import octavo.delivery.smtp.Outcome;
import octavo.delivery.smtp.RelayException;
import octavo.model.OctavoException;

/// One connection's work: takes a claim, sends its message, writes down what came of it.
final class Worker implements Runnable {
    private static final long LOOK_MS = 100;
    /// Longer than this a message does not wait on a connection for its domain's turn.
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    /// Servers close a connection on which nothing is said, and take offence.
    private static final long IDLE = TimeUnit.SECONDS.toNanos(20);

    private static final long LEASE = TimeUnit.MILLISECONDS.toNanos(Leases.LEASE);

    private final Run run;
    private final RelayState relay;
    private final int number;
    private Optional<Connection> connection = Optional.empty();

    /// @param number of the connection to this relay
    Worker(Run run, RelayState relay, int number) {
        this.run = run;
        this.relay = relay;
        this.number = number;
    }

    @Override
    public void run() {
        try {
            work();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (OctavoException e) {
            run.fail(e);
        } catch (RuntimeException | Error e) {
            run.fail(new OctavoException("The sender failed inside (" + e + ").", e));
        } finally {
            disconnect();
        }
    }

    private void work() throws InterruptedException {
        long idleSince = System.nanoTime();
        while (!run.isEnding()) {
            if (!relay.mayWork(number)) {
                disconnect();
                Thread.sleep(LOOK_MS);
                continue;
            }
            Optional<Claim> claim = run.supply().next(LOOK_MS);
            if (claim.isPresent()) {
                handle(claim.get());
                idleSince = System.nanoTime();
            } else if (System.nanoTime() - idleSince > IDLE) {
                disconnect();
            }
        }
    }

    private void handle(Claim claim) throws InterruptedException {
        if (!isItsTurn(claim)) {
            return;
        }
        Connection open;
        try {
            open = connected();
        } catch (RelayException e) {
            run.supply().giveBack(claim);
            run.down(relay, e);
            return;
        }
        Letters.Letter letter;
        try {
            letter = run.letters().to(claim);
        } catch (IllegalArgumentException e) {
            run.write(new Entry.Rejected(claim, "nobody can be written to there: " + e.getMessage(), false));
            return;
        }
        try {
            Outcome outcome = open.send(letter.envelope(), letter.data(), () -> mayFinish(claim, letter.messageId()));
            note(claim, outcome);
        } catch (RelayException e) {
            run.supply().giveBack(claim);
            run.down(relay, e);
        }
        if (!open.isUsable()) {
            disconnect();
        }
    }

    /// Waits for the message's turn; where that is long, or the sender ends, somebody else may take it later.
    private boolean isItsTurn(Claim claim) throws InterruptedException {
        while (true) {
            long wait = run.pace().take(claim.domain(), PATIENCE);
            if (wait <= PATIENCE) {
                TimeUnit.NANOSECONDS.sleep(wait);
                return true;
            }
            if (run.pace().isLimited(claim.domain())) {
                run.write(new Entry.Released(claim, Duration.ofNanos(wait)));
                return false;
            }
            if (run.isEnding()) {
                run.supply().giveBack(claim);
                return false;
            }
            Thread.sleep(LOOK_MS);
        }
    }

    private Connection connected() {
        Connection open = connection.orElseGet(() -> {
            Connection made = Connection.open(relay.relay());
            relay.up();
            run.connected(1);
            return made;
        });
        connection = Optional.of(open);
        return open;
    }

    private void disconnect() {
        connection.ifPresent(open -> {
            run.connected(-1);
            open.close();
        });
        connection = Optional.empty();
    }

    /// The promise of the journal: no final dot before the attempt is on the disk.
    private boolean mayFinish(Claim claim, String messageId) throws InterruptedException {
        long asked = System.nanoTime();
        CompletableFuture<Boolean> written = run.journal().write(new Entry.Attempt(claim, messageId));
        try {
            // A process that was stopped for longer than its lease may find everything decided by others.
            return written.get() && System.nanoTime() - asked < LEASE;
        } catch (ExecutionException e) {
            run.fail(
                    e.getCause() instanceof OctavoException cause
                            ? cause
                            : new OctavoException("The journal could not be written (" + e.getCause() + ").", e));
            return false;
        }
    }

    private void note(Claim claim, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted(String reply) -> {
                relay.accepted();
                run.write(new Entry.Accepted(claim, reply));
            }
            case Outcome.Rejected rejected ->
                run.write(new Entry.Rejected(claim, rejected.reply(), rejected.isHardBounce()));
            case Outcome.Deferred deferred -> {
                if (deferred.closing()) {
                    run.halve(relay);
                }
                later(claim, deferred.reply());
            }
            case Outcome.Unsent(String why) -> later(claim, why);
            case Outcome.InDoubt(String why) -> run.write(new Entry.Doubtful(claim, why));
            // The claim is another sender's now, or the journal has failed and all of this ends.
            case Outcome.Refused _ -> run.lost(claim);
        }
    }

    private void later(Claim claim, String reply) {
        int tries = claim.tries() + 1;
        run.write(
                tries >= run.settings().tries()
                        ? new Entry.Expired(claim, "given up after " + tries + " tries: " + reply)
                        : new Entry.Deferred(claim, reply, run.settings().waitAfter(tries, claim.subscriber())));
    }

    /// What a written entry counts as.
    static Optional<Step> step(Entry entry) {
        return switch (entry) {
            case Entry.Accepted _ -> Optional.of(Step.ACCEPTED);
            case Entry.Rejected _ -> Optional.of(Step.REJECTED);
            case Entry.Expired _ -> Optional.of(Step.EXPIRED);
            case Entry.Doubtful _ -> Optional.of(Step.IN_DOUBT);
            case Entry.Deferred _, Entry.Released _, Entry.Attempt _ -> Optional.empty();
        };
    }
}
