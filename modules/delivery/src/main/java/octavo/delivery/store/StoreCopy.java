package octavo.delivery.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import octavo.model.OctavoException;

/// Copies of a store: a backup beside running work, today's schema, a move to another database.
public final class StoreCopy {
    /// In an order in which each row's references are there before it. Those with counters are marked by `true`.
    private static final Map<String, Boolean> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("meta", false);
        TABLES.put("list", true);
        TABLES.put("subscriber", true);
        TABLES.put("subscription", false);
        TABLES.put("history", true);
        TABLES.put("suppression", false);
        TABLES.put("campaign", true);
        TABLES.put("delivery", false);
        TABLES.put("content", false);
        TABLES.put("exclusion", false);
        TABLES.put("day", false);
    }

    private StoreCopy() {}

    /// Writes a consistent copy while others work.
    ///
    /// @param target must not be there yet
    public static void backup(Store store, Path target) {
        switch (store.address()) {
            case StoreAddress.OnServer server ->
                throw new OctavoException(
                        "A PostgreSQL store is backed up by PostgreSQL's own program, which knows how to"
                                + " while others work: pg_dump --format=custom --file=" + target
                                + " and the database of "
                                + server.shown() + ".");
            case StoreAddress.InFile(Path file) -> backup(file, target);
        }
    }

    private static void backup(Path file, Path target) {
        if (Files.exists(target)) {
            throw new OctavoException(
                    "'" + target + "' is there already, and no backup is overwritten; give another name.");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            OwnerOnly.create(part);
            // VACUUM cannot be part of a transaction, so it has a connection of its own.
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = connection.prepareStatement("VACUUM INTO ?")) {
                statement.setString(1, part.toString());
                statement.execute();
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException e) {
            discard(part);
            throw new OctavoException(
                    "The backup '" + target + "' could not be written (" + e.getMessage() + "); there is none now.", e);
        } catch (IOException e) {
            discard(part);
            throw new OctavoException("The backup '" + target + "' could not be written (" + e + ").", e);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException _) {
            // What failed before is what the user wants to know.
        }
    }

    /// Brings a store's schema up to date.
    ///
    /// @return the version from which it came
    public static int migrate(StoreAddress address) {
        try (Store store = Store.openOlder(address)) {
            return store.migrate();
        }
    }

    /// The version of today's schema.
    public static int latest() {
        return Migrations.latest();
    }

    /// Moves all there is to an empty database, compares the counts, and closes the old store for good: two stores
    /// that both live would both send.
    ///
    /// @return the rows of each table
    public static Map<String, Long> move(StoreAddress from, StoreAddress to) {
        try (Store source = Store.open(from);
                Store target = Store.openOrCreate(to)) {
            if (from instanceof StoreAddress.InFile file) {
                try (RoleLock _ = RoleLock.sender(file)) {
                    return move(source, target);
                }
            }
            return move(source, target);
        }
    }

    /// The source is locked for writing from beginning to end, so nothing that comes meanwhile is lost.
    private static Map<String, Long> move(Store source, Store target) {
        return source.write(from -> {
            from.dialect().lockSubscribers(from);
            Map<String, Long> copied = target.write(to -> {
                if (to.number(Sql.of("SELECT count(*) FROM list")) > 0) {
                    throw new OctavoException("The store " + target.address().shown()
                            + " is not empty; what is in it would be mixed up with what comes.");
                }
                to.update(Sql.of("DELETE FROM meta"));
                Map<String, Long> counts = new LinkedHashMap<>();
                for (Map.Entry<String, Boolean> table : TABLES.entrySet()) {
                    counts.put(table.getKey(), copy(from, to, table.getKey()));
                    if (table.getValue()) {
                        to.dialect().countOn(to, table.getKey());
                    }
                }
                return counts;
            });
            from.update(Sql.of(
                    "INSERT INTO meta (name, value) VALUES ('moved', ?)",
                    target.address().shown()));
            return copied;
        });
    }

    private static long copy(Transaction from, Transaction to, String table) throws SQLException {
        // Both have the same columns; they are named, as their order need not be the same.
        List<String> columns = from.columns(table);
        String names = String.join(", ", columns);
        Object[] values = new Object[columns.size()];
        try (Transaction.Batch batch =
                to.batch("INSERT INTO " + table + " (" + names + ") VALUES (" + Sql.marks(columns.size()) + ")")) {
            from.each(Sql.of("SELECT " + names + " FROM " + table), row -> {
                for (int i = 0; i < values.length; i++) {
                    Object value = row.getObject(i + 1);
                    values[i] = value instanceof Integer number ? Long.valueOf(number) : value;
                }
                batch.add(values);
            });
            batch.flush();
        }
        long expected = from.number(Sql.of("SELECT count(*) FROM " + table));
        long there = to.number(Sql.of("SELECT count(*) FROM " + table));
        if (expected != there) {
            throw new OctavoException("The copy has " + there + " rows of " + table + " where the store has " + expected
                    + "; nothing was kept of it.");
        }
        return there;
    }
}
