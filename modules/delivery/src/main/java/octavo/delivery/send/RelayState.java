package octavo.delivery.send;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import octavo.delivery.smtp.Relay;
import octavo.delivery.smtp.RelayException;

/// How one relay is, and how many connections it gets.
final class RelayState {
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(60);
    /// After so many accepted messages a relay that had asked for fewer connections gets one more.
    private static final int EASY = 200;

    private final Relay relay;
    private Optional<RelayException> last = Optional.empty();
    private int allowed;
    private int accepted;
    private int failures;
    private long downSince;
    private long notBefore;
    private boolean dead;

    RelayState(Relay relay) {
        this.relay = relay;
        this.allowed = relay.connections();
    }

    /// How many connections all of them may have.
    static int connections(List<RelayState> relays) {
        return relays.stream().mapToInt(state -> state.relay.connections()).sum();
    }

    Relay relay() {
        return relay;
    }

    /// Whether the connection of this number may be used now.
    synchronized boolean mayWork(int number) {
        return !dead && number < allowed && (failures == 0 || System.nanoTime() - notBefore >= 0);
    }

    /// A connection was made.
    synchronized void up() {
        failures = 0;
    }

    synchronized void down(RelayException e) {
        last = Optional.of(e);
        long now = System.nanoTime();
        if (e.isPermanent()) {
            dead = true;
            return;
        }
        if (failures == 0) {
            downSince = now;
        }
        // Of the connections that fail together one counts.
        if (failures == 0 || now - notBefore >= 0) {
            failures++;
            notBefore = now + Math.min(LONGEST_WAIT, TimeUnit.SECONDS.toNanos(1L << Math.min(failures - 1, 6)));
        }
    }

    /// Whether it cannot be used, for good or for longer than a time.
    synchronized boolean isLost(long patience) {
        return dead || (failures > 0 && System.nanoTime() - downSince > patience);
    }

    synchronized boolean isDown() {
        return dead || failures > 0;
    }

    /// Why it is down, in words for the operator.
    synchronized String trouble() {
        return last.map(e -> String.valueOf(e.getMessage())).orElse("");
    }

    /// The relay has said 421 (RFC 5321, section 4.2.3): half as many connections from now on.
    ///
    /// @return how many
    synchronized int halve() {
        accepted = 0;
        allowed = Math.max(1, allowed / 2);
        return allowed;
    }

    synchronized void accepted() {
        accepted++;
        if (accepted >= EASY && allowed < relay.connections()) {
            accepted = 0;
            allowed++;
        }
    }
}
