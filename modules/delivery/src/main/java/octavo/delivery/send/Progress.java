package octavo.delivery.send;

import java.time.Duration;
import java.util.Optional;
import octavo.delivery.campaign.Counts;

/// How far a campaign is.
///
/// @param deferred how many of those that are pending were tried already
/// @param perSecond decided messages a second of this sender, of late
/// @param connections that this sender has open
/// @param toGo at this rate, where something is left and something moves
/// @param nextTry until the next try, where all that is left waits
public record Progress(
        Counts counts,
        long deferred,
        double perSecond,
        int connections,
        Optional<Duration> toGo,
        Optional<Duration> nextTry) {}
