package octavo.delivery.campaign;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How many deliveries are in which state.
///
/// @param states every state, in order
public record Counts(Map<Step, Long> states) {
    public Counts {
        Map<Step, Long> all = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            all.put(step, states.getOrDefault(step, 0L));
        }
        states = Collections.unmodifiableMap(all);
    }

    public long of(Step step) {
        return states.getOrDefault(step, 0L);
    }

    /// All that were frozen.
    public long total() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /// How many are not decided yet.
    public long left() {
        return of(Step.PENDING) + of(Step.CLAIMED) + of(Step.ATTEMPTING);
    }
}
