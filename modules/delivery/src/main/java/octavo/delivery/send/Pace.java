package octavo.delivery.send;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How fast messages may follow one another: each takes a place in time, one after the other.
final class Pace {
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Optional<Double> perSecond;
    private final Map<String, Double> byDomain;
    private final Map<String, Long> next = new HashMap<>();
    private long nextOfAll = System.nanoTime();

    Pace(SendSettings settings) {
        this.perSecond = settings.perSecond();
        this.byDomain = settings.perSecondByDomain();
    }

    /// Takes a place for a message to a domain.
    ///
    /// @param most how long the caller is ready to wait
    /// @return how long to wait, in nanoseconds; more than `most` where no place was taken
    synchronized long take(String domain, long most) {
        long now = System.nanoTime();
        Optional<Double> rate = Optional.ofNullable(byDomain.get(domain));
        long free = Math.max(now, rate.isPresent() ? next.getOrDefault(domain, now) : now);
        if (free - now > most) {
            return free - now;
        }
        long at = perSecond.isPresent() ? Math.max(free, nextOfAll) : free;
        if (at - now > most) {
            return at - now;
        }
        rate.ifPresent(each -> next.put(domain, at + (long) (SECOND / each)));
        perSecond.ifPresent(each -> nextOfAll = Math.max(at, nextOfAll) + (long) (SECOND / each));
        return at - now;
    }

    /// Whether a domain has a rate of its own.
    boolean isLimited(String domain) {
        return byDomain.containsKey(domain);
    }
}
