package octavo.delivery.filter;

/// A filter that cannot be read. The message is for the user: the filter, a mark below the place, and what is wrong.
public final class FilterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// As much of a long filter as is shown before the place.
    private static final int BEFORE = 60;

    /// As much as is shown behind it.
    private static final int BEHIND = 30;

    private final int column;

    FilterException(String filter, int column, String words) {
        super("column " + column + " of the filter: " + words + "\n" + marked(filter, column));
        this.column = column;
    }

    /// Where, from 1.
    public int column() {
        return column;
    }

    private static String marked(String filter, int column) {
        String clean = filter.replaceAll("\\p{Cc}", " ");
        int from = Math.max(0, column - 1 - BEFORE);
        int to = Math.min(clean.length(), column - 1 + BEHIND);
        return "  " + clean.substring(from, to) + "\n  " + " ".repeat(column - 1 - from) + "^";
    }
}
