package octavo.reader.data;

import octavo.model.Location;

/// Data that cannot be read: what is wrong, in words for its author, and where.
public final class DataException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Location location;

    public DataException(Location location, String message) {
        super(message);
        this.location = location;
    }

    public Location location() {
        return location;
    }
}
