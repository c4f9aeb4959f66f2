package octavo.delivery.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import octavo.delivery.campaign.Campaign.Stage;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Store;
import octavo.delivery.store.Transaction;
import octavo.email.MessageTemplate;
import octavo.model.Language;
import octavo.model.OctavoException;

/// The campaigns of a store: made, watched, halted. Sending them is [octavo.delivery.send.Sender]'s work.
public final class Campaigns {
    static final String COLUMNS = "SELECT c.id, c.issue, c.title, l.name, c.chosen, c.state, c.total, c.created,"
            + " c.starts, c.started, c.finished, c.cause, c.signatures FROM campaign c JOIN list l ON l.id = c.list";

    private final Store store;

    public Campaigns(Store store) {
        this.store = store;
    }

    /// The database's clock: those of several machines differ.
    public Instant now() {
        return store.read(tx -> Instant.ofEpochMilli(tx.number(Sql.of("SELECT {now}"))));
    }

    /// Who would get it; nothing is changed.
    ///
    /// @throws OctavoException where it cannot be sent
    public Plan plan(Draft draft) {
        return store.read(tx -> {
            Recipients recipients = new Recipients(tx, draft);
            Creation.refuseSecond(tx, draft, recipients.list());
            return recipients.plan();
        });
    }

    /// Makes a campaign that nobody was shown the plan of.
    ///
    /// @throws OctavoException where it cannot be sent, or nobody would get it
    public Campaign create(Draft draft) {
        return create(draft, plan(draft));
    }

    /// Makes a campaign, and freezes who gets it. Of two operators who do so at once, one is refused.
    ///
    /// @param shown the plan that the operator has seen. Where as many people are frozen now, of a list of as many,
    ///     the others' reasons are not counted a second time, which takes its time with a million.
    /// @throws OctavoException where it cannot be sent, or nobody would get it
    public Campaign create(Draft draft, Plan shown) {
        Tokens.of(store);
        long id = store.write(tx -> {
            tx.dialect().lockSubscribers(tx);
            Recipients recipients = new Recipients(tx, draft);
            Creation.refuseSecond(tx, draft, recipients.list());
            return Creation.of(tx, draft, recipients, shown);
        });
        return get(id);
    }

    /// All of them, the newest first.
    public List<Campaign> list() {
        return store.read(tx -> tx.list(Sql.of(COLUMNS + " ORDER BY c.id DESC"), Campaigns::campaign));
    }

    /// @throws OctavoException where there is none of this number
    public Campaign get(long id) {
        return store.read(tx -> get(tx, id));
    }

    private static Campaign get(Transaction tx, long id) throws SQLException {
        return tx.first(Sql.of(COLUMNS + " WHERE c.id = ?", id), Campaigns::campaign)
                .orElseThrow(() -> new OctavoException(
                        "There is no campaign " + id + "; 'octavo campaigns list' shows those there are."));
    }

