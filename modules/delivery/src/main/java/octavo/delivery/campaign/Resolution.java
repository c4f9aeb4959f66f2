package octavo.delivery.campaign;

/// What an operator has found out about a [Doubt].
public enum Resolution {
    /// It was delivered.
    DELIVERED,
    /// It was not, and shall not be sent again.
    FAILED,
    /// It was not, and shall be sent again: the one way in which somebody may get an issue twice, and a person decides.
    RESEND
}
