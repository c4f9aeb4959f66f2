package octavo.delivery.subscriber;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.delivery.State;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Transaction;

/// Puts rows into the store, some hundred at a time: looks up who is known, decides, writes.
final class ImportBatch {
    private static final String ADD_PERSON = "INSERT INTO subscriber"
            + " (id, email, address_key, name, language, attributes, created) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String JOIN_LIST =
            "INSERT INTO subscription (subscriber, list, state, since, changed, cause) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String UPDATE_PERSON =
            "UPDATE subscriber SET name = ?, language = ?, attributes = ? WHERE id = ?";

    private final Transaction tx;
    private final ImportOptions options;
    private final long list;
    private final String cause;
    private final Importer.Told told;
    private final long now;
    private final Suppressions suppressions;
    /// In an empty store nobody is known but those of the file itself.
    private final boolean anybody;

    private final LinesByHash seen = new LinesByHash();

    ImportBatch(Transaction tx, ImportOptions options, long list, String cause, Importer.Told told)
            throws SQLException {
        this.tx = tx;
        this.options = options;
        this.list = list;
        this.cause = cause;
        this.told = told;
        this.now = tx.number(Sql.of("SELECT {now}"));
        this.suppressions = new Suppressions(tx);
        this.anybody =
                tx.first(Sql.of("SELECT 1 FROM subscriber LIMIT 1"), _ -> true).isPresent();
    }

    /// Somebody whom the store has.
    ///
    /// @param states by list
    private record Known(long id, String name, String language, String attributes, Map<Long, State> states) {}

    void take(List<Entry> entries) throws SQLException {
        List<Entry.Person> people = distinct(entries);
        List<Address> addresses = people.stream().map(Entry.Person::address).toList();
        Map<String, Suppressions.Suppressed> suppressed = suppressions.among(addresses);
        Map<String, Known> known = known(addresses);
        List<Entry.Person> unknown = new ArrayList<>();
        for (Entry.Person person : people) {
            String key = person.address().key();
            Suppressions.Suppressed entry = suppressed.get(key);
            Known same = known.get(key);
            if (entry != null && !person.state().equals(Optional.of(State.SUPPRESSED))) {
                tell(
                        person,
                        Importer.Outcome.SUPPRESSED,
                        "import-suppressed",
                        "this address is on the suppression list");
            } else if (same != null) {
                merge(person, same);
            } else {
                unknown.add(person);
            }
        }
        insert(unknown);
    }

    /// The first row with an address counts. A later one is told the line of the first.
    private List<Entry.Person> distinct(List<Entry> entries) {
        Map<String, Entry.Person> first = new LinkedHashMap<>();
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Refused refused -> told.of(refused, Importer.Outcome.REFUSED, Optional.of(refused.remark()));
                case Entry.Person person -> {
                    int before = seen.put(person.address().key(), person.line());
                    if (before > 0) {
                        tell(
                                person,
                                Importer.Outcome.DUPLICATE,
                                "import-duplicate",
                                "the same address as in line " + before + ", which counts");
                    } else {
                        first.put(person.address().key(), person);
                    }
                }
            }
        }
        return List.copyOf(first.values());
    }

    private Map<String, Known> known(List<Address> addresses) throws SQLException {
        Map<String, Known> known = new HashMap<>();
        if (!anybody || addresses.isEmpty()) {
            return known;
        }
        Sql query = new Sql(
                "SELECT s.address_key, s.id, s.name, s.language, s.attributes, coalesce(n.list, 0), n.state"
                        + " FROM subscriber s LEFT JOIN subscription n ON n.subscriber = s.id WHERE s.address_key IN ("
                        + Sql.marks(addresses.size()) + ")",
                List.copyOf(addresses.stream().map(Address::key).toList()));
        tx.each(query, row -> {
            Known one = known.get(row.getString(1));
            if (one == null) {
                one = new Known(
                        row.getLong(2), row.getString(3), row.getString(4), row.getString(5), new LinkedHashMap<>());
                known.put(row.getString(1), one);
            }
            if (row.getLong(6) > 0) {
                one.states().put(row.getLong(6), State.of(row.getString(7)).orElseThrow());
            }
        });
        return known;
    }

    private void insert(List<Entry.Person> people) throws SQLException {
        long[] ids = people.isEmpty() ? new long[0] : tx.dialect().newSubscriberIds(tx, people.size());
        try (Transaction.Batch persons = tx.batch(ADD_PERSON);
                Transaction.Batch joining = tx.batch(JOIN_LIST)) {
            for (int i = 0; i < ids.length; i++) {
                Entry.Person person = people.get(i);
                persons.add(
                        ids[i],
                        person.address().email(),
                        person.address().key(),
                        person.name(),
                        person.language(),
                        person.attributes().json(),
                        now);
                State state = person.state().orElse(options.state());
                joining.add(joining(ids[i], state, person));
                if (state == State.SUPPRESSED) {
                    suppressions.add(person.address(), cause);
                }
            }
            persons.flush();
            joining.flush();
        }
        people.forEach(person -> told.of(person, Importer.Outcome.ADDED, Optional.empty()));
    }

    private Object[] joining(long id, State state, Entry.Person person) {
        long since = person.since().map(java.time.Instant::toEpochMilli).orElse(now);
        return new Object[] {id, list, state.word(), since, now, cause};
    }

    private void merge(Entry.Person person, Known known) throws SQLException {
        boolean details = updateDetails(person, known);
        Map<Long, State> elsewhere = new HashMap<>(known.states());
        Optional<State> current = Optional.ofNullable(elsewhere.remove(list));
        Transition transition =
                Transition.of(current, elsewhere.values(), person.state(), options.state(), options.reactivate());
        switch (transition) {
            case Transition.Join(State state) -> {
                tx.update(Sql.of(JOIN_LIST, joining(known.id(), state, person)));
                suppressIfSo(person, state);
                told.of(person, Importer.Outcome.ADDED, Optional.empty());
            }
            case Transition.Change(State state) -> {
                Subscriptions.change(tx, known.id(), list, state, cause);
                suppressIfSo(person, state);
                told.of(person, Importer.Outcome.CHANGED, Optional.empty());
            }
            case Transition.Same() ->
                told.of(person, details ? Importer.Outcome.CHANGED : Importer.Outcome.UNCHANGED, Optional.empty());
            case Transition.Kept(State because) ->
                tell(
                        person,
                        Importer.Outcome.GONE,
                        "import-" + because.word(),
                        "stays as it was: " + because.word()
                                + (because == State.SUPPRESSED ? "" : " (--reactivate, if they have asked again)"));
        }
    }

    private void suppressIfSo(Entry.Person person, State state) throws SQLException {
        if (state == State.SUPPRESSED) {
            suppressions.add(person.address(), cause);
        }
    }

    /// What the file says stands over what was known; what it does not say stays.
    private boolean updateDetails(Entry.Person person, Known known) throws SQLException {
        String name = person.name().isEmpty() ? known.name() : person.name();
        String language = person.language().isEmpty() ? known.language() : person.language();
        String attributes = person.attributes().values().isEmpty()
                ? known.attributes()
                : Attributes.parse(known.attributes()).with(person.attributes()).json();
        if (name.equals(known.name()) && language.equals(known.language()) && attributes.equals(known.attributes())) {
            return false;
        }
        tx.update(Sql.of(UPDATE_PERSON, name, language, attributes, known.id()));
        return true;
    }

    private void tell(Entry.Person person, Importer.Outcome outcome, String code, String words) {
        told.of(person, outcome, Optional.of(new Entry.Remark(code, words)));
    }
}
