package octavo.delivery.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import octavo.model.OctavoException;

/// The steps from an empty database to today's schema: numbered SQL files, each once, each as a whole.
final class Migrations {
    /// In order; the first is version 1. What was released is never changed, only followed by another.
    private static final List<String> STEPS =
            List.of("001-subscribers.sql", "002-campaigns.sql", "003-sending.sql", "004-signatures.sql");

    private static final int SALT_BYTES = 32;

    private Migrations() {}

    /// The version that this Octavo works with.
    static int latest() {
        return STEPS.size();
    }

    /// Which version a database has; 0 for an empty one.
    ///
    /// @throws OctavoException where it holds something else
    static int version(Transaction transaction, String shown) throws SQLException {
        boolean known = isThere(transaction, "schema_version");
        if (known) {
            return (int) transaction.number(Sql.of("SELECT max(version) FROM schema_version"));
        }
        if (tables(transaction) > 0) {
            throw new OctavoException("The database " + shown
                    + " has tables, and they are not Octavo's; give Octavo a database of its own.");
        }
        return 0;
    }

    /// Takes the steps that are missing.
    static void migrate(Transaction transaction, int from) throws SQLException {
        if (from == 0) {
            transaction.run("CREATE TABLE schema_version (version {long} PRIMARY KEY, at {long} NOT NULL) {strict}");
        }
        for (int version = from + 1; version <= latest(); version++) {
            for (String statement : statements(STEPS.get(version - 1))) {
                transaction.run(statement);
            }
            transaction.update(Sql.of("INSERT INTO schema_version (version, at) VALUES (?, {now})", version));
        }
        if (from == 0) {
            byte[] salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            transaction.update(Sql.of(
                    "INSERT INTO meta (name, value) VALUES ('salt', ?)",
                    HexFormat.of().formatHex(salt)));
        }
    }

    private static boolean isThere(Transaction transaction, String table) throws SQLException {
        String names = transaction.dialect() instanceof SqliteDialect
                ? "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?"
                : "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = ?";
        return transaction.number(Sql.of(names, table)) > 0;
    }

    private static long tables(Transaction transaction) throws SQLException {
        return transaction.number(Sql.of(
                transaction.dialect() instanceof SqliteDialect
                        ? "SELECT count(*) FROM sqlite_schema"
                        : "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"));
    }

    /// Each statement ends with a semicolon at a line's end.
    private static List<String> statements(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new OctavoException("Octavo's own file " + name + " is missing; build Octavo again.");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split(";\\R"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
