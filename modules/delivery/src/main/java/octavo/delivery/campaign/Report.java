package octavo.delivery.campaign;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import octavo.model.Language;

/// What became of a campaign.
///
/// @param byLanguage its deliveries by language and state, the language of most first
/// @param curve how many were accepted, in equal stretches of time
/// @param reasons why the others were not, most first
/// @param excluded who was left out when it was frozen, by reason
public record Report(
        Campaign campaign,
        Counts counts,
        Map<Language, Map<Step, Long>> byLanguage,
        List<Point> curve,
        List<Reason> reasons,
        Map<String, Long> excluded) {
    public Report {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
        curve = List.copyOf(curve);
        reasons = List.copyOf(reasons);
        excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
    }

    /// @param at where the stretch begins
    public record Point(Instant at, long accepted) {}

    /// @param domain of the addresses; empty for those that were erased
    /// @param reason what servers said, without what differs from message to message
    public record Reason(String domain, Step step, String reason, long count) {}
}
