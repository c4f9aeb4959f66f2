package octavo.delivery.send;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Step;

/// Counts what this sender decides, on top of what the journal says from time to time.
final class Tally {
    /// So many last answers say how a campaign goes.
    private static final int LAST = 100;
    /// With fewer, one bad address would be a bad share.
    private static final int ENOUGH = 50;

    private static final long SPAN = TimeUnit.SECONDS.toNanos(10);

    private final Map<Step, Long> states = new EnumMap<>(Step.class);
    private final Deque<Boolean> refusals = new ArrayDeque<>();
    private final Deque<long[]> marks = new ArrayDeque<>();
    private long deferred;
    private long decided;
    private int refused;

    /// Takes over what the journal says.
    synchronized void reset(Counts counts) {
        states.clear();
        states.putAll(counts.states());
    }

    /// A delivery has left the open ones.
    synchronized void decided(Step step, boolean again) {
        move(step);
        decided++;
        deferred -= again ? 1 : 0;
        if (step == Step.ACCEPTED || step == Step.REJECTED) {
            answered(step == Step.REJECTED);
        }
    }

    synchronized void deferred(boolean again) {
        deferred += again ? 0 : 1;
        decided++;
        answered(false);
    }

    /// Recipients have left the list.
    synchronized void left(int count) {
        for (int i = 0; i < count; i++) {
            move(Step.CANCELLED);
        }
    }

    private void move(Step step) {
        states.merge(step, 1L, Long::sum);
        for (Step open : new Step[] {Step.PENDING, Step.CLAIMED, Step.ATTEMPTING}) {
            if (states.getOrDefault(open, 0L) > 0) {
                states.merge(open, -1L, Long::sum);
                return;
            }
        }
    }

    private void answered(boolean refusal) {
        refusals.addLast(refusal);
        refused += refusal ? 1 : 0;
        if (refusals.size() > LAST && refusals.removeFirst()) {
            refused--;
        }
    }

    /// The share of the last messages that relays refused, in per cent; 0 while there are too few.
    synchronized int refusedShare() {
        return refusals.size() < ENOUGH ? 0 : refused * 100 / refusals.size();
    }

    synchronized Progress progress(int connections, Optional<Duration> nextTry) {
        long now = System.nanoTime();
        marks.addLast(new long[] {now, decided});
        while (marks.size() > 2 && now - marks.getFirst()[0] > SPAN) {
            marks.removeFirst();
        }
        double seconds = (now - marks.getFirst()[0]) / (double) TimeUnit.SECONDS.toNanos(1);
        double rate = seconds < 0.5 ? 0 : (decided - marks.getFirst()[1]) / seconds;
        Counts counts = new Counts(states);
        Optional<Duration> toGo = rate > 0.01 && counts.left() > 0 && nextTry.isEmpty()
                ? Optional.of(Duration.ofSeconds((long) Math.ceil(counts.left() / rate)))
                : Optional.empty();
        return new Progress(counts, Math.max(0, deferred), rate, connections, toGo, nextTry);
    }
}
