package octavo.delivery.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import octavo.delivery.Crowd;
import octavo.delivery.Databases;
import octavo.delivery.Letter;
import octavo.delivery.State;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Draft;
import octavo.delivery.campaign.Step;
import octavo.delivery.sink.FaultSink;
import octavo.delivery.sink.Faults;
import octavo.delivery.sink.SinkSetup;
import octavo.delivery.store.Store;
import octavo.delivery.subscriber.Address;
import octavo.delivery.subscriber.Audience;
import octavo.delivery.subscriber.Subscribers;
import octavo.model.OctavoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SenderTest extends SendingCase {
    @ParameterizedTest
    @EnumSource
    void everybodyGetsItOnceAndTheSumsAgree(Databases database) throws IOException {
        try (Store store = store(database, 300);
                FaultSink sink = FaultSink.keeping()) {
            long id = campaign(store);

            assertThat(Sending.sender(store, id, sink.port(), 4, heard).run()).isEqualTo(Ending.DONE);

            Counts counts = new Campaigns(store).counts(id);
            assertThat(counts.of(Step.ACCEPTED)).isEqualTo(300);
            Campaign campaign = new Campaigns(store).get(id);
            assertThat(campaign.state()).isEqualTo(Campaign.Stage.FINISHED);
            assertThat(campaign.finished()).isPresent();
            Invariants.hold(store, id, sink, 300);
            assertThat(heard.notes).isEmpty();
            assertThat(heard.progress.getLast().counts()).isEqualTo(counts);
            FaultSink.Received one = only(sink.ledger(), Crowd.address(7));
            assertThat(one.envelopeFrom()).matches("bounces\\+" + id + "-\\d+-[0-9a-f]{10}@news\\.example");
            assertThat(new String(only(sink.messages(), Crowd.address(7)), StandardCharsets.ISO_8859_1))
                    .contains("To: <p7@d0.example>\r\n")
                    .contains("Date: Mon, 5 May 2025 09:00:00 +0000\r\n");
            assertThat(sink.ledger().values().stream().map(all -> all.getFirst().messageId()))
                    .doesNotHaveDuplicates();
        }
    }

    private static <T> T only(Map<String, List<T>> all, String address) {
        return all.getOrDefault(address, List.of()).getFirst();
    }

    @ParameterizedTest
    @EnumSource
    void whateverServersDoNobodyGetsItTwiceAndNobodyIsForgotten(Databases database) throws IOException {
        Faults faults = new Faults(11, 35, Duration.ofSeconds(1), Faults.Kind.ofMessages());
        try (Store store = store(database, 400);
                FaultSink sink = FaultSink.start(faults)) {
            long id = campaign(store);

            assertThat(Sending.sender(store, id, sink.port(), 32, heard).run()).isEqualTo(Ending.DONE);

            Invariants.hold(store, id, sink, 400);
            Counts counts = new Campaigns(store).counts(id);
            assertThat(counts.left()).isZero();
            assertThat(counts.of(Step.ACCEPTED)).isGreaterThan(250);
            assertThat(counts.of(Step.REJECTED)).isPositive();
            assertThat(counts.of(Step.IN_DOUBT)).isPositive();
            assertThat(heard.progress.getLast().counts()).isEqualTo(counts);
        }
    }

    @Test
    void addressesOfAnyScriptGetTheirMessageWhereTheRelayTakesThem() throws IOException {
        SinkSetup international = SinkSetup.of(Faults.none()).withKeeping().withInternational();
        try (Store store = Store.openOrCreate(Databases.SQLITE.fresh(folder));
                FaultSink sink = FaultSink.start(international)) {
            Crowd.of(store, folder, "newsletter", "email\nJörg@bücher.example\nada@one.example\n");
            long id = campaign(store);

            Sending.sender(store, id, sink.port(), 1, heard).run();

            assertThat(new Campaigns(store).counts(id).of(Step.ACCEPTED)).isEqualTo(2);
            String address = "Jörg@xn--bcher-kva.example";
            assertThat(new String(only(sink.messages(), address), StandardCharsets.UTF_8))
                    .contains("To: <" + address + ">\r\n");
        }
    }

    @Test
    void anAddressThatTakesNoMailIsBouncedFromTheList() throws IOException {
        try (Store store = store(Databases.SQLITE, 1);
                FaultSink sink = FaultSink.start(Faults.always(Faults.Kind.RCPT_5XX, Duration.ZERO))) {
            long id = campaign(store);

            Sending.sender(store, id, sink.port(), 1, heard).run();

            assertThat(new Campaigns(store).counts(id).of(Step.REJECTED)).isEqualTo(1);
            assertThat(Crowd.state(store, Crowd.address(1))).isEqualTo(State.BOUNCED);
        }
    }

    @Test
    void aPolicyBouncesNobody() throws IOException {
        try (Store store = store(Databases.SQLITE, 1);
                FaultSink sink = FaultSink.start(Faults.always(Faults.Kind.RCPT_POLICY, Duration.ZERO))) {
            long id = campaign(store);

            Sending.sender(store, id, sink.port(), 1, heard).run();

            assertThat(new Campaigns(store).counts(id).of(Step.REJECTED)).isEqualTo(1);
            assertThat(Crowd.state(store, Crowd.address(1))).isEqualTo(State.ACTIVE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSenderThatIsStoppedGoesOnLater(Databases database) throws Exception {
        try (Store store = store(database, 200);
                FaultSink sink = FaultSink.start(Faults.none())) {
            long id = campaign(store);
            Sender sender = Sending.sender(store, id, sink.port(), 2, heard, "rate", "50/s");
            try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                Future<Ending> ending = thread.submit(sender::run);
                while (sink.ledger().size() < 10) {
                    Thread.sleep(10);
                }
                sender.stop();
                assertThat(ending.get()).isEqualTo(Ending.STOPPED);
            }
            Counts counts = new Campaigns(store).counts(id);
            assertThat(counts.of(Step.PENDING) + counts.of(Step.ACCEPTED)).isEqualTo(200);
            Invariants.hold(store, id, sink, 200);

            assertThat(Sending.sender(store, id, sink.port(), 2, heard).run()).isEqualTo(Ending.DONE);
            Invariants.hold(store, id, sink, 200);
            assertThat(sink.ledger()).hasSize(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOperatorPausesFromElsewhere(Databases database) throws Exception {
        try (Store store = store(database, 200);
                FaultSink sink = FaultSink.start(Faults.none())) {
            long id = campaign(store);
            Sender sender = Sending.sender(store, id, sink.port(), 2, heard, "rate", "50/s");
            try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                Future<Ending> ending = thread.submit(sender::run);
                while (sink.ledger().isEmpty()) {
                    Thread.sleep(10);
                }
                try (Store elsewhere = Store.open(store.address())) {
                    new Campaigns(elsewhere).pause(id, "a wrong link");
                }
                assertThat(ending.get()).isEqualTo(Ending.PAUSED);
            }
            assertThat(sink.ledger().size()).isLessThan(200);
            Invariants.hold(store, id, sink, 200);
        }
    }

    @Test
    void whoLeavesMeanwhileGetsNothing() throws IOException {
        try (Store store = store(Databases.SQLITE, 5);
                FaultSink sink = FaultSink.start(Faults.none())) {
            long id = campaign(store);
            new Subscribers(store).remove(Address.parse(Crowd.address(3)), Optional.empty(), "asked to");
            new Subscribers(store).erase(Address.parse(Crowd.address(4)));

            Sending.sender(store, id, sink.port(), 1, heard).run();

            assertThat(sink.ledger().keySet())
                    .containsExactlyInAnyOrder(Crowd.address(1), Crowd.address(2), Crowd.address(5));
            Counts counts = new Campaigns(store).counts(id);
            assertThat(counts.of(Step.CANCELLED)).isEqualTo(2);
            assertThat(counts.total()).isEqualTo(5);
            assertThat(heard.progress.getLast().counts()).isEqualTo(counts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDayHasOnlySoManyMessages(Databases database) throws Exception {
        try (Store store = store(database, 30);
                FaultSink sink = FaultSink.start(Faults.none())) {
            long id = campaign(store);
            Sender sender = Sending.sender(store, id, sink.port(), 4, heard, "per-day", "12");
            try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                Future<Ending> ending = thread.submit(sender::run);
                while (heard.progress.isEmpty()
                        || heard.progress.getLast().nextTry().isEmpty()) {
                    Thread.sleep(20);
                }
                sender.stop();
                assertThat(ending.get()).isEqualTo(Ending.STOPPED);
            }
            assertThat(sink.ledger()).hasSize(12);
            assertThat(heard.notes).anyMatch(note -> note.contains("per-day"));
        }
    }

    @Test
    void oneSenderAtATimeWorksWithAFile() throws Exception {
        try (Store store = store(Databases.SQLITE, 50);
                FaultSink sink = FaultSink.start(Faults.none())) {
            long id = campaign(store);
            Sender sender = Sending.sender(store, id, sink.port(), 1, heard, "rate", "20/s");
            try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                Future<Ending> ending = thread.submit(sender::run);
                while (sink.ledger().isEmpty()) {
                    Thread.sleep(10);
                }
                assertThatThrownBy(() ->
                                Sending.sender(store, id, sink.port(), 1, heard).run())
                        .hasMessageContaining("Another Octavo");
                sender.stop();
                ending.get();
            }
        }
    }

    @Test
    void itWaitsForItsTime() throws Exception {
        try (Store store = store(Databases.SQLITE, 2);
                FaultSink sink = FaultSink.start(Faults.none())) {
            Draft now = Letter.draft(Audience.all("newsletter"), "en");
            Campaigns campaigns = new Campaigns(store);
            Instant starts = campaigns.now().plusSeconds(2);
            long id = campaigns
                    .create(new Draft(
                            now.issue(),
                            now.title(),
                            now.audience(),
                            now.contents(),
                            now.fallback(),
                            false,
                            now.limit(),
                            starts,
                            List.of()))
                    .id();

            assertThat(Sending.sender(store, id, sink.port(), 1, heard).run()).isEqualTo(Ending.DONE);

            assertThat(campaigns.get(id).started().orElseThrow()).isAfterOrEqualTo(starts);
            assertThat(heard.notes).hasSize(1);
        }
    }

    @Test
    void settingsThatMakeNoSenseAreNamed() {
        for (String[] wrong : List.of(
                new String[] {"rate", "fast"},
                new String[] {"rate", "0/s"},
                new String[] {"domain-rate", "gmail.com"},
                new String[] {"per-day", "-1"},
                new String[] {"retry", "soon"},
                new String[] {"give-up", "9d"},
                new String[] {"pause-at", "200%"},
                new String[] {"bounces", "nobody"})) {
            assertThatThrownBy(() -> Sending.settings(wrong))
                    .as(wrong[0])
                    .isInstanceOf(OctavoException.class)
                    .hasMessageContaining(wrong[0]);
        }
        assertThat(Sending.settings("domain-rate", "gmail.com 5/s, GMX.de 60/min")
                        .perSecondByDomain())
                .isEqualTo(java.util.Map.of("gmail.com", 5.0, "gmx.de", 1.0));
        assertThat(Set.copyOf(Sending.QUICK.keySet())).isSubsetOf(SendSettings.KEYS);
    }
}
