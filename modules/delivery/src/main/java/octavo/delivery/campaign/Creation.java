package octavo.delivery.campaign;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Transaction;
import octavo.model.OctavoException;

/// How a campaign comes into the store, with everything that is fixed from then on: its messages, its recipients,
/// and why the others are none.
final class Creation {
    private Creation() {}

    /// @return the number of the campaign
    /// @throws OctavoException where nobody would get it
    static long of(Transaction tx, Draft draft, Recipients recipients, Plan shown) throws SQLException {
        long id = tx.first(
                        Sql.of(
                                "INSERT INTO campaign (issue, list, chosen, state, total, created, title, starts, signatures)"
                                        + " VALUES (?, ?, ?, 'READY', ?, {now}, ?, ?, ?) RETURNING id",
                                draft.issue(),
                                recipients.list(),
                                draft.audience().words(),
                                shown.total(),
                                draft.title(),
                                draft.starts().toEpochMilli(),
                                String.join("\n", draft.signatures())),
                        row -> row.getLong(1))
                .orElseThrow();
        for (Content content : draft.contents()) {
            tx.update(Sql.of(
                    "INSERT INTO content (campaign, language, subject, template) VALUES (?, ?, ?, ?)",
                    id,
                    content.language().tag(),
                    content.subject(),
                    content.template().kept()));
        }
        long frozen = recipients.freeze(id);
        if (frozen == 0) {
            throw new OctavoException(
                    "Nobody on the list " + draft.audience().list() + " would get it, so there is nothing to send.");
        }
        boolean asShown = frozen == shown.total() && recipients.isAsPlanned(shown);
        Plan plan = asShown ? shown : recipients.plan();
        if (frozen != plan.total()) {
            throw new OctavoException("The list " + draft.audience().list()
                    + " changed in this very moment, so nothing was begun; run this again.");
        }
        tx.update(Sql.of("UPDATE campaign SET total = ? WHERE id = ?", frozen, id));
        for (Map.Entry<String, Long> reason : plan.excluded().entrySet()) {
            tx.update(Sql.of(
                    "INSERT INTO exclusion (campaign, reason, people) VALUES (?, ?, ?)",
                    id,
                    reason.getKey(),
                    reason.getValue()));
        }
        return id;
    }

    /// @throws OctavoException where the list has a campaign of the issue already
    static void refuseSecond(Transaction tx, Draft draft, long list) throws SQLException {
        if (draft.missing()) {
            return;
        }
        Optional<Campaign> other = tx.first(
                Sql.of(
                        Campaigns.COLUMNS
                                + " WHERE c.issue = ? AND c.list = ? AND c.state <> 'CANCELLED' ORDER BY c.id DESC LIMIT 1",
                        draft.issue(),
                        list),
                Campaigns::campaign);
        if (other.isEmpty()) {
            return;
        }
        Campaign there = other.get();
        String what = "There is a campaign of " + draft.issue() + " to the list " + there.list() + " already: number "
                + there.id() + ", " + there.state().word() + ", " + there.total() + " recipients. ";
        throw new OctavoException(what
                + switch (there.state()) {
                    case FINISHED, CANCELLED -> "--missing sends it to those who did not get it.";
                    case PAUSED -> "'octavo campaigns resume " + there.id() + "' goes on with it.";
                    case READY, RUNNING ->
                        "'octavo campaigns show " + there.id() + "' tells how far it is, and 'octavo send --join "
                                + there.id() + "' goes on with it where nobody sends it.";
                });
    }
}
