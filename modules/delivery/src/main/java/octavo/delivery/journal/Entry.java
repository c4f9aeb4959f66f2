package octavo.delivery.journal;

import java.time.Duration;

/// What happens to a claimed delivery.
public sealed interface Entry {
    Claim claim();

    /// All of the message is at the relay but its final dot.
    ///
    /// @param messageId with its angle brackets
    record Attempt(Claim claim, String messageId) implements Entry {}

    /// The relay has taken it.
    record Accepted(Claim claim, String reply) implements Entry {}

    /// The relay has refused it for good.
    ///
    /// @param bounced whether the address takes no mail at all, so that its owner is bounced from the list
    record Rejected(Claim claim, String reply, boolean bounced) implements Entry {}

    /// The relay does not take it now.
    ///
    /// @param pause until the next try
    record Deferred(Claim claim, String reply, Duration pause) implements Entry {}

    /// It was deferred for too long.
    record Expired(Claim claim, String reply) implements Entry {}

    /// The dot was sent, and no answer came.
    record Doubtful(Claim claim, String why) implements Entry {}

    /// It was not tried, and somebody may claim it again.
    ///
    /// @param pause until then
    record Released(Claim claim, Duration pause) implements Entry {}
}
