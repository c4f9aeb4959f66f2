package octavo.delivery.campaign;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import octavo.delivery.subscriber.Audience;
import octavo.model.Language;
import octavo.model.OctavoException;

/// What an operator wants to send.
///
/// @param issue its id, the same in all languages
/// @param title for the operator
/// @param contents one for each language there is
/// @param fallback what those get who read none of these languages, the first that there is; empty for nothing
/// @param missing only those who did not get this issue; otherwise a second campaign of it is refused
/// @param limit at most so many recipients
/// @param starts not before
/// @param signatures what signs it; whoever sends it must be able to
public record Draft(
        String issue,
        String title,
        Audience audience,
        List<Content> contents,
        List<Language> fallback,
        boolean missing,
        OptionalLong limit,
        Instant starts,
        List<String> signatures) {
    public Draft {
        signatures = List.copyOf(signatures);
        contents = List.copyOf(contents);
        fallback = List.copyOf(fallback);
        if (contents.isEmpty()) {
            throw new OctavoException("There is no message of " + issue + " to be sent.");
        }
    }
}
