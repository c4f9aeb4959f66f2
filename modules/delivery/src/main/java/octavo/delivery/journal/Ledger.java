package octavo.delivery.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import octavo.delivery.State;
import octavo.delivery.campaign.Leases;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Store;
import octavo.delivery.store.Transaction;
import octavo.delivery.subscriber.Subscriptions;

/// The transitions of a campaign's deliveries (see [octavo.delivery.campaign.Step]) for one sender. All times are the
/// database's.
public final class Ledger {
    private static final long DAY = 86_400_000;

    /// Only what this sender holds by its latest claim. A delivery that others have found in doubt meanwhile is still
    /// told the truth, if this sender heard it after all.
    private static final String MINE = " WHERE campaign = ? AND subscriber = ? AND owner = ? AND fence = ?";

    private static final String DECIDED = "UPDATE delivery SET state = ?, attempts = attempts + 1, reply = ?,"
            + " changed = {now}, lease_until = NULL" + MINE + " AND state IN ('CLAIMED', 'ATTEMPTING', 'IN_DOUBT')";

    private static final String CLAIM = "WITH due AS MATERIALIZED (SELECT subscriber FROM delivery WHERE campaign = ?"
            + " AND state = 'PENDING' AND next_at <= {now} ORDER BY next_at, subscriber LIMIT ? {skip locked})"
            + " UPDATE delivery SET state = 'CLAIMED', owner = ?, fence = fence + 1, lease_until = {now} + "
            + Leases.LEASE + ", changed = {now} WHERE campaign = ? AND state = 'PENDING'"
            + " AND subscriber IN (SELECT subscriber FROM due) RETURNING subscriber, fence, language, attempts";

    private final Store store;
    private final long campaign;
    private final long list;
    private final String owner;
    private final OptionalLong perDay;

    /// @param owner this sender, unlike any other
    /// @param perDay how many messages may be begun on one day (UTC), by all senders together
    public Ledger(Store store, long campaign, long list, String owner, OptionalLong perDay) {
        this.store = store;
        this.campaign = campaign;
        this.list = list;
        this.owner = owner;
        this.perDay = perDay;
    }

    /// What was claimed.
    ///
    /// @param left how many of those that were due have left the list meanwhile, and get nothing
    /// @param dayIsFull whether no more were claimed because of the number for a day
    public record Batch(List<Claim> claims, int left, boolean dayIsFull) {}

    /// Claims recipients who are due.
    public Batch claim(int most) {
        return store.write(tx -> {
            long room = perDay.isPresent() ? Math.min(most, roomToday(tx)) : most;
            if (room <= 0) {
                return new Batch(List.of(), 0, true);
            }
            Map<Long, Claim> claimed = new LinkedHashMap<>();
            tx.each(
                    Sql.of(CLAIM, campaign, room, owner, campaign),
                    row -> claimed.put(
                            row.getLong(1),
                            new Claim(row.getLong(1), row.getLong(2), row.getString(3), row.getInt(4), "", "")));
            return named(tx, claimed);
        });
    }

    /// With addresses and names; who has left since the list was frozen is left out.
    private Batch named(Transaction tx, Map<Long, Claim> claimed) throws SQLException {
        if (claimed.isEmpty()) {
            return new Batch(List.of(), 0, false);
        }
        List<Claim> claims = new ArrayList<>();
        Map<Long, Claim> gone = new LinkedHashMap<>(claimed);
        List<Object> values = new ArrayList<>(List.of(list));
        values.addAll(claimed.keySet());
        tx.each(
                new Sql(
                        "SELECT s.id, s.email, s.name FROM subscription n JOIN subscriber s ON s.id = n.subscriber"
                                + " WHERE n.list = ? AND n.state = 'active' AND s.id IN (" + Sql.marks(claimed.size())
                                + ")",
                        values),
                row -> {
                    Claim claim = gone.remove(row.getLong(1));
                    if (claim != null) {
                        claims.add(with(claim, row.getString(2), row.getString(3)));
                    }
                });
        if (!gone.isEmpty()) {
            List<Object[]> rows = gone.keySet().stream()
                    .map(subscriber -> new Object[] {campaign, subscriber})
                    .toList();
            tx.updates(
                    "UPDATE delivery SET state = 'CANCELLED', changed = {now}, lease_until = NULL,"
                            + " reply = 'has left the list since the campaign was made'"
                            + " WHERE campaign = ? AND subscriber = ? AND state = 'CLAIMED'",
                    rows);
        }
        return new Batch(claims, gone.size(), false);
    }

    private static Claim with(Claim claim, String email, String name) {
        return new Claim(claim.subscriber(), claim.fence(), claim.language(), claim.tries(), email, name);
    }

    /// The day's row is locked by its change, so that two senders do not both take the last place.
    private long roomToday(Transaction tx) throws SQLException {
        long today = tx.number(Sql.of("SELECT {now}")) / DAY;
        tx.update(Sql.of(
                "INSERT INTO day (day, begun) VALUES (?, 0) ON CONFLICT (day) DO UPDATE SET begun = day.begun", today));
        long begun = tx.number(Sql.of("SELECT begun FROM day WHERE day = ?", today));
        long claimed = tx.number(Sql.of("SELECT coalesce(sum(CASE WHEN state = 'CLAIMED' THEN 1 ELSE 0 END), 0)"
                + " FROM delivery WHERE state IN ('CLAIMED', 'ATTEMPTING')"));
        return perDay.orElseThrow() - begun - claimed;
    }

