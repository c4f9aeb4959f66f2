package octavo.delivery.send;

import java.time.Duration;
import java.util.Optional;
import octavo.delivery.campaign.Counts;

public record Progress(
        Counts counts, double perSecond, int connections, Optional<Duration> toGo, Optional<Duration> nextTry) {}
