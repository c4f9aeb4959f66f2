package octavo.delivery;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import octavo.delivery.store.Secret;
import octavo.delivery.store.StoreAddress;

/// Both databases, for tests that must hold on each: `@ParameterizedTest @EnumSource`.
public enum Databases {
    SQLITE,
    POSTGRESQL;

    private static final AtomicInteger COUNT = new AtomicInteger();

    /// One server for all tests; it ends with them.
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Where a store can be made that is not there yet.
    public StoreAddress fresh(Path folder) {
        int number = COUNT.incrementAndGet();
        return switch (this) {
            case SQLITE -> new StoreAddress.InFile(folder.resolve("store" + number + ".db"));
            case POSTGRESQL -> {
                try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE letter" + number);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                yield new StoreAddress.OnServer(
                        "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/letter" + number,
                        Optional.of("postgres"),
                        Optional.of(new Secret("postgres")));
            }
        };
    }
}
