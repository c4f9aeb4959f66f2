package octavo.delivery.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import octavo.delivery.Crowd;
import octavo.delivery.Databases;
import octavo.delivery.Letter;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Step;
import octavo.delivery.sink.FaultSink;
import octavo.delivery.sink.Faults;
import octavo.delivery.store.Store;
import octavo.delivery.store.StoreAddress;
import octavo.delivery.subscriber.Audience;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A sender that is killed again and again. `-Dkill.people=100000 -Dkill.kills=200` (Maven's profile `long-kill`) makes
/// it a longer one.
class KillTest {
    private static final int PEOPLE = Integer.getInteger("kill.people", 20_000);
    private static final int KILLS = Integer.getInteger("kill.kills", 25);
    private static final int CONNECTIONS = 4;

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void nobodyGetsItTwiceAndNobodyIsForgotten(Databases database) throws Exception {
        StoreAddress address = database.fresh(folder);
        try (Store store = Store.openOrCreate(address);
                FaultSink sink = FaultSink.start(Faults.none())) {
            Crowd.of(store, folder, PEOPLE);
            Campaigns campaigns = new Campaigns(store);
            long id = campaigns
                    .create(Letter.draft(Audience.all("newsletter"), "en"))
                    .id();
            SplittableRandom chance = new SplittableRandom(PEOPLE);
            // Each sender lives until about the same share of what is left is delivered, at a random moment of it.
            for (int kill = 0; kill < KILLS; kill++) {
                int before = sink.dots();
                int share = (PEOPLE - before) / (KILLS - kill + 1);
                int until = before + 1 + chance.nextInt(Math.max(1, share));
                Process sender = SenderProcess.start(address, id, sink.port(), CONNECTIONS, Map.of());
                while (sink.dots() < until && sender.isAlive()) {
                    Thread.sleep(0, 200_000);
                }
                TimeUnit.MICROSECONDS.sleep(chance.nextInt(3_000));
                assertThat(sender.isAlive())
                        .as("the sender was alive when it was killed")
                        .isTrue();
                sender.destroyForcibly().waitFor();
                if (database == Databases.POSTGRESQL) {
                    SenderProcess.leasesEnd(store, sender);
                }
                Invariants.hold(store, id, sink, PEOPLE);
            }
            assertThat(SenderProcess.start(address, id, sink.port(), CONNECTIONS, Map.of())
                            .waitFor())
                    .isZero();

            Invariants.hold(store, id, sink, PEOPLE);
            assertThat(campaigns.get(id).state()).isEqualTo(Campaign.Stage.FINISHED);
            Counts counts = campaigns.counts(id);
            assertThat(counts.left()).isZero();
            assertThat(counts.of(Step.ACCEPTED) + counts.of(Step.IN_DOUBT)).isEqualTo(PEOPLE);
            assertThat(counts.of(Step.IN_DOUBT)).isLessThanOrEqualTo((long) KILLS * CONNECTIONS);
            say(database, counts, sink);
        }
    }

    private static void say(Databases database, Counts counts, FaultSink sink) {
        long delivered = sink.ledger().size();
        System.getLogger("kill")
                .log(
                        System.Logger.Level.INFO,
                        database + ": " + PEOPLE + " recipients, " + KILLS + " kills, " + counts.of(Step.IN_DOUBT)
                                + " in doubt, " + (PEOPLE - delivered) + " of them not delivered");
    }
}
