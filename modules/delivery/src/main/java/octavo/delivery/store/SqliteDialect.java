package octavo.delivery.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.LongStream;
import octavo.model.OctavoException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// SQLite: one file, readers beside one writer.
///
/// @param file the database
record SqliteDialect(Path file) implements Dialect {
    /// As long as a writer waits for another: longer than a large import takes.
    private static final int PATIENCE_MS = 120_000;

    /// In KiB, beside the heap, for each connection.
    private static final int CACHE_KIB = 8 * 1024;

    /// Room for the index of a million addresses, which come in no order: else each of its pages is written many times.
    private static final int LARGE_CACHE_KIB = 112 * 1024;

    /// As long as the log of writes grows (16 MiB) before it is worked into the file: what is written again and
    /// again, as the rows of a campaign are, then goes there once.
    private static final int LOG_PAGES = 4_000;

    private static final String PATH = "'$.\"' || ? || '\"'";

    @Override
    public Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setCacheSize(-CACHE_KIB);
        // What is deleted is overwritten: who asks to be forgotten is.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = " + LOG_PAGES);
        }
        connection.setAutoCommit(false);
        return connection;
    }

    /// The driver has begun a transaction already, of the kind that takes its place as a writer with its first change
    /// and fails at once where another has written since it read.
    @Override
    public void prepare(Connection connection, boolean writing) throws SQLException {
        if (writing) {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("ROLLBACK");
                statement.executeUpdate("BEGIN IMMEDIATE");
            }
        }
    }

    /// There is one writer anyway.
    @Override
    public void lockSubscribers(Transaction transaction) {}

    @Override
    public void expectMany(Transaction transaction) throws SQLException {
        transaction.run("PRAGMA cache_size = -" + LARGE_CACHE_KIB);
    }

    /// The log of writes still has what was there. While somebody reads, it stays until the next time.
    @Override
    public void settle(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        connection.setAutoCommit(false);
    }

    /// Counted by hundreds: SQLite's own counter would be written with every row of a large import.
    @Override
    public long[] newSubscriberIds(Transaction transaction, int count) throws SQLException {
        long last = transaction.number(Sql.of("SELECT max("
                + "coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'last_subscriber'), 0), "
                + "coalesce((SELECT max(id) FROM subscriber), 0))"));
        transaction.update(Sql.of(
                "INSERT INTO meta (name, value) VALUES ('last_subscriber', ?)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                Long.toString(last + count)));
        return LongStream.rangeClosed(last + 1, last + count).toArray();
    }

    /// SQLite's counters follow what is inserted.
    @Override
    public void countOn(Transaction transaction, String table) {}

    @Override
    public String sql(String text) {
        return text.replace("{now}", "CAST(unixepoch('subsec') * 1000 AS INTEGER)")
                .replace("{domain}", "substr(s.address_key, instr(s.address_key, '@') + 1)")
                .replace("{position}", "instr")
                .replace("{id}", "INTEGER PRIMARY KEY AUTOINCREMENT")
                .replace("{counted}", "INTEGER PRIMARY KEY")
                .replace("{long}", "INTEGER")
                .replace("{text}", "TEXT")
                .replace("{bytes}", "BLOB")
                // There is one writer anyway.
                .replace("{skip locked}", "")
                .replace("{strict}", "STRICT")
                .replace("{keyed}", "STRICT, WITHOUT ROWID");
    }

    @Override
    public Sql attributeText(String name) {
        return Sql.of(
                "CASE json_type(s.attributes, " + PATH + ") WHEN 'text' THEN json_extract(s.attributes, " + PATH
                        + ") WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' END",
                name,
                name);
    }

    @Override
    public Sql attributeNumber(String name) {
        return Sql.of(
                "CASE WHEN json_type(s.attributes, " + PATH
                        + ") IN ('integer', 'real') THEN json_extract(s.attributes, " + PATH + ") END",
                name,
                name);
    }

    @Override
    public Sql attributeThere(String name) {
        return Sql.of("json_type(s.attributes, " + PATH + ") <> 'null'", name);
    }

    @Override
    public OctavoException explain(SQLException failure) {
        SQLiteErrorCode code =
                failure instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // The low byte is the kind, the rest a detail.
        String words = switch (code.code & 0xff) {
            case 5, 6 ->
                "is in use by another Octavo that does not come to an end; wait for it, or see whether it hangs";
            case 8 -> "cannot be written; make it and its folder writable for you";
            case 10 ->
                "cannot be read or written (" + code
                        + "); see whether the disk is full or failing. Nothing half done is in it";
            case 11, 26 ->
                "is damaged or is no store; put the latest backup in its place ('octavo store check' tells" + " more)";
            case 13 -> "has no room left on its disk; make room and run this again. Nothing half done is in it";
            case 14 -> "cannot be opened; see that its folder is there and writable for you";
            default -> "gave up: " + failure.getMessage();
        };
        return new OctavoException("The store " + file + " " + words + ".", failure);
    }
}
