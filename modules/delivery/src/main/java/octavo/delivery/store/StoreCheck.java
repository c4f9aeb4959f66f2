package octavo.delivery.store;

import java.util.ArrayList;
import java.util.List;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Location;

/// `octavo store check`: whether the database is whole, and what is in it agrees.
public final class StoreCheck {
    /// Findings of one kind that are told.
    private static final int FEW = 10;

    private StoreCheck() {}

    /// @param people how many the store knows
    /// @param campaigns how many were started
    public record Found(int schema, long people, long suppressed, long campaigns, long deliveries) {}

    /// @param diagnostics told what is wrong
    public static Found of(Store store, Diagnostics diagnostics) {
        if (store.address() instanceof StoreAddress.InFile(var file) && OwnerOnly.isOpen(file)) {
            diagnostics.report(Diagnostic.warning(
                    Location.of(file.toString()),
                    "store-open",
                    "everybody on this machine can read the addresses in it; chmod 600 it"));
        }
        return store.read(tx -> {
            List<String> wrong = new ArrayList<>();
            if (tx.dialect() instanceof SqliteDialect) {
                tx.each(Sql.of("PRAGMA integrity_check(" + FEW + ")"), row -> {
                    if (!row.getString(1).equals("ok")) {
                        wrong.add("the database is damaged: " + row.getString(1)
                                + "; put the latest backup in its place");
                    }
                });
                tx.each(
                        Sql.of("PRAGMA foreign_key_check"),
                        row -> wrong.add("a row of " + row.getString(1) + " belongs to none of " + row.getString(3)));
            }
            tx.each(
                    Sql.of("SELECT c.id, c.issue, c.total, count(d.campaign) FROM campaign c"
                            + " LEFT JOIN delivery d ON d.campaign = c.id GROUP BY c.id, c.issue, c.total"
                            + " HAVING c.total <> count(d.campaign)"),
                    row -> wrong.add("campaign " + row.getLong(1) + " (" + row.getString(2) + ") was frozen with "
                            + row.getLong(3) + " recipients and has " + row.getLong(4)));
            tx.each(
                    Sql.of("SELECT s.email FROM subscriber s LEFT JOIN subscription n ON n.subscriber = s.id"
                            + " WHERE n.subscriber IS NULL LIMIT " + FEW),
                    row -> wrong.add(row.getString(1) + " is on no list; remove --erase forgets them"));
            wrong.stream()
                    .limit(FEW)
                    .forEach(words -> diagnostics.report(
                            Diagnostic.error(Location.of(store.address().shown()), "store-check", words)));
            return new Found(
                    Migrations.version(tx, store.address().shown()),
                    tx.number(Sql.of("SELECT count(*) FROM subscriber")),
                    tx.number(Sql.of("SELECT count(*) FROM suppression")),
                    tx.number(Sql.of("SELECT count(*) FROM campaign")),
                    tx.number(Sql.of("SELECT count(*) FROM delivery")));
        });
    }
}
