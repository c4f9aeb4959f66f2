package octavo.delivery.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// A connection to the database, used by one transaction at a time, that keeps its statements: to understand one takes
/// longer than most of them run.
final class Session implements AutoCloseable {
    private static final int KEPT = 40;

    private final Connection connection;
    private final Dialect dialect;
    /// By the text before the dialect has seen it; without those that are in use. The one that was used last is the
    /// last.
    private final SequencedMap<String, PreparedStatement> kept = new LinkedHashMap<>();

    Session(Dialect dialect) throws SQLException {
        this.dialect = dialect;
        this.connection = dialect.connect();
    }

    Connection connection() {
        return connection;
    }

    Dialect dialect() {
        return dialect;
    }

    /// Does something with a statement.
    @FunctionalInterface
    interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /// @param text words in braces are the dialect's
    <T> T with(String text, Use<T> use) throws SQLException {
        PreparedStatement known = kept.remove(text);
        PreparedStatement statement = known == null ? connection.prepareStatement(dialect.sql(text)) : known;
        boolean well = false;
        try {
            T result = use.of(statement);
            well = true;
            return result;
        } finally {
            if (well) {
                keep(text, statement);
            } else {
                statement.close();
            }
        }
    }

    /// The same statement may have been made a second time while this one was in use.
    private void keep(String text, PreparedStatement statement) throws SQLException {
        PreparedStatement twin = kept.put(text, statement);
        if (twin != null) {
            twin.close();
        }
        if (kept.size() > KEPT) {
            Map.Entry<String, PreparedStatement> eldest = kept.pollFirstEntry();
            if (eldest != null) {
                eldest.getValue().close();
            }
        }
    }

    /// Ends a transaction without any change, and the connection with it.
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException _) {
            // The connection is gone, and the transaction with it.
        }
    }
}
