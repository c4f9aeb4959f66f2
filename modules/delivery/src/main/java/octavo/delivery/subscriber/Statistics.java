package octavo.delivery.subscriber;

import java.util.List;
import java.util.Map;
import octavo.delivery.State;

/// How many there are.
///
/// @param suppressed addresses on the suppression list
public record Statistics(List<OfList> lists, long suppressed) {
    public Statistics {
        lists = List.copyOf(lists);
    }

    /// @param total the sum of the states
    /// @param states every state, in order
    /// @param languages of the active, by tag; empty for those whose language is not known
    public record OfList(String list, long total, Map<State, Long> states, Map<String, Long> languages) {}
}
