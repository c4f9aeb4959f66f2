package octavo.delivery.campaign;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import octavo.model.Language;

/// Who would get an issue, and who of the list would not and why. Everybody is in exactly one of the two.
///
/// @param onList how many people the list has
/// @param byLanguage recipients by the language of their message, most first
/// @param excluded the others by reason, most first
/// @param asOf when this was so, by the database's clock
public record Plan(long onList, Map<Language, Long> byLanguage, Map<String, Long> excluded, Instant asOf) {
    public Plan {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
        excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
        long sum = sum(byLanguage) + sum(excluded);
        if (sum != onList) {
            throw new IllegalStateException("the list has " + onList + " people and the plan " + sum);
        }
    }

    /// How many would get it.
    public long total() {
        return sum(byLanguage);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
