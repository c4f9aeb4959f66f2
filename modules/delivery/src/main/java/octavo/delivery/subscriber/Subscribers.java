package octavo.delivery.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import octavo.delivery.State;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Store;
import octavo.delivery.store.Transaction;
import octavo.model.Diagnostics;
import octavo.model.OctavoException;

/// The people in a store. Files of them are read by the [Importer] and written by the [Exporter].
public final class Subscribers {
    private static final String HERSELF = "SELECT id FROM subscriber WHERE address_key = ?";

    private final Store store;

    public Subscribers(Store store) {
        this.store = store;
    }

    /// Puts one person on a list by the rules of an import.
    ///
    /// @param language a tag, or empty
    /// @param since since when, where it is not now
    public ImportResult add(
            Address address,
            String name,
            String language,
            Optional<Instant> since,
            Attributes attributes,
            ImportOptions options,
            Diagnostics diagnostics) {
        List<Entry.Remark> remarks = new ArrayList<>();
        Entry.Person person = new Entry.Person(
                1,
                address,
                RowReader.name(name, remarks),
                language,
                Optional.of(options.state()),
                since,
                attributes,
                remarks);
        return new Importer(store, options, diagnostics).add(person, "added by the operator");
    }

    /// Takes somebody off a list, or off all lists. Who is gone already stays so.
    ///
    /// @param list empty for all
    /// @return the lists that they have left now
    public List<String> remove(Address address, Optional<String> list, String cause) {
        return store.write(tx -> {
            tx.dialect().lockSubscribers(tx);
            long id = find(tx, address);
            long only = list.isPresent() ? Lists.find(tx, list.get()) : 0;
            List<String> left = new ArrayList<>();
            for (Joined joined : joined(tx, id)) {
                if ((list.isEmpty() || joined.list() == only) && !joined.state().isGone()) {
                    Subscriptions.change(tx, id, joined.list(), State.UNSUBSCRIBED, cause);
                    left.add(joined.name());
                }
            }
            return left;
        });
    }

    /// Sees to it that an address is never written to again, known or not.
    public void suppress(Address address, String cause) {
        store.write(tx -> {
            tx.dialect().lockSubscribers(tx);
            new Suppressions(tx).add(address, cause);
            Optional<Long> id = tx.first(Sql.of(HERSELF, address.key()), row -> row.getLong(1));
            if (id.isPresent()) {
                for (Joined joined : joined(tx, id.get())) {
                    Subscriptions.change(tx, id.get(), joined.list(), State.SUPPRESSED, cause);
                }
            }
            return true;
        });
    }

    /// Forgets somebody: name, address, states, what servers said. What stays is a salted hash of the address, so
    /// that the next import of an old file does not write to them again, and nameless rows, so that the sums of
    /// campaigns still agree. Without such a hash a wish to be forgotten would be forgotten too.
    ///
    /// @return whether the store knew them
    public boolean erase(Address address) {
        boolean known = store.write(tx -> {
            tx.dialect().lockSubscribers(tx);
            new Suppressions(tx).add(address, "erased on request");
            Optional<Long> id = tx.first(Sql.of(HERSELF, address.key()), row -> row.getLong(1));
            if (id.isPresent()) {
                forget(tx, id.get());
            }
            return id.isPresent();
        });
        store.settle();
        return known;
    }

    private static void forget(Transaction tx, long id) throws SQLException {
        tx.update(Sql.of(
                "UPDATE delivery SET state = 'CANCELLED', changed = {now} WHERE subscriber = ? AND state = 'PENDING'",
                id));
        if (tx.number(Sql.of(
                        "SELECT count(*) FROM delivery WHERE subscriber = ? AND state IN ('CLAIMED', 'ATTEMPTING')",
                        id))
                > 0) {
            throw new OctavoException("A message to this address is on its way just now; try again in a minute, or"
                    + " pause the campaign first.");
        }
        tx.update(Sql.of("UPDATE delivery SET reply = NULL, message_id = NULL WHERE subscriber = ?", id));
        tx.update(Sql.of("DELETE FROM history WHERE subscriber = ?", id));
        tx.update(Sql.of("DELETE FROM subscription WHERE subscriber = ?", id));
        tx.update(Sql.of("DELETE FROM subscriber WHERE id = ?", id));
    }

    private static long find(Transaction tx, Address address) throws SQLException {
        return tx.first(Sql.of(HERSELF, address.key()), row -> row.getLong(1))
                .orElseThrow(() -> new OctavoException("Nobody in the store has the address " + address.email() + "."));
    }

    private record Joined(long list, String name, State state, Instant since, Instant changed, String cause) {}

