package octavo.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import octavo.delivery.Databases;
import octavo.model.OctavoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreTest {
    private static final Sql PEOPLE = Sql.of("SELECT count(*) FROM subscriber");

    @TempDir
    Path folder = Path.of("");

    private static void add(Store store, int from, int to) {
        store.write(tx -> {
            tx.update(Sql.of("INSERT INTO list (name) VALUES ('newsletter') ON CONFLICT (name) DO NOTHING"));
            for (int i = from; i < to; i++) {
                String email = "p" + i + "@example.org";
                tx.update(Sql.of(
                        "INSERT INTO subscriber (email, address_key, name, language, attributes, created)"
                                + " VALUES (?, ?, 'P', '', '{}', {now})",
                        email,
                        email));
            }
            return tx.update(Sql.of("INSERT INTO subscription (list, subscriber, state, since, changed, cause)"
                    + " SELECT l.id, s.id, 'active', {now}, {now}, 'test' FROM list l, subscriber s"
                    + " WHERE NOT EXISTS (SELECT 1 FROM subscription n WHERE n.subscriber = s.id)"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void workIsDoneAsAWholeOrNotAtAll(Databases database) {
        StoreAddress address = database.fresh(folder);
        try (Store store = Store.openOrCreate(address)) {
            add(store, 0, 3);
            assertThatThrownBy(() -> store.write(tx -> {
                        tx.update(Sql.of("DELETE FROM subscription"));
                        throw new OctavoException("Something came between.");
                    }))
                    .hasMessageContaining("came between");
            assertThatThrownBy(() -> add(store, 2, 9)).isInstanceOf(OctavoException.class);
            assertThat(store.<Long>read(tx -> tx.number(PEOPLE))).isEqualTo(3);
            assertThat(store.<Long>read(tx -> tx.number(Sql.of("SELECT count(*) FROM subscription"))))
                    .isEqualTo(3);
        }
        try (Store again = Store.open(address)) {
            assertThat(again.<Long>read(tx -> tx.number(PEOPLE))).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void olderStoresAreBroughtUpAndNewerOnesRefused(Databases database) {
        StoreAddress address = database.fresh(folder);
        assertThatThrownBy(() -> Store.open(address)).hasMessageContaining("There is no store");
        try (Store store = Store.openOrCreate(address)) {
            store.write(tx -> {
                for (String table : List.of("day", "exclusion", "content", "delivery", "campaign")) {
                    tx.run("DROP TABLE " + table);
                }
                return tx.update(Sql.of("DELETE FROM schema_version WHERE version > 1"));
            });
        }
        assertThatThrownBy(() -> Store.open(address)).hasMessageContaining("octavo store migrate");
        assertThat(StoreCopy.migrate(address)).isEqualTo(1);
        try (Store store = Store.open(address)) {
            store.write(tx -> tx.update(Sql.of("INSERT INTO schema_version (version, at) VALUES (99, 0)")));
        }
        assertThatThrownBy(() -> Store.open(address)).hasMessageContaining("of a newer Octavo (schema 99");
    }

    @Test
    void movesToAnotherDatabaseAndClosesTheOldOne() {
        StoreAddress from = Databases.SQLITE.fresh(folder);
        StoreAddress to = Databases.POSTGRESQL.fresh(folder);
        String salt;
        try (Store store = Store.openOrCreate(from)) {
            add(store, 0, 2345);
            salt = salt(store);
        }
        Map<String, Long> moved = StoreCopy.move(from, to);
        assertThat(moved).containsEntry("subscriber", 2345L).containsEntry("subscription", 2345L);
        try (Store store = Store.open(to)) {
            assertThat(salt(store)).isEqualTo(salt);
            add(store, 2345, 2350);
            assertThat(store.<Long>read(tx -> tx.number(PEOPLE))).isEqualTo(2350);
        }
        assertThatThrownBy(() -> Store.open(from)).hasMessageContaining("has moved to " + to.shown());
        StoreAddress another = Databases.SQLITE.fresh(folder);
        try (Store full = Store.openOrCreate(another)) {
            add(full, 0, 1);
        }
        assertThatThrownBy(() -> StoreCopy.move(another, to)).hasMessageContaining("is not empty");
        Store.open(another).close();
    }

    private static String salt(Store store) {
        return store.read(tx -> tx.first(Sql.of("SELECT value FROM meta WHERE name = 'salt'"), row -> row.getString(1))
                .orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void sumsThatDoNotAgreeAreFound(Databases database) {
        try (Store store = Store.openOrCreate(database.fresh(folder))) {
            add(store, 0, 2);
            List<String> found = new ArrayList<>();
            assertThat(StoreCheck.of(store, one -> found.add(one.message())).people())
                    .isEqualTo(2);
            assertThat(found).isEmpty();
            store.write(tx -> {
                tx.update(Sql.of("DELETE FROM subscription WHERE subscriber = 1"));
                return tx.update(Sql.of("INSERT INTO campaign (issue, list, chosen, state, total, created)"
                        + " VALUES ('2025-03', 1, '', 'RUNNING', 7, {now})"));
            });
            StoreCheck.of(store, one -> found.add(one.message()));
            assertThat(found).hasSize(2).anyMatch(words -> words.contains("7 recipients and has 0"));
        }
    }

    @Test
    void aBackupIsWholeWhileAnotherWrites() throws IOException {
        StoreAddress.InFile address = (StoreAddress.InFile) Databases.SQLITE.fresh(folder);
        Path copy = folder.resolve("copy.db");
        try (Store store = Store.openOrCreate(address)) {
            add(store, 0, 5);
            store.write(tx -> {
                tx.update(Sql.of("DELETE FROM subscription"));
                StoreCopy.backup(store, copy);
                tx.undo();
                return true;
            });
            assertThatThrownBy(() -> StoreCopy.backup(store, copy)).hasMessageContaining("there already");
        }
        try (Store backup = Store.open(new StoreAddress.InFile(copy))) {
            assertThat(backup.<Long>read(tx -> tx.number(Sql.of("SELECT count(*) FROM subscription"))))
                    .isEqualTo(5);
        }
        for (Path file : List.of(copy, address.file())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void damageIsToldInWords() throws IOException {
        Path text = Files.writeString(folder.resolve("text.db"), "this is no database, but a longer text\n".repeat(99));
        assertThatThrownBy(() -> Store.open(new StoreAddress.InFile(text)))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("is damaged or is no store");
        Path other = folder.resolve("other.db");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE theirs (x)");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThatThrownBy(() -> Store.openOrCreate(new StoreAddress.InFile(other)))
                .hasMessageContaining("not Octavo's");
        assertThatThrownBy(() -> Store.openOrCreate(new StoreAddress.InFile(folder.resolve("none/x.db"))))
                .hasMessageContaining("make the folder");
    }

    /// SQLite itself is told that there is no more room.
    @Test
    void aFullDiskLosesNothing() {
        StoreAddress address = Databases.SQLITE.fresh(folder);
        try (Store store = Store.openOrCreate(address)) {
            add(store, 0, 10);
            assertThatThrownBy(() -> store.write(tx -> {
                        tx.run("PRAGMA max_page_count = 30");
                        for (int i = 0; i < 100_000; i++) {
                            tx.update(Sql.of("INSERT INTO list (name) VALUES (?)", "list " + i));
                        }
                        return true;
                    }))
                    .isInstanceOf(OctavoException.class)
                    .hasMessageContaining("no room left");
            assertThat(store.<Long>read(tx -> tx.number(PEOPLE))).isEqualTo(10);
            assertThat(store.<Long>read(tx -> tx.number(Sql.of("SELECT count(*) FROM list"))))
                    .isEqualTo(1);
        }
    }

    @Test
    void oneSenderAtATimeWhileOthersGoOn() {
        StoreAddress.InFile address = (StoreAddress.InFile) Databases.SQLITE.fresh(folder);
        try (Store store = Store.openOrCreate(address)) {
            try (RoleLock _ = RoleLock.sender(address)) {
                assertThatThrownBy(() -> RoleLock.sender(address))
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid());
                add(store, 0, 1);
            }
            RoleLock.sender(address).close();
        }
    }

    @Test
    void otherMachinesFileSystemsAreKnown() {
        assertThat(List.of("nfs4", "cifs", "fuse.sshfs", "NFS")).allMatch(NetworkFiles::isOne);
        assertThat(List.of("ext4", "btrfs", "xfs", "tmpfs", "apfs", "NTFS", "overlay"))
                .noneMatch(NetworkFiles::isOne);
    }

    @Test
    void passwordsAreNeverShown() {
        for (String given : List.of(
                "jdbc:postgresql://ada:hunter2@db/letter", "jdbc:postgresql://db/letter?user=a&password=hunter2")) {
            assertThatThrownBy(() -> StoreSettings.of(Map.of("store", given), false, folder))
                    .isInstanceOf(OctavoException.class)
                    .hasMessageNotContaining("hunter2");
        }
        assertThatThrownBy(() -> StoreSettings.of(Map.of("password", "hunter2"), true, folder))
                .hasMessageContaining("must not hold a password")
                .hasMessageNotContaining("hunter2");
        StoreAddress address =
                StoreSettings.of(Map.of("store", "jdbc:postgresql:x", "password", "hunter2"), false, folder);
        assertThat(address.toString()).doesNotContain("hunter2");
    }
}
