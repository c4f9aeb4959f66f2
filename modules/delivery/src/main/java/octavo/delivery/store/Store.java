package octavo.delivery.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import octavo.model.OctavoException;

/// The open store. All work on it is in transactions:
///
///     long people = store.read(tx -> tx.number(Sql.of("SELECT count(*) FROM subscriber")));
///
/// Several threads may work with it at once, each transaction on a connection of its own.
public final class Store implements AutoCloseable {
    private final StoreAddress address;
    private final Dialect dialect;
    private final Deque<Session> idle = new ArrayDeque<>();
    /// SQLite has one writer at a time, and lets others look again and again whether it is done: the threads of one
    /// process had better stand in line.
    private final Optional<ReentrantLock> line;

    private Store(StoreAddress address, Dialect dialect) {
        this.address = address;
        this.dialect = dialect;
        this.line = dialect instanceof SqliteDialect ? Optional.of(new ReentrantLock(true)) : Optional.empty();
    }

    /// What is done in a transaction.
    @FunctionalInterface
    public interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /// Opens a store that is there.
    ///
    /// @throws OctavoException where there is none, or none that this Octavo can work with
    public static Store open(StoreAddress address) {
        Store store = connected(address, false);
        return store.checked(version -> {
            if (version == 0) {
                throw absent(address);
            }
            if (version < Migrations.latest()) {
                throw new OctavoException("The store " + address.shown() + " is of an older Octavo (schema " + version
                        + ", this one works with " + Migrations.latest() + "); 'octavo store migrate' brings it up to"
                        + " date.");
            }
        });
    }

    /// Whether there is a store, of whatever version.
    public static boolean exists(StoreAddress address) {
        if (address instanceof StoreAddress.InFile(Path file) && Files.notExists(file)) {
            return false;
        }
        try (Store store = connected(address, false)) {
            return store.read(tx -> Migrations.version(tx, address.shown())) > 0;
        }
    }

    /// Opens a store, and makes it where there is none.
    public static Store openOrCreate(StoreAddress address) {
        Store made = connected(address, true);
        made.checked(version -> {
            if (version == 0) {
                made.migrate();
            }
        });
        made.close();
        return open(address);
    }

    /// Opens a store of any version up to this one, to bring it up to date.
    static Store openOlder(StoreAddress address) {
        return connected(address, false).checked(version -> {
            if (version == 0) {
                throw absent(address);
            }
        });
    }

    private static OctavoException absent(StoreAddress address) {
        return new OctavoException("There is no store " + address.shown()
                + " yet; 'octavo subscribers import' or 'octavo subscribers add' makes it.");
    }

    private static Store connected(StoreAddress address, boolean create) {
        return switch (address) {
            case StoreAddress.InFile(Path file) -> {
                ready(file, create);
                yield new Store(address, new SqliteDialect(file));
            }
            case StoreAddress.OnServer server -> new Store(server, new PostgresDialect(server));
        };
    }

    /// Sees to it that the file is there, ours alone and on a disk of this machine.
    private static void ready(Path file, boolean create) {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new OctavoException("The store " + file + " cannot be there, as its folder is not; make the folder.");
        }
        try {
            if (NetworkFiles.isOne(folder)) {
                throw new OctavoException("The store " + file + " is on a file system of another machine ("
                        + Files.getFileStore(folder).type() + "), where two senders could both believe to be alone; put"
                        + " it on a disk of this machine, or use PostgreSQL (store = \"jdbc:postgresql:…\").");
            }
            if (Files.notExists(file)) {
                if (!create) {
                    throw absent(new StoreAddress.InFile(file));
                }
                OwnerOnly.create(file);
            }
        } catch (FileAlreadyExistsException _) {
            // Somebody else made it in this moment.
        } catch (AccessDeniedException e) {
            throw new OctavoException("The store " + file + " cannot be made; make its folder writable for you.", e);
        } catch (IOException e) {
            throw new OctavoException("The store " + file + " cannot be opened (" + e + ").", e);
        }
    }

    private interface VersionCheck {
        void check(int version);
    }

    private Store checked(VersionCheck check) {
        try {
            int version = read(tx -> Migrations.version(tx, address.shown()));
            if (version > Migrations.latest()) {
                throw new OctavoException("The store " + address.shown() + " is of a newer Octavo (schema " + version
                        + ", this one works with " + Migrations.latest() + "); use the newer one.");
            }
            if (version > 0) {
                read(tx -> tx.first(Sql.of("SELECT value FROM meta WHERE name = 'moved'"), row -> row.getString(1)))
                        .ifPresent(to -> {
                            throw new OctavoException("The store " + address.shown() + " has moved to " + to
                                    + "; name that one in octavo.toml. This one is only kept as a copy of that day.");
                        });
            }
            check.check(version);
            return this;
        } catch (OctavoException e) {
            close();
            throw e;
        }
    }

    /// Brings the schema up to date.
    ///
    /// @return the version from which it came
    int migrate() {
        return write(tx -> {
            tx.dialect().lockSubscribers(tx);
            // Asked again: somebody else may have done it in this moment.
            int from = Migrations.version(tx, address.shown());
            Migrations.migrate(tx, from);
            return from;
        });
    }

    public StoreAddress address() {
        return address;
    }

    /// Reads what the store holds at one moment.
    public <T> T read(Work<T> work) {
        return transaction(false, work);
    }

    /// Changes the store: all of it, or nothing where the work throws or calls [Transaction#undo].
    public <T> T write(Work<T> work) {
        line.ifPresent(ReentrantLock::lock);
        try {
            return transaction(true, work);
        } finally {
            line.ifPresent(ReentrantLock::unlock);
        }
    }

    /// Sees to it that what was deleted is in no file any more.
    public void settle() {
        try {
            Session session = take();
            dialect.settle(session.connection());
            giveBack(session);
        } catch (SQLException e) {
            throw dialect.explain(e);
        }
    }

    private <T> T transaction(boolean writing, Work<T> work) {
        try {
            Session session = take();
            boolean well = false;
            try {
                dialect.prepare(session.connection(), writing);
                Transaction transaction = new Transaction(session);
                T result = work.in(transaction);
                if (writing && !transaction.isUndone()) {
                    session.connection().commit();
                } else {
                    session.connection().rollback();
                }
                well = true;
                return result;
            } finally {
                if (well) {
                    giveBack(session);
                } else {
                    session.close();
                }
            }
        } catch (SQLException e) {
            // After a restart of the server the others are broken as well.
            close();
            throw dialect.explain(e);
        }
    }

    private Session take() throws SQLException {
        synchronized (idle) {
            Session session = idle.poll();
            if (session != null) {
                return session;
            }
        }
        return new Session(dialect);
    }

    private void giveBack(Session session) {
        synchronized (idle) {
            idle.push(session);
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            idle.forEach(Session::close);
            idle.clear();
        }
    }
}
