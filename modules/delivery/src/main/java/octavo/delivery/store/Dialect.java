package octavo.delivery.store;

import java.sql.Connection;
import java.sql.SQLException;
import octavo.model.OctavoException;

/// Where the two databases differ. All other SQL is the same for both.
public sealed interface Dialect permits SqliteDialect, PostgresDialect {
    /// A new connection, ready for transactions.
    Connection connect() throws SQLException;

    /// Sets a connection for the transaction that its next statement begins.
    void prepare(Connection connection, boolean writing) throws SQLException;

    /// Waits for others who change subscribers, until the transaction ends.
    void lockSubscribers(Transaction transaction) throws SQLException;

    /// Makes ready for very many new subscribers.
    void expectMany(Transaction transaction) throws SQLException;

    /// Sees to it, after a transaction, that what was deleted is in no file any more.
    void settle(Connection connection) throws SQLException;

    /// Numbers that no subscriber has or had.
    long[] newSubscriberIds(Transaction transaction, int count) throws SQLException;

    /// Puts the counters of a table above the ids that were copied into it.
    void countOn(Transaction transaction, String table) throws SQLException;

    /// Puts in the words in braces.
    String sql(String text);

    /// An attribute of the subscriber `s` where it is a text, a truth as `true` or `false`; NULL where not.
    Sql attributeText(String name);

    /// An attribute of the subscriber `s` where it is a number; NULL where not.
    Sql attributeNumber(String name);

    /// Whether the subscriber `s` has an attribute.
    Sql attributeThere(String name);

    /// What a failure means for the user.
    OctavoException explain(SQLException failure);
}
