package octavo.delivery.campaign;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Transaction;
import octavo.model.OctavoException;

/// Doubts, and their end: always by an operator, never by themselves.
final class Doubts {
    /// RFC 5321, section 4.5.3.2.6, has a server answer within ten minutes.
    private static final Duration SETTLED = Duration.ofMinutes(15);

    private Doubts() {}

    static List<Doubt> list(Transaction tx, long campaign) throws SQLException {
        return tx.list(
                Sql.of(
                        "SELECT d.subscriber, coalesce(s.email, ''), coalesce(d.message_id, ''), d.changed,"
                                + " coalesce(d.reply, '') FROM delivery d LEFT JOIN subscriber s ON s.id = d.subscriber"
                                + " WHERE d.campaign = ? AND d.state = 'IN_DOUBT' ORDER BY d.changed, d.subscriber",
                        campaign),
                row -> new Doubt(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4)),
                        row.getString(5)));
    }

    static int resolve(Transaction tx, Campaign campaign, Predicate<Doubt> which, Resolution how) throws SQLException {
        List<Doubt> chosen = list(tx, campaign.id()).stream().filter(which).toList();
        if (how == Resolution.RESEND && !chosen.isEmpty()) {
            refuseToSend(tx, campaign, chosen);
        }
        int changed = 0;
        for (Doubt doubt : chosen) {
            changed += tx.update(change(campaign.id(), doubt, how));
        }
        return changed;
    }

    /// The fence goes up, so that a sender that comes back to life changes nothing any more.
    private static Sql change(long campaign, Doubt doubt, Resolution how) {
        String set = switch (how) {
            case DELIVERED -> "state = 'ACCEPTED', reply = 'delivered, by the operator''s word'";
            case FAILED -> "state = 'REJECTED', reply = 'not delivered, by the operator''s word'";
            case RESEND -> "state = 'PENDING', next_at = 0, attempts = 0, reply = 'sent again by the operator''s wish'";
        };
        return Sql.of(
                "UPDATE delivery SET " + set + ", fence = fence + 1, changed = {now}"
                        + " WHERE campaign = ? AND subscriber = ? AND state = 'IN_DOUBT'",
                campaign,
                doubt.subscriber());
    }

    private static void refuseToSend(Transaction tx, Campaign campaign, List<Doubt> chosen) throws SQLException {
        if (campaign.state() == Campaign.Stage.CANCELLED) {
            throw new OctavoException("Campaign " + campaign.id() + " was cancelled; nothing of it is sent again.");
        }
        Instant settled =
                Instant.ofEpochMilli(tx.number(Sql.of("SELECT {now}"))).minus(SETTLED);
        Optional<Doubt> young =
                chosen.stream().filter(doubt -> doubt.since().isAfter(settled)).findFirst();
        if (young.isPresent()) {
            throw new OctavoException("The message to " + young.get().email() + " is in doubt since "
                    + young.get().since() + " only; a server may take its time. Try again "
                    + SETTLED.toMinutes() + " minutes after that.");
        }
        if (campaign.state() == Campaign.Stage.FINISHED) {
            tx.update(Sql.of(
                    "UPDATE campaign SET state = 'PAUSED', finished = NULL, cause = ? WHERE id = ?",
                    "doubts are to be sent again",
                    campaign.id()));
        }
    }
}
