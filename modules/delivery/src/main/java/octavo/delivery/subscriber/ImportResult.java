package octavo.delivery.subscriber;

/// What an import did. The rows are the sum of all that follows them.
///
/// @param added new on the list
/// @param changed on it before, and now with another state, name, language or attribute
/// @param unchanged on it before, just so
/// @param gone left as they were, since they had unsubscribed, bounced or complained
/// @param suppressed left out, since they are on the suppression list
/// @param duplicates the same address as a row before
/// @param refused wrong
/// @param kept whether the store has changed
public record ImportResult(
        long rows,
        long added,
        long changed,
        long unchanged,
        long gone,
        long suppressed,
        long duplicates,
        long refused,
        boolean kept) {}
