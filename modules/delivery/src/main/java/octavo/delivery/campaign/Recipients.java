package octavo.delivery.campaign;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.delivery.State;
import octavo.delivery.filter.FilterSql;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Transaction;
import octavo.delivery.subscriber.Audience;
import octavo.delivery.subscriber.Lists;
import octavo.model.Language;

/// Everybody on a list, each with the edition they get or the reason why they get none.
final class Recipients {
    /// Whoever is in one of these has the issue or may still get it.
    private static final String HAS = "('PENDING', 'CLAIMED', 'ATTEMPTING', 'ACCEPTED', 'IN_DOUBT')";

    private static final String HAS_IT = "has it already";
    private static final String BY_ANOTHER_LIST = "gets it by another list";
    private static final String NOT_CHOSEN = "not chosen by the filter";
    private static final String NO_EDITION = "no edition in their language";
    private static final String BEYOND_LIMIT = "beyond the limit";

    private final Transaction tx;
    private final Draft draft;
    private final long list;
    private final Sql everybody;

    Recipients(Transaction tx, Draft draft) throws SQLException {
        this.tx = tx;
        this.draft = draft;
        this.list = Lists.find(tx, draft.audience().list());
        this.everybody = everybody();
    }

    /// The list's number.
    long list() {
        return list;
    }

    /// Whether the list is as it was when a plan was made: nobody has come, gone, or been put into another state.
    boolean isAsPlanned(Plan plan) throws SQLException {
        return tx.first(
                        Sql.of("SELECT count(*), coalesce(max(changed), 0) FROM subscription WHERE list = ?", list),
                        row -> row.getLong(1) == plan.onList()
                                && row.getLong(2) < plan.asOf().toEpochMilli())
                .orElse(false);
    }

    Plan plan() throws SQLException {
        Instant asOf = Instant.ofEpochMilli(tx.number(Sql.of("SELECT {now}")));
        Map<Language, Long> recipients = new HashMap<>();
        Map<String, Long> excluded = new HashMap<>();
        long[] all = new long[1];
        tx.each(
                Sql.of("SELECT reason, edition, count(*) FROM (")
                        .with(everybody)
                        .with(Sql.of(") people GROUP BY reason, edition")),
                row -> {
                    long count = row.getLong(3);
                    all[0] += count;
                    if (row.getString(1).isEmpty()) {
                        recipients.put(new Language(row.getString(2)), count);
                    } else {
                        excluded.merge(words(row.getString(1)), count, Long::sum);
                    }
                });
        long total = recipients.values().stream().mapToLong(Long::longValue).sum();
        long limit = draft.limit().orElse(Long.MAX_VALUE);
        if (total > limit) {
            recipients.clear();
            recipients.putAll(limited(limit));
            excluded.put(BEYOND_LIMIT, total - limit);
        }
        return new Plan(all[0], mostFirst(recipients), mostFirst(excluded), asOf);
    }

    private Map<Language, Long> limited(long limit) throws SQLException {
        Map<Language, Long> found = new HashMap<>();
        tx.each(
                Sql.of("SELECT edition, count(*) FROM (SELECT edition FROM (")
                        .with(everybody)
                        .with(Sql.of(
                                ") people WHERE reason = '' ORDER BY subscriber LIMIT ?) first GROUP BY edition",
                                limit)),
                row -> found.put(new Language(row.getString(1)), row.getLong(2)));
        return found;
    }

    /// Freezes them: from now on they are the campaign's, whatever becomes of the list.
    long freeze(long campaign) throws SQLException {
        Sql insert = Sql.of("INSERT INTO delivery (campaign, subscriber, language, state, changed) SELECT")
                .with(Sql.of(campaign + ", subscriber, edition, 'PENDING', {now} FROM ("))
                .with(everybody)
                .with(Sql.of(") people WHERE reason = '' ORDER BY subscriber"));
        return tx.update(
                draft.limit().isPresent()
                        ? insert.with(Sql.of("LIMIT ?", draft.limit().getAsLong()))
                        : insert);
    }

    private Sql everybody() throws SQLException {
        Sql edition = Editions.of(draft).chosen();
        return Sql.of("SELECT subscriber, edition, CASE WHEN reason = '' AND edition = '' THEN '" + NO_EDITION
                        + "' ELSE reason END AS reason FROM (SELECT n.subscriber AS subscriber,")
                .with(edition)
                .with(Sql.of("AS edition, CASE WHEN n.state <> 'active' THEN n.state"))
                .with(whoHasIt())
                .with(filter())
                .with(Sql.of(
                        "ELSE '' END AS reason FROM subscription n JOIN subscriber s ON s.id = n.subscriber"
                                + " WHERE n.list = ?) one",
                        list));
    }

    /// The campaigns of an issue are few, and each is asked by its key.
    private Sql whoHasIt() throws SQLException {
        List<Sql> cases = new ArrayList<>();
        tx.each(Sql.of("SELECT id, list FROM campaign WHERE issue = ? ORDER BY id", draft.issue()), row -> {
            String reason = row.getLong(2) == list ? HAS_IT : BY_ANOTHER_LIST;
            cases.add(Sql.of(
                    "WHEN EXISTS (SELECT 1 FROM delivery d WHERE d.campaign = ? AND d.subscriber = n.subscriber"
                            + " AND d.state IN " + HAS + ") THEN '" + reason + "'",
                    row.getLong(1)));
        });
        return Sql.joined(" ", cases);
    }

    private Sql filter() throws SQLException {
        Audience audience = draft.audience();
        if (audience.filter().isEmpty()) {
            return Sql.of("");
        }
        // Refuses a filter by an attribute that nobody has.
        audience.from(tx);
        return Sql.of("WHEN NOT")
                .with(new FilterSql(tx.dialect()).of(audience.filter().get()))
                .with(Sql.of("THEN '" + NOT_CHOSEN + "'"));
    }

    private static String words(String reason) {
        Optional<State> state = State.of(reason);
        return state.map(State::word)
                .filter(word -> !word.equals(State.PENDING.word()))
                .orElse(state.isPresent() ? "waits for confirmation" : reason);
    }

    private static <K> Map<K, Long> mostFirst(Map<K, Long> counts) {
        Map<K, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<K, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().toString()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