    static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Stage.valueOf(row.getString(6)),
                row.getLong(7),
                Instant.ofEpochMilli(row.getLong(8)),
                Instant.ofEpochMilli(row.getLong(9)),
                moment(row, 10),
                moment(row, 11),
                row.getString(13).lines().toList(),
                row.getString(12));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    /// How many of its deliveries are in which state.
    public Counts counts(long id) {
        settle(id);
        return store.read(tx -> counts(tx, id));
    }

    static Counts counts(Transaction tx, long id) throws SQLException {
        Map<Step, Long> states = new EnumMap<>(Step.class);
        tx.each(
                Sql.of("SELECT state, count(*) FROM delivery WHERE campaign = ? GROUP BY state", id),
                row -> states.put(Step.valueOf(row.getString(1)), row.getLong(2)));
        return new Counts(states);
    }

    /// Whoever looks at a campaign that nobody sends sees what its last sender left.
    private void settle(long id) {
        String held =
                " FROM delivery WHERE campaign = ? AND state IN ('CLAIMED', 'ATTEMPTING') AND lease_until <= {now}";
        boolean some = store.read(tx ->
                tx.first(Sql.of("SELECT 1" + held + " LIMIT 1", id), _ -> true).isPresent());
        if (some) {
            store.write(tx -> Leases.settle(tx, id, false));
        }
    }

    /// The finished messages of a campaign.
    public List<Content> contents(long id) {
        return store.read(tx -> tx.list(
                Sql.of("SELECT language, subject, template FROM content WHERE campaign = ? ORDER BY language", id),
                row -> new Content(
                        new Language(row.getString(1)), row.getString(2), MessageTemplate.of(row.getBytes(3)))));
    }

    /// The number of the list that a campaign goes to.
    public long listOf(long id) {
        return store.read(tx -> tx.number(Sql.of("SELECT list FROM campaign WHERE id = ?", id)));
    }

    /// Has it stand still: its senders finish what they have begun, and end.
    ///
    /// @param cause in words for the operator
    public Campaign pause(long id, String cause) {
        return store.write(tx -> change(tx, id, "be paused", "PAUSED", cause, Stage.READY, Stage.RUNNING));
    }

    /// Lets it go on; somebody has to send it.
    public Campaign resume(long id) {
        return store.write(tx -> {
            boolean begun = get(tx, id).started().isPresent();
            return change(tx, id, "go on", begun ? "RUNNING" : "READY", "", Stage.PAUSED);
        });
    }

    /// Begins it, or joins those who have.
    public Campaign begin(long id) {
        store.write(tx -> tx.update(
                Sql.of("UPDATE campaign SET state = 'RUNNING', started = {now} WHERE id = ? AND state = 'READY'", id)));
        return get(id);
    }

    /// Ends it where nothing is left.
    ///
    /// @return whether it is finished
    public boolean finish(long id) {
        return store.write(tx -> {
            tx.update(Sql.of(
                    "UPDATE campaign SET state = 'FINISHED', finished = {now} WHERE id = ? AND state = 'RUNNING'"
                            + " AND NOT EXISTS (SELECT 1 FROM delivery WHERE campaign = ? AND state = 'PENDING')"
                            + " AND NOT EXISTS (SELECT 1 FROM delivery WHERE campaign = ?"
                            + " AND state IN ('CLAIMED', 'ATTEMPTING') AND lease_until >= 0)",
                    id,
                    id,
                    id));
            return get(tx, id).state() == Stage.FINISHED;
        });
    }

    /// Ends it: whoever has no message yet gets none.
    public Campaign cancel(long id) {
        return store.write(tx -> {
            Campaign cancelled =
                    change(tx, id, "be cancelled", "CANCELLED", "", Stage.READY, Stage.RUNNING, Stage.PAUSED);
            tx.update(Sql.of("UPDATE campaign SET finished = {now} WHERE id = ?", id));
            tx.update(Sql.of(
                    "UPDATE delivery SET state = 'CANCELLED', changed = {now}, reply = 'the campaign was cancelled'"
                            + " WHERE campaign = ? AND state = 'PENDING'",
                    id));
            return cancelled;
        });
    }

    private static Campaign change(Transaction tx, long id, String what, String to, String cause, Stage... from)
            throws SQLException {
        List<Object> values = new ArrayList<>(List.of(to, cause, id));
        Stream.of(from).map(Stage::name).forEach(values::add);
        Campaign before = get(tx, id);
        int changed = tx.update(new Sql(
                "UPDATE campaign SET state = ?, cause = ? WHERE id = ? AND state IN (" + Sql.marks(from.length) + ")",
                values));
        if (changed == 0) {
            throw new OctavoException("Campaign " + id + " is " + before.state().word() + " and cannot " + what + ".");
        }
        return get(tx, id);
    }

    /// Those of whom nobody knows.
    public List<Doubt> doubts(long id) {
        get(id);
        settle(id);
        return store.read(tx -> Doubts.list(tx, id));
    }

    /// Says what was found out about some doubts.
    ///
    /// @return how many
    /// @throws OctavoException where one would be sent again that is too young, or the campaign was cancelled
    public int resolve(long id, Predicate<Doubt> which, Resolution how) {
        return store.write(tx -> Doubts.resolve(tx, get(tx, id), which, how));
    }

    public Report report(long id) {
        get(id);
        settle(id);
        return store.read(tx -> new Reports(tx).of(get(tx, id)));
    }
}
