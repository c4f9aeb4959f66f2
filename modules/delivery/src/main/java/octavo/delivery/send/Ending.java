package octavo.delivery.send;

public enum Ending {
    DONE,
    PAUSED,
    CANCELLED,
    STOPPED
}
