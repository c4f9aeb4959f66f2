package octavo.delivery.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Step;
import octavo.delivery.sink.FaultSink;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Store;

/// What must be true of a journal and the sink that its messages went to, whatever happened between them.
final class Invariants {
    private Invariants() {}

    private record Row(String email, Step step) {}

    /// Nobody more than once; accepted means once; pending, refused and the like mean not at all; in doubt means once
    /// or
    /// not at all; nobody is forgotten.
    static void hold(Store store, long campaign, FaultSink sink, int people) {
        Map<String, List<FaultSink.Received>> ledger = sink.ledger();
        List<Row> rows = store.read(tx -> tx.list(
                Sql.of(
                        "SELECT s.email, d.state FROM delivery d JOIN subscriber s ON s.id = d.subscriber"
                                + " WHERE d.campaign = ?",
                        campaign),
                row -> new Row(row.getString(1), Step.valueOf(row.getString(2)))));
        assertThat(rows).hasSize(people);
        List<String> wrong = new ArrayList<>();
        for (Row row : rows) {
            int copies = ledger.getOrDefault(row.email(), List.of()).size();
            boolean right = switch (row.step()) {
                case ACCEPTED -> copies == 1;
                case IN_DOUBT, ATTEMPTING -> copies <= 1;
                case PENDING, CLAIMED, REJECTED, EXPIRED, CANCELLED -> copies == 0;
            };
            if (!right) {
                wrong.add(row + " has " + copies + " copies");
            }
        }
        assertThat(wrong).isEmpty();
        Counts counts = new Campaigns(store).counts(campaign);
        assertThat(counts.total()).isEqualTo(people);
        assertThat(new Campaigns(store).get(campaign).total()).isEqualTo(people);
    }
}
