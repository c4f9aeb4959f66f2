package octavo.delivery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import octavo.delivery.Crowd;
import octavo.delivery.Databases;
import octavo.delivery.Letter;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Step;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Store;
import octavo.delivery.subscriber.Audience;
import octavo.model.OctavoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final int PEOPLE = 40;

    @TempDir
    Path folder = Path.of("");

    private Store store() throws IOException {
        Store store = Store.openOrCreate(Databases.SQLITE.fresh(folder));
        Crowd.of(store, folder, PEOPLE);
        return store;
    }

    private static Ledger ledger(Store store, long campaign) {
        return new Ledger(store, campaign, new Campaigns(store).listOf(campaign), "me", OptionalLong.empty());
    }

    private static long campaign(Store store) {
        return new Campaigns(store)
                .create(Letter.draft(Audience.all("newsletter"), "en"))
                .id();
    }

    private static boolean written(CompletableFuture<Boolean> entry) throws Exception {
        return entry.get(60, TimeUnit.SECONDS);
    }

    @Test
    void everythingIsWrittenWhetherSomebodyWaitsForItOrNot() throws Exception {
        try (Store store = store()) {
            long id = campaign(store);
            Ledger ledger = ledger(store, id);
            List<Claim> claims = ledger.claim(PEOPLE).claims();
            List<CompletableFuture<Boolean>> accepted = new ArrayList<>();
            try (Journal journal = new Journal(ledger, store.address(), 30)) {
                // One connection of thirty, alone: it must not wait for the others.
                assertThat(written(journal.write(new Entry.Attempt(claims.getFirst(), "<1@x>"))))
                        .isTrue();
                assertThat(new Campaigns(store).counts(id).of(Step.ATTEMPTING)).isEqualTo(1);
                assertThat(written(journal.write(new Entry.Accepted(claims.getFirst(), "250 ok"))))
                        .isTrue();
                for (Claim claim : claims.subList(1, PEOPLE - 1)) {
                    var _ = journal.write(new Entry.Attempt(claim, "<x@x>"));
                    accepted.add(journal.write(new Entry.Accepted(claim, "250 ok")));
                }
                accepted.add(journal.write(new Entry.Released(claims.getLast(), Duration.ZERO)));
            }
            assertThat(accepted).allMatch(CompletableFuture::isDone);
            assertThat(new Campaigns(store).counts(id).of(Step.ACCEPTED)).isEqualTo(PEOPLE - 1);
            assertThat(new Campaigns(store).counts(id).of(Step.PENDING)).isEqualTo(1);
        }
    }

    @Test
    void whatIsAnotherSendersDoesNotCount() throws Exception {
        try (Store store = store()) {
            long id = campaign(store);
            Ledger ledger = ledger(store, id);
            Claim claim = ledger.claim(1).claims().getFirst();
            store.write(tx -> tx.update(Sql.of("UPDATE delivery SET fence = fence + 1")));
            try (Journal journal = new Journal(ledger, store.address(), 1)) {
                assertThat(written(journal.write(new Entry.Attempt(claim, "<1@x>"))))
                        .isFalse();
            }
            assertThat(new Campaigns(store).counts(id).of(Step.ATTEMPTING)).isZero();
        }
    }

    @Test
    void whoWaitsHearsThatTheStoreFailedAndTheJournalEnds() throws Exception {
        try (Store store = store()) {
            long id = campaign(store);
            Ledger ledger = ledger(store, id);
            List<Claim> claims = ledger.claim(2).claims();
            store.write(tx -> tx.update(Sql.of("ALTER TABLE delivery RENAME TO gone")));
            try (Journal journal = new Journal(ledger, store.address(), 2)) {
                for (Claim claim : claims) {
                    CompletableFuture<Boolean> attempt = journal.write(new Entry.Attempt(claim, "<1@x>"));
                    assertThatThrownBy(() -> written(attempt))
                            .isInstanceOf(ExecutionException.class)
                            .hasCauseInstanceOf(OctavoException.class);
                }
            }
        }
    }
}
