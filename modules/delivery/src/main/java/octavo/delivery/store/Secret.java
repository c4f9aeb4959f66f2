package octavo.delivery.store;

/// What must never be printed.
///
/// @param value for the one who needs it
public record Secret(String value) {
    @Override
    public String toString() {
        return "(secret)";
    }
}
