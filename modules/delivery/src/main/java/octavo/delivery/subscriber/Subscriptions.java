package octavo.delivery.subscriber;

import java.sql.SQLException;
import octavo.delivery.State;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Transaction;

/// The one place where somebody's state on a list changes, so that none changes without a trace.
public final class Subscriptions {
    private Subscriptions() {}

    /// Sets a state, and keeps what was there before.
    ///
    /// @param cause why, in words for the operator
    /// @return whether anything changed
    public static boolean change(Transaction tx, long subscriber, long list, State state, String cause)
            throws SQLException {
        int kept = tx.update(Sql.of(
                "INSERT INTO history (list, subscriber, state, changed, cause)"
                        + " SELECT list, subscriber, state, changed, cause FROM subscription"
                        + " WHERE subscriber = ? AND list = ? AND state <> ?",
                subscriber,
                list,
                state.word()));
        if (kept == 0) {
            return false;
        }
        tx.update(Sql.of(
                "UPDATE subscription SET state = ?, changed = {now}, cause = ? WHERE subscriber = ? AND list = ?",
                state.word(),
                cause,
                subscriber,
                list));
        return true;
    }
}
