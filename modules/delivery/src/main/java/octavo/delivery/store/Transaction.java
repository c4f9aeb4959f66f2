package octavo.delivery.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Work on the store that is done as a whole or not at all. [Store#write] and [Store#read] make it.
public final class Transaction {
    /// Rows that come from the server at once, where they are read one by one.
    private static final int FETCH = 1000;

    private final Session session;
    private boolean undone;

    Transaction(Session session) {
        this.session = session;
    }

    /// Makes something of a row.
    @FunctionalInterface
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Does something with a row.
    @FunctionalInterface
    public interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    public Dialect dialect() {
        return session.dialect();
    }

    /// Makes this a rehearsal: nothing of it will stay.
    public void undo() {
        undone = true;
    }

    boolean isUndone() {
        return undone;
    }

    /// All rows; for queries that have few.
    public <T> List<T> list(Sql query, Reading<T> reading) throws SQLException {
        List<T> all = new ArrayList<>();
        each(query, row -> all.add(reading.read(row)));
        return all;
    }

    /// The first row, where there is one.
    public <T> Optional<T> first(Sql query, Reading<T> reading) throws SQLException {
        return with(query, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reading.read(rows)) : Optional.empty();
            }
        });
    }

    /// A query's one number.
    public long number(Sql query) throws SQLException {
        return first(query, row -> row.getLong(1)).orElse(0L);
    }

    /// Row by row, however many there are.
    public void each(Sql query, Taking taking) throws SQLException {
        with(query, statement -> {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taking.take(rows);
                }
                return true;
            }
        });
    }

    /// @return how many rows were changed
    public int update(Sql statement) throws SQLException {
        return with(statement, PreparedStatement::executeUpdate);
    }

    /// The same change of many rows, each with values of its own.
    ///
    /// @return how many rows each of them changed
    public int[] updates(String text, List<Object[]> rows) throws SQLException {
        return session.with(text, statement -> {
            for (Object[] values : rows) {
                set(statement, values);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /// The names of a table's columns.
    List<String> columns(String table) throws SQLException {
        try (PreparedStatement statement =
                        session.connection().prepareStatement("SELECT * FROM " + table + " WHERE 1 = 0");
                ResultSet none = statement.executeQuery()) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                names.add(none.getMetaData().getColumnName(i));
            }
            return names;
        }
    }

    /// Statements of the kind that change the schema.
    void run(String text) throws SQLException {
        try (var statement = session.connection().createStatement()) {
            statement.execute(session.dialect().sql(text));
        }
    }

    /// The same statement for many rows.
    public Batch batch(String text) throws SQLException {
        return new Batch(session.connection().prepareStatement(session.dialect().sql(text)));
    }

    private <T> T with(Sql sql, Session.Use<T> use) throws SQLException {
        return session.with(sql.text(), statement -> {
            set(statement, sql.values().toArray());
            return use.of(statement);
        });
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /// Rows for one statement, sent together.
    public static final class Batch implements AutoCloseable {
        private static final int LARGE = 1000;

        private final PreparedStatement statement;
        private int waiting;

        private Batch(PreparedStatement statement) {
            this.statement = statement;
        }

        public void add(Object... values) throws SQLException {
            set(statement, values);
            statement.addBatch();
            waiting++;
            if (waiting >= LARGE) {
                flush();
            }
        }

        /// Sends what waits.
        public void flush() throws SQLException {
            if (waiting > 0) {
                statement.executeBatch();
                waiting = 0;
            }
        }

        /// Lets go of the statement; what was not flushed is lost, as after a failure it should be.
        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
