package octavo.delivery.smtp;

import static octavo.delivery.smtp.Relaying.ADA;
import static octavo.delivery.smtp.Relaying.LONG;
import static octavo.delivery.smtp.Relaying.SHORT;
import static octavo.delivery.smtp.Relaying.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import octavo.delivery.smtp.Outcome.Deferred;
import octavo.delivery.smtp.Outcome.Rejected;
import octavo.delivery.smtp.Outcome.Stage;
import octavo.delivery.smtp.Outcome.Unsent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that say what no proper server says, whatever they are told.
class ScriptedServerTest {
    private static final Gate YES = () -> true;

    /// Says all it has to say at once, and reads nothing.
    private static void scripted(List<String> replies, Relay.Timeouts timeouts, Consumer<Connection> test)
            throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> deaf = thread.submit(() -> {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream()
                            .write((String.join("\r\n", replies) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    new CountDownLatch(1).await();
                }
                return true;
            });
            Relay relay = Relaying.relay(server.getLocalPort(), Relay.Security.NONE, Optional.empty(), timeouts);
            try (Connection connection = Connection.open(relay)) {
                test.accept(connection);
            }
            deaf.cancel(true);
        }
    }

    @Test
    void aServerThatStopsReadingIsLeft() throws IOException {
        scripted(
                List.of("220 hello", "250 sink", "250 ok", "250 ok", "354 go on"),
                new Relay.Timeouts(LONG, LONG, SHORT, LONG),
                connection -> {
                    Data message = Data.withoutDots(new byte[30_000_000]);
                    assertThat(connection.send(ADA, message, YES)).isInstanceOf(Unsent.class);
                    assertThat(connection.isUsable()).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?", "421 4.3.2 going down", "354 go on", "250 ok"})
    void whateverIsSaidBehindARefusalTheRefusalCounts(String behind) throws IOException {
        scripted(
                List.of("220 hello", "250-sink", "250 PIPELINING", "450 4.7.1 later", behind, "503 5.5.1 no"),
                new Relay.Timeouts(LONG, SHORT, LONG, LONG),
                connection -> {
                    assertThat(connection.send(ADA, message("1"), YES))
                            .isInstanceOfSatisfying(
                                    Deferred.class,
                                    deferred -> assertThat(deferred.stage()).isEqualTo(Stage.SENDER));
                    assertThat(connection.isUsable()).isFalse();
                });
    }

    @Test
    void aSizeThatIsRefusedIsNoRefusedSender() throws IOException {
        scripted(
                List.of("220 hello", "250-sink", "250 SIZE", "552 5.3.4 too big", "250 ok"),
                new Relay.Timeouts(LONG, LONG, LONG, LONG),
                connection -> assertThatThrownBy(() -> connection.send(ADA, message("1"), YES))
                        .isInstanceOf(RelayException.class)
                        .hasMessageContaining("does not take a message of")
                        .hasMessageContaining("552 5.3.4 too big"));
    }

    @Test
    void anInternationalAddressThatIsRefusedWithItsSenderIsItsOwnTrouble() throws IOException {
        scripted(
                List.of("220 hello", "250-sink", "250 SMTPUTF8", "555 5.5.4 no such parameter", "250 ok"),
                new Relay.Timeouts(LONG, LONG, LONG, LONG),
                connection -> assertThat(connection.send(
                                new Envelope("b@news.example.org", "jörg@example.net"), message("1"), YES))
                        .isInstanceOfSatisfying(
                                Rejected.class,
                                rejected -> assertThat(rejected.isHardBounce()).isFalse()));
    }
}
