package octavo.delivery.campaign;

import java.util.Locale;

/// Where one message to one recipient stands. Exactly once does not exist on SMTP (RFC 1047): this is at most once,
/// with
/// every doubt reported.
///
///     PENDING -> CLAIMED      a batch of a sender, for as long as its lease
///     CLAIMED -> ATTEMPTING   committed between the message's last line and the final dot
///     CLAIMED -> PENDING      4xx before the dot, or the lease is over;  -> REJECTED  5xx before the dot
///     PENDING -> EXPIRED      given up;  -> CANCELLED  by the operator, or because the recipient has left
///     ATTEMPTING -> ACCEPTED  250;  -> REJECTED  5xx;  -> PENDING  4xx
///                -> IN_DOUBT  no answer: never sent again by itself
public enum Step {
    PENDING,
    CLAIMED,
    ATTEMPTING,
    ACCEPTED,
    REJECTED,
    IN_DOUBT,
    EXPIRED,
    CANCELLED;

    /// `in-doubt`, as words to the user have it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether something will still happen by itself.
    public boolean isOpen() {
        return switch (this) {
            case PENDING, CLAIMED, ATTEMPTING -> true;
            case ACCEPTED, REJECTED, IN_DOUBT, EXPIRED, CANCELLED -> false;
        };
    }
}