    /// Goes on holding what this sender holds.
    public void renew() {
        store.write(tx -> tx.update(Sql.of(
                "UPDATE delivery SET lease_until = {now} + " + Leases.LEASE + " WHERE campaign = ?"
                        + " AND state IN ('CLAIMED', 'ATTEMPTING') AND owner = ? AND lease_until > {now}",
                campaign,
                owner)));
    }

    /// Takes back what dead senders held.
    ///
    /// @param alone whether no other sender can be alive
    /// @return how many deliveries
    public int settle(boolean alone) {
        return store.write(tx -> Leases.settle(tx, campaign, alone));
    }

    /// How long until something waits to be tried again, in milliseconds; empty where nothing does.
    public OptionalLong nextTry() {
        return store.read(tx -> tx.first(
                        Sql.of(
                                "SELECT next_at - {now} FROM delivery WHERE campaign = ? AND state = 'PENDING'"
                                        + " ORDER BY next_at LIMIT 1",
                                campaign),
                        row -> OptionalLong.of(Math.max(0, row.getLong(1))))
                .orElse(OptionalLong.empty()));
    }

    /// Writes entries down, all in one transaction.
    ///
    /// @return for each whether this sender still held the delivery, so that the entry counts
    List<Boolean> write(List<Entry> entries) {
        return store.write(tx -> {
            Map<String, List<Object[]>> rows = new LinkedHashMap<>();
            Map<String, List<Integer>> places = new HashMap<>();
            for (int i = 0; i < entries.size(); i++) {
                Sql change = change(entries.get(i));
                rows.computeIfAbsent(change.text(), _ -> new ArrayList<>())
                        .add(change.values().toArray());
                places.computeIfAbsent(change.text(), _ -> new ArrayList<>()).add(i);
            }
            boolean[] counts = new boolean[entries.size()];
            for (Map.Entry<String, List<Object[]>> same : rows.entrySet()) {
                int[] changed = tx.updates(same.getKey(), same.getValue());
                List<Integer> at = places.getOrDefault(same.getKey(), List.of());
                for (int i = 0; i < changed.length; i++) {
                    counts[at.get(i)] = changed[i] > 0;
                }
            }
            List<Boolean> result = new ArrayList<>();
            int begun = 0;
            for (int i = 0; i < counts.length; i++) {
                result.add(counts[i]);
                begun += counts[i] && entries.get(i) instanceof Entry.Attempt ? 1 : 0;
                if (counts[i]
                        && entries.get(i) instanceof Entry.Rejected(Claim claim, String reply, boolean bounced)
                        && bounced) {
                    Subscriptions.change(
                            tx, claim.subscriber(), list, State.BOUNCED, "campaign " + campaign + ": " + reply);
                }
            }
            if (begun > 0 && perDay.isPresent()) {
                count(tx, begun);
            }
            return result;
        });
    }

    private static void count(Transaction tx, int begun) throws SQLException {
        tx.update(Sql.of(
                "INSERT INTO day (day, begun) VALUES ({now} / " + DAY + ", ?)"
                        + " ON CONFLICT (day) DO UPDATE SET begun = day.begun + excluded.begun",
                (long) begun));
    }

    private Sql change(Entry entry) {
        Claim claim = entry.claim();
        return switch (entry) {
            // Also where it is written a second time, after a commit of which nobody knows whether it went through.
            case Entry.Attempt(var _, String messageId) ->
                Sql.of(
                        "UPDATE delivery SET state = 'ATTEMPTING', message_id = ?, changed = {now}, lease_until = {now} + "
                                + Leases.LEASE + MINE
                                + " AND state IN ('CLAIMED', 'ATTEMPTING') AND lease_until > {now}",
                        messageId,
                        campaign,
                        claim.subscriber(),
                        owner,
                        claim.fence());
            case Entry.Accepted(var _, String reply) -> decided("ACCEPTED", claim, reply);
            case Entry.Rejected(var _, String reply, var _) -> decided("REJECTED", claim, reply);
            case Entry.Expired(var _, String reply) -> decided("EXPIRED", claim, reply);
            case Entry.Doubtful(var _, String why) -> decided("IN_DOUBT", claim, why);
            case Entry.Deferred(var _, String reply, var pause) ->
                Sql.of(
                        "UPDATE delivery SET state = " + Leases.BACK + ", attempts = attempts + 1, reply = ?,"
                                + " next_at = {now} + ?, changed = {now}, lease_until = NULL" + MINE
                                + " AND state IN ('CLAIMED', 'ATTEMPTING', 'IN_DOUBT')",
                        campaign,
                        reply,
                        pause.toMillis(),
                        campaign,
                        claim.subscriber(),
                        owner,
                        claim.fence());
            case Entry.Released(var _, var pause) ->
                Sql.of(
                        "UPDATE delivery SET state = " + Leases.BACK
                                + ", next_at = {now} + ?, changed = {now}, lease_until = NULL" + MINE
                                + " AND state = 'CLAIMED'",
                        campaign,
                        pause.toMillis(),
                        campaign,
                        claim.subscriber(),
                        owner,
                        claim.fence());
        };
    }

    private Sql decided(String state, Claim claim, String reply) {
        return Sql.of(DECIDED, state, reply, campaign, claim.subscriber(), owner, claim.fence());
    }
}
