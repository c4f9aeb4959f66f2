package octavo.delivery.smtp;

import org.jspecify.annotations.Nullable;

/// The relay cannot be used. The message is for the operator: which relay, what happened, what to do.
public final class RelayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    RelayException(boolean permanent, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.permanent = permanent;
    }

    /// Whether a person must do something first: about the certificate, the password, missing TLS, a sender's
    /// address that is refused, a message that is too long. Else it is worth trying again later.
    public boolean isPermanent() {
        return permanent;
    }
}
