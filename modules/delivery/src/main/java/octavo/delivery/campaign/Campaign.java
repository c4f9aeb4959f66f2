package octavo.delivery.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One issue on its way to one list.
///
/// @param issue its id, the same in all languages
/// @param title for the operator
/// @param chosen the filter's words, empty where the whole list was meant
/// @param total how many recipients were frozen
/// @param starts not before
/// @param signatures what signs its messages, empty where that is left to the relay
/// @param cause why it stands still, empty where it does not
public record Campaign(
        long id,
        String issue,
        String title,
        String list,
        String chosen,
        Stage state,
        long total,
        Instant created,
        Instant starts,
        Optional<Instant> started,
        Optional<Instant> finished,
        List<String> signatures,
        String cause) {
    public Campaign {
        signatures = List.copyOf(signatures);
    }

    /// How far it is.
    public enum Stage {
        /// Frozen, and nobody has begun to send it.
        READY,
        RUNNING,
        /// Stands still until somebody resumes it.
        PAUSED,
        FINISHED,
        CANCELLED;

        /// `running`, as words to the user have it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether nothing more will be sent.
        public boolean isOver() {
            return this == FINISHED || this == CANCELLED;
        }
    }
}
