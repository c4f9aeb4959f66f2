package octavo.delivery.campaign;

import java.sql.SQLException;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Transaction;

/// What a sender holds it holds for a while, and goes on holding by saying so. A sender that died or was stopped says
/// nothing, and what it held is free again when its time is over: what it had only claimed can be sent by another, and
/// what it was attempting is in doubt.
public final class Leases {
    /// In milliseconds: long enough for a database that is restarted.
    public static final long LEASE = 60_000;

    private Leases() {}

    /// Takes back what is held no longer.
    ///
    /// @param alone whether no sender can be alive, so that nothing is held any more
    /// @return how many deliveries were taken back
    public static int settle(Transaction tx, long campaign, boolean alone) throws SQLException {
        int doubts = tx.update(Sql.of(
                "UPDATE delivery SET state = 'IN_DOUBT', changed = {now}, attempts = attempts + 1,"
                        + " reply = 'the sender ended before it heard an answer'" + over("ATTEMPTING", alone),
                campaign,
                campaign));
        int free = tx.update(Sql.of(
                "UPDATE delivery SET state = " + BACK + ", changed = {now}, lease_until = NULL"
                        + over("CLAIMED", alone),
                campaign,
                campaign,
                campaign));
        return doubts + free;
    }

    /// What another transaction is writing at this moment is held by somebody alive: to wait for it could have both
    /// wait for each other. In these words SQLite sees that the index of what is held will do; else it reads the
    /// whole campaign.
    private static String over(String state, boolean alone) {
        String these = " WHERE campaign = ? AND state = '" + state + "' AND ";
        return these + "subscriber IN (SELECT subscriber FROM delivery" + these
                + "state IN ('CLAIMED', 'ATTEMPTING') AND lease_until " + (alone ? ">= 0" : "<= {now}")
                + " {skip locked})";
    }

    /// What becomes of a delivery that is not sent now: it waits, unless its campaign (the first parameter) was
    /// cancelled meanwhile.
    public static final String BACK =
            "CASE WHEN (SELECT c.state FROM campaign c WHERE c.id = ?) = 'CANCELLED' THEN 'CANCELLED' ELSE 'PENDING' END";
}
