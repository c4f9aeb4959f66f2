package octavo.delivery.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.delivery.Crowd;
import octavo.delivery.Letter;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Step;
import octavo.delivery.sink.FaultSink;
import octavo.delivery.sink.Faults;
import octavo.delivery.store.Secret;
import octavo.delivery.store.Store;
import octavo.delivery.store.StoreAddress;
import octavo.delivery.subscriber.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several senders on one PostgreSQL, as on several machines: one is stopped until others have taken over what it held
/// and then wakes up, one is killed, the database restarts, and each has a clock of its own where `faketime` is there.
class ClusterTest {
    private static final int PEOPLE = 6_000;
    private static final int CONNECTIONS = 4;

    @TempDir
    Path folder = Path.of("");

    @Test
    void machinesMayStallDieAndDisagreeAboutTheTime() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        int port = freePort();
        EmbeddedPostgres server = start(data, port);
        StoreAddress address = new StoreAddress.OnServer(
                "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                Optional.of("postgres"),
                Optional.of(new Secret("postgres")));
        List<Process> senders = new ArrayList<>();
        try (Store store = Store.openOrCreate(address);
                FaultSink sink = FaultSink.start(Faults.none())) {
            Crowd.of(store, folder, PEOPLE);
            Campaigns campaigns = new Campaigns(store);
            long id = campaigns
                    .create(Letter.draft(Audience.all("newsletter"), "en"))
                    .id();
            senders.add(sender(address, id, sink.port(), "+3d"));
            senders.add(sender(address, id, sink.port(), "-2h"));
            senders.add(sender(address, id, sink.port(), ""));

            until(sink, PEOPLE / 10);
            signal(senders.get(0), "STOP");
            until(sink, sink.dots() + PEOPLE / 10);
            SenderProcess.leasesEnd(store, senders.get(0));
            until(sink, sink.dots() + PEOPLE / 10);
            signal(senders.get(0), "CONT");
            senders.get(1).destroyForcibly().waitFor();
            until(sink, sink.dots() + PEOPLE / 10);
            server.close();
            server = start(data, port);
            SenderProcess.leasesEnd(store, senders.get(1));
            senders.add(sender(address, id, sink.port(), ""));

            for (Process sender : List.of(senders.get(0), senders.get(2), senders.get(3))) {
                assertThat(sender.waitFor()).isZero();
            }
            Invariants.hold(store, id, sink, PEOPLE);
            Counts counts = campaigns.counts(id);
            assertThat(campaigns.get(id).state()).isEqualTo(Campaign.Stage.FINISHED);
            assertThat(counts.left()).isZero();
            // What was under way when a sender stalled or died, or when the database was away.
            assertThat(counts.of(Step.IN_DOUBT)).isLessThanOrEqualTo(5L * CONNECTIONS);
            assertThat(counts.of(Step.ACCEPTED) + counts.of(Step.IN_DOUBT)).isEqualTo(PEOPLE);
        } finally {
            senders.forEach(Process::destroyForcibly);
            server.close();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static void until(FaultSink sink, int dots) throws InterruptedException {
        for (int i = 0; sink.dots() < dots && i < 60_000; i++) {
            Thread.sleep(1);
        }
        assertThat(sink.dots()).isGreaterThanOrEqualTo(dots);
    }

    private static void signal(Process process, String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /// @param offset of its clock, as `faketime` takes it
    private static Process sender(StoreAddress address, long id, int port, String offset) throws IOException {
        Map<String, String> clock = library()
                .filter(_ -> !offset.isEmpty())
                .map(library -> Map.of(
                        "LD_PRELOAD", library.toString(), "FAKETIME", offset, "FAKETIME_DONT_FAKE_MONOTONIC", "1"))
                .orElse(Map.of());
        return SenderProcess.start(address, id, port, CONNECTIONS, clock);
    }

    private static Optional<Path> library() {
        return List.of("x86_64-linux-gnu", "aarch64-linux-gnu").stream()
                .map(machine -> Path.of("/usr/lib", machine, "faketime/libfaketimeMT.so.1"))
                .filter(Files::exists)
                .findFirst();
    }
}
