package octavo.delivery.subscriber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import octavo.delivery.State;

/// All that the store holds of one person.
///
/// @param attributes a JSON object
/// @param created when the store first heard of them
public record PersonalData(
        String email,
        String name,
        String language,
        String attributes,
        Instant created,
        List<Membership> lists,
        List<Delivery> deliveries) {
    public PersonalData {
        lists = List.copyOf(lists);
        deliveries = List.copyOf(deliveries);
    }

    /// A list, and how they stand to it.
    ///
    /// @param since since when on the list
    /// @param states all of them, the present one last
    public record Membership(String list, Instant since, List<Standing> states) {
        public Membership {
            states = List.copyOf(states);
        }
    }

    /// A state, since when and why.
    public record Standing(State state, Instant since, String cause) {}

    /// A message, and what became of it: did she get it?
    ///
    /// @param state one of the journal's words: `ACCEPTED`
    /// @param at when it came to be so
    /// @param reply what the server said
    public record Delivery(
            long campaign,
            String issue,
            String language,
            String state,
            long attempts,
            Instant at,
            Optional<String> reply,
            Optional<String> messageId) {}
}
