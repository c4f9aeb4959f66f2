package octavo.delivery.send;

/// How a sender's work ended.
public enum Ending {
    /// Nothing is left to be sent.
    DONE,
    /// The campaign stands still, by an operator or because too much went wrong.
    PAUSED,
    CANCELLED,
    /// This sender was stopped; the campaign can go on.
    STOPPED
}
