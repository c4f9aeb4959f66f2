package octavo.delivery.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import octavo.delivery.Crowd;
import octavo.delivery.Databases;
import octavo.delivery.State;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Step;
import octavo.delivery.sink.FaultSink;
import octavo.delivery.sink.Faults;
import octavo.delivery.store.Store;
import octavo.model.OctavoException;
import org.junit.jupiter.api.Test;

class RelayTroubleTest extends SendingCase {
    @Test
    void aRelayThatAsksForLessGetsFewerConnections() throws IOException {
        Faults faults = new Faults(5, 20, Duration.ZERO, EnumSet.of(Faults.Kind.RCPT_421));
        try (Store store = store(Databases.SQLITE, 60);
                FaultSink sink = FaultSink.start(faults)) {
            long id = campaign(store);

            assertThat(Sending.sender(store, id, sink.port(), 8, heard).run()).isEqualTo(Ending.DONE);

            assertThat(heard.notes).anyMatch(note -> note.contains("has enough for now"));
            assertThat(sink.ledger()).hasSize(60);
            Invariants.hold(store, id, sink, 60);
        }
    }

    @Test
    void anAbsentRelayIsToldOfBeforeAnythingIsSent() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (Store store = store(Databases.SQLITE, 3)) {
            long id = campaign(store);

            assertThatThrownBy(() -> Sending.sender(store, id, port, 1, heard).run())
                    .isInstanceOf(OctavoException.class)
                    .hasMessageContaining("127.0.0.1:" + port);
            assertThat(new Campaigns(store).get(id).state()).isEqualTo(Campaign.Stage.READY);
        }
    }

    @Test
    void aRelayThatGoesAwayComesBack() throws Exception {
        try (Store store = store(Databases.SQLITE, 100)) {
            long id = campaign(store);
            FaultSink sink = FaultSink.start(Faults.none());
            int port = sink.port();
            Sender sender = Sending.sender(store, id, port, 2, heard, "rate", "40/s");
            try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                Future<Ending> ending = thread.submit(sender::run);
                while (sink.ledger().size() < 10) {
                    Thread.sleep(10);
                }
                sink.close();
                while (heard.notes.isEmpty()) {
                    Thread.sleep(10);
                }
                try (FaultSink again = FaultSink.start(
                        octavo.delivery.sink.SinkSetup.of(Faults.none()).withPort(port))) {
                    assertThat(ending.get()).isEqualTo(Ending.DONE);
                    Counts counts = new Campaigns(store).counts(id);
                    assertThat(counts.of(Step.ACCEPTED) + counts.of(Step.IN_DOUBT))
                            .isEqualTo(100);
                    assertThat(counts.of(Step.IN_DOUBT)).isLessThanOrEqualTo(2);
                    assertThat(sink.ledger().keySet())
                            .doesNotContainAnyElementsOf(again.ledger().keySet());
                }
            }
        }
    }

    @Test
    void aRefusedSenderPausesTheCampaign() throws IOException {
        try (Store store = store(Databases.SQLITE, 20);
                FaultSink sink = FaultSink.start(Faults.always(Faults.Kind.MAIL_5XX, Duration.ZERO))) {
            long id = campaign(store);

            assertThat(Sending.sender(store, id, sink.port(), 2, heard).run()).isEqualTo(Ending.PAUSED);

            assertThat(new Campaigns(store).get(id).cause()).contains("127.0.0.1:" + sink.port());
            assertThat(new Campaigns(store).counts(id).of(Step.PENDING)).isEqualTo(20);
            assertThat(Crowd.state(store, Crowd.address(1))).isEqualTo(State.ACTIVE);
        }
    }

    @Test
    void tooManyRefusalsPauseIt() throws IOException {
        try (Store store = store(Databases.SQLITE, 2_000);
                FaultSink sink = FaultSink.start(Faults.always(Faults.Kind.DOT_5XX, Duration.ZERO))) {
            long id = campaign(store);

            assertThat(Sending.sender(store, id, sink.port(), 1, heard, "pause-at", "20%", "rate", "100/s")
                            .run())
                    .isEqualTo(Ending.PAUSED);

            assertThat(new Campaigns(store).get(id).cause()).contains("refused 100 %");
            assertThat(new Campaigns(store).counts(id).of(Step.PENDING)).isGreaterThan(1_000);
            assertThatThrownBy(() ->
                            Sending.sender(store, id, sink.port(), 1, heard).run())
                    .hasMessageContaining("campaigns resume " + id);
        }
    }

    @Test
    void whoIsRefusedForTooLongIsGivenUp() throws IOException {
        try (Store store = store(Databases.SQLITE, 3);
                FaultSink sink = FaultSink.start(Faults.always(Faults.Kind.RCPT_4XX, Duration.ZERO))) {
            long id = campaign(store);

            assertThat(Sending.sender(store, id, sink.port(), 2, heard, "give-up", "2s")
                            .run())
                    .isEqualTo(Ending.DONE);

            assertThat(new Campaigns(store).counts(id).of(Step.EXPIRED)).isEqualTo(3);
            assertThat(sink.tries().values()).containsOnly(3);
        }
    }
}