    private static List<Joined> joined(Transaction tx, long subscriber) throws SQLException {
        return tx.list(
                Sql.of(
                        "SELECT l.id, l.name, n.state, n.since, n.changed, n.cause FROM subscription n"
                                + " JOIN list l ON l.id = n.list WHERE n.subscriber = ? ORDER BY l.name",
                        subscriber),
                row -> new Joined(
                        row.getLong(1),
                        row.getString(2),
                        State.of(row.getString(3)).orElseThrow(),
                        moment(row, 4),
                        moment(row, 5),
                        row.getString(6)));
    }

    /// All that is known of somebody; empty where nothing is.
    public Optional<PersonalData> show(Address address) {
        return store.read(tx -> {
            Optional<Long> id = tx.first(Sql.of(HERSELF, address.key()), row -> row.getLong(1));
            return id.isEmpty() ? Optional.empty() : Optional.of(show(tx, id.get()));
        });
    }

    private static PersonalData show(Transaction tx, long id) throws SQLException {
        List<PersonalData.Membership> lists = new ArrayList<>();
        for (Joined joined : joined(tx, id)) {
            List<PersonalData.Standing> states = new ArrayList<>(tx.list(
                    Sql.of(
                            "SELECT state, changed, cause FROM history WHERE subscriber = ? AND list = ? ORDER BY id",
                            id,
                            joined.list()),
                    row -> new PersonalData.Standing(
                            State.of(row.getString(1)).orElseThrow(), moment(row, 2), row.getString(3))));
            states.add(new PersonalData.Standing(joined.state(), joined.changed(), joined.cause()));
            lists.add(new PersonalData.Membership(joined.name(), joined.since(), states));
        }
        return tx.first(
                        Sql.of("SELECT email, name, language, attributes, created FROM subscriber WHERE id = ?", id),
                        row -> new PersonalData(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                moment(row, 5),
                                lists,
                                deliveries(tx, id)))
                .orElseThrow();
    }

    /// By way of the campaigns, which are few: so the journal, where there are many, needs no index for this.
    private static List<PersonalData.Delivery> deliveries(Transaction tx, long subscriber) throws SQLException {
        return tx.list(
                Sql.of(
                        "SELECT c.id, c.issue, d.language, d.state, d.attempts, d.changed, d.reply, d.message_id"
                                + " FROM campaign c JOIN delivery d ON d.campaign = c.id AND d.subscriber = ?"
                                + " ORDER BY c.id",
                        subscriber),
                row -> new PersonalData.Delivery(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        moment(row, 6),
                        Optional.ofNullable(row.getString(7)),
                        Optional.ofNullable(row.getString(8))));
    }

    /// Since when and why an address is on the suppression list.
    public Optional<String> suppressed(Address address) {
        return store.read(tx -> new Suppressions(tx)
                .of(address)
                .map(entry -> Moments.written(Instant.ofEpochMilli(entry.since())) + ", " + entry.cause()));
    }

    /// Hands on everybody of an audience, in the order in which they came.
    public void each(Audience audience, Consumer<Listed> taking) {
        store.read(tx -> {
            tx.each(
                    Sql.of("SELECT " + Listed.COLUMNS).with(audience.from(tx)).with(Sql.of("ORDER BY n.subscriber")),
                    row -> taking.accept(Listed.of(row)));
            return true;
        });
    }

    public Statistics statistics() {
        return store.read(tx -> {
            List<Statistics.OfList> lists = new ArrayList<>();
            for (String name : Lists.names(tx)) {
                lists.add(ofList(tx, name, Lists.find(tx, name)));
            }
            return new Statistics(lists, tx.number(Sql.of("SELECT count(*) FROM suppression")));
        });
    }

    private static Statistics.OfList ofList(Transaction tx, String name, long list) throws SQLException {
        Map<State, Long> states = new EnumMap<>(State.class);
        for (State state : State.values()) {
            states.put(state, 0L);
        }
        tx.each(
                Sql.of("SELECT state, count(*) FROM subscription WHERE list = ? GROUP BY state", list),
                row -> states.put(State.of(row.getString(1)).orElseThrow(), row.getLong(2)));
        Map<String, Long> languages = new LinkedHashMap<>();
        tx.each(
                Sql.of(
                        "SELECT s.language, count(*) FROM subscription n JOIN subscriber s ON s.id = n.subscriber"
                                + " WHERE n.list = ? AND n.state = 'active' GROUP BY s.language ORDER BY 2 DESC, 1",
                        list),
                row -> languages.put(row.getString(1), row.getLong(2)));
        long total = states.values().stream().mapToLong(Long::longValue).sum();
        return new Statistics.OfList(name, total, states, languages);
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
