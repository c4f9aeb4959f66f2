package octavo.delivery.smtp;

import static octavo.delivery.smtp.Relaying.ADA;
import static octavo.delivery.smtp.Relaying.BOB;
import static octavo.delivery.smtp.Relaying.BRISK;
import static octavo.delivery.smtp.Relaying.LONG;
import static octavo.delivery.smtp.Relaying.SHORT;
import static octavo.delivery.smtp.Relaying.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import octavo.delivery.sink.FaultSink;
import octavo.delivery.sink.FaultSink.Received;
import octavo.delivery.sink.Faults;
import octavo.delivery.sink.Faults.Kind;
import octavo.delivery.sink.SinkSetup;
import octavo.delivery.smtp.Outcome.Accepted;
import octavo.delivery.smtp.Outcome.Deferred;
import octavo.delivery.smtp.Outcome.InDoubt;
import octavo.delivery.smtp.Outcome.Refused;
import octavo.delivery.smtp.Outcome.Rejected;
import octavo.delivery.smtp.Outcome.Stage;
import octavo.delivery.smtp.Outcome.Unsent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass(name = "several commands at once: {0}")
@ValueSource(booleans = {true, false})
class ConnectionTest {
    private static final Gate YES = () -> true;

    @Parameter
    boolean together;

    private FaultSink sink(Kind kind) {
        return sink(Faults.always(kind, LONG));
    }

    private FaultSink sink(Faults faults) {
        return FaultSink.start(setup(faults));
    }

    private SinkSetup setup(Faults faults) {
        return together ? SinkSetup.of(faults) : SinkSetup.of(faults).oneByOne();
    }

    @Test
    void manyMessagesGoOverOneConnection() {
        try (FaultSink sink = sink(Faults.none())) {
            try (Connection connection = Connection.open(Relaying.to(sink))) {
                assertThat(connection.send(ADA, message("1"), YES)).isEqualTo(new Accepted("250 2.0.0 taken as 1"));
                assertThat(connection.send(BOB, message("2"), YES)).isInstanceOf(Accepted.class);
                assertThat(connection.isUsable()).isTrue();
            }
            assertThat(sink.connections()).isEqualTo(1);
            assertThat(sink.goodbyes()).isEqualTo(1);
            List<Received> ada = sink.ledger().getOrDefault(ADA.to(), List.of());
            assertThat(ada).singleElement().satisfies(received -> {
                assertThat(received.envelopeFrom()).isEqualTo("b+1-1-x@news.example.org");
                assertThat(received.messageId()).isEqualTo("<1@news.example.org>");
            });
            assertThat(sink.ledger().get(BOB.to())).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: b\r\n\r\n.\r\n",
                "A: b\r\n\r\n.one\r\n..two\r\n...\r\n",
                "A: b\r\n\r\n\r\n\r\n.\r\n\r\n",
                ".A: b\r\n\r\nx\r\n",
                "A: b\r\n\r\n\u00e9\u00ff\0\t\r\n"
            })
    void bytesArriveAsTheyAre(String text) {
        byte[] message = text.getBytes(StandardCharsets.ISO_8859_1);
        try (FaultSink sink = FaultSink.keeping();
                Connection connection = Connection.open(Relaying.to(sink))) {
            assertThat(connection.send(ADA, Data.of(message), YES)).isInstanceOf(Accepted.class);
            assertThat(connection.send(ADA, Data.of(message), YES)).isInstanceOf(Accepted.class);
            assertThat(sink.messages().get(ADA.to())).containsExactly(message, message);
        }
    }

    @Test
    void largeMessagesArriveAsTheyAre() {
        Random random = new Random(7);
        try (FaultSink sink = FaultSink.keeping();
                Connection connection = Connection.open(Relaying.to(sink))) {
            for (int i = 0; i < 20; i++) {
                byte[] message = lines(random, 50_000 + random.nextInt(30_000));
                assertThat(connection.send(ADA, Data.of(message), YES)).isInstanceOf(Accepted.class);
                assertThat(sink.messages().getOrDefault(ADA.to(), List.of()).getLast())
                        .isEqualTo(message);
            }
        }
    }

    /// Lines of any length that often begin with dots.
    private static byte[] lines(Random random, int atLeast) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Subject: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        while (bytes.size() < atLeast) {
            String line = ".".repeat(random.nextInt(3)) + "x".repeat(random.nextInt(200)) + "\r\n";
            bytes.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    @Test
    void anEndThatIsMissingIsAdded() {
        try (FaultSink sink = FaultSink.keeping();
                Connection connection = Connection.open(Relaying.to(sink))) {
            connection.send(ADA, Data.of("A: b\r\n\r\nx".getBytes(StandardCharsets.US_ASCII)), YES);
            assertThat(sink.messages().get(ADA.to()))
                    .containsExactly("A: b\r\n\r\nx\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL_4XX, SENDER, 451",
        "RCPT_4XX, RECIPIENT, 450",
        "DATA_4XX, DATA, 451",
        "DOT_4XX, DATA, 451",
        "MAIL_421, SENDER, 421",
        "RCPT_421, RECIPIENT, 421",
        "DATA_421, DATA, 421",
        "DOT_421, DATA, 421"
    })
    void answersForLaterDefer(Kind kind, Stage stage, int code) {
        try (FaultSink sink = sink(kind);
                Connection connection = Connection.open(Relaying.to(sink))) {
            assertThat(connection.send(ADA, message("1"), YES)).isInstanceOfSatisfying(Deferred.class, deferred -> {
                assertThat(deferred.stage()).isEqualTo(stage);
                assertThat(deferred.code()).isEqualTo(code);
                assertThat(deferred.reply()).startsWith(code + " 4.");
                assertThat(deferred.closing()).isEqualTo(code == 421);
            });
            assertThat(connection.isUsable()).isEqualTo(code != 421);
            assertThat(sink.ledger()).isEmpty();
            sink.become(Faults.none());
            Outcome next = connection.send(BOB, message("2"), YES);
            assertThat(next).isInstanceOf(code == 421 ? Unsent.class : Accepted.class);
            assertThat(sink.ledger().keySet()).isEqualTo(code == 421 ? java.util.Set.of() : java.util.Set.of(BOB.to()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT_5XX, RECIPIENT, 550, true",
        "RCPT_POLICY, RECIPIENT, 554, false",
        "DATA_5XX, DATA, 554, false",
        "DOT_5XX, DATA, 554, false"
    })
    void answersForGoodReject(Kind kind, Stage stage, int code, boolean hard) {
        try (FaultSink sink = sink(kind);
                Connection connection = Connection.open(Relaying.to(sink))) {
            assertThat(connection.send(ADA, message("1"), YES)).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.stage()).isEqualTo(stage);
                assertThat(rejected.code()).isEqualTo(code);
                assertThat(rejected.isHardBounce()).isEqualTo(hard);
            });
            assertThat(sink.ledger()).isEmpty();
            sink.become(Faults.none());
            assertThat(connection.send(BOB, message("2"), YES)).isInstanceOf(Accepted.class);
        }
    }

    /// Whoever sends the dot then sends an empty message to nobody, and some servers keep it.
    @Test
    void aServerThatAsksForTheMessageOfARefusedRecipientGetsNone() {
        try (FaultSink sink = sink(Kind.RCPT_5XX_CARELESS)) {
            try (Connection connection = Connection.open(Relaying.to(sink))) {
                assertThat(connection.send(ADA, message("1"), YES)).isInstanceOf(Rejected.class);
                assertThat(connection.isUsable()).isEqualTo(!together);
            }
            awaitEnd(sink);
            assertThat(sink.dots()).isZero();
        }
    }

    @Test
    void aRefusedSenderIsNotTheRecipientsFault() {
        try (FaultSink sink = sink(Kind.MAIL_5XX);
                Connection connection = Connection.open(Relaying.to(sink))) {
            assertThatThrownBy(() -> connection.send(ADA, message("1"), YES))
                    .isInstanceOfSatisfying(
                            RelayException.class,
                            e -> assertThat(e.isPermanent()).isTrue())
                    .hasMessageContaining("127.0.0.1:" + sink.port())
                    .hasMessageContaining("refuses the sender b+1-1-x@news.example.org")
                    .hasMessageContaining("550 5.7.1 not from there");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RCPT_WRONG_CODE", "RCPT_GARBAGE", "RCPT_DROP"})
    void whatMakesNoSenseBeforeTheDotSendsNothing(Kind kind) {
        try (FaultSink sink = sink(kind);
                Connection connection = Connection.open(Relaying.to(sink))) {
            assertThat(connection.send(ADA, message("1"), YES)).isInstanceOf(Unsent.class);
            assertThat(connection.isUsable()).isFalse();
            assertThat(sink.ledger()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RCPT_SILENCE", "DATA_SILENCE"})
    void silenceBeforeTheDotSendsNothing(Kind kind) {
        try (FaultSink sink = sink(kind);
                Connection connection = Connection.open(Relaying.to(sink, BRISK, LONG))) {
            assertThat(connection.send(ADA, message("1"), YES)).isInstanceOf(Unsent.class);
            assertThat(connection.isUsable()).isFalse();
            assertThat(sink.ledger()).isEmpty();
        }
    }

    /// The sink reads nothing of the message, so this side cannot get rid of all of it.
    @Test
    void aConnectionThatBreaksInALargeMessageSendsNothing() {
        try (FaultSink sink = sink(Kind.BODY_DROP);
                Connection connection = Connection.open(Relaying.to(sink))) {
            byte[] message = lines(new Random(1), 30_000_000);
            assertThat(connection.send(ADA, Data.of(message), YES)).isInstanceOf(Unsent.class);
            assertThat(connection.isUsable()).isFalse();
            assertThat(sink.dots()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"DOT_DROP_TAKEN, true", "DOT_DROP_LOST, false", "DOT_WRONG_CODE_TAKEN, true", "DOT_GARBAGE_TAKEN, true"
    })
    void whatIsNotAnsweredAfterTheDotIsInDoubt(Kind kind, boolean taken) {
        try (FaultSink sink = sink(kind);
                Connection connection = Connection.open(Relaying.to(sink))) {
            assertThat(connection.send(ADA, message("1"), YES)).isInstanceOf(InDoubt.class);
            assertThat(connection.isUsable()).isFalse();
            assertThat(sink.ledger().containsKey(ADA.to())).isEqualTo(taken);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DOT_SILENCE_TAKEN", "DOT_SILENCE_LOST"})
    void silenceAfterTheDotIsInDoubt(Kind kind) {
        try (FaultSink sink = sink(kind);
                Connection connection = Connection.open(Relaying.to(sink, LONG, SHORT))) {
            assertThat(connection.send(ADA, message("1"), YES))
                    .isInstanceOfSatisfying(
                            InDoubt.class,
                            doubt -> assertThat(doubt.why()).contains("did not answer the whole message"));
            assertThat(connection.isUsable()).isFalse();
        }
    }

    /// The answer after the dot takes longer than any other may.
    @Test
    void theAnswerAfterTheDotMayTakeLonger() {
        Faults slow = Faults.always(Kind.DOT_SLOW, BRISK.multipliedBy(6));
        try (FaultSink sink = FaultSink.start(slow);
                Connection connection = Connection.open(Relaying.to(sink, BRISK, LONG))) {
            assertThat(connection.send(ADA, message("1"), YES)).isInstanceOf(Accepted.class);
            sink.become(Faults.always(Kind.RCPT_SILENCE, LONG));
            assertThat(connection.send(BOB, message("2"), YES)).isInstanceOf(Unsent.class);
        }
    }

    @Test
    void theDotWaitsForTheGate() {
        try (FaultSink sink = sink(Faults.none());
                Connection connection = Connection.open(Relaying.to(sink))) {
            int[] asked = {0};
            Outcome outcome = connection.send(ADA, message("1"), () -> {
                asked[0]++;
                assertThat(sink.tries()).containsEntry(ADA.to(), 1);
                assertThat(sink.dots()).isZero();
                return true;
            });
            assertThat(outcome).isInstanceOf(Accepted.class);
            assertThat(asked[0]).isEqualTo(1);
            assertThat(sink.dots()).isEqualTo(1);
        }
    }

    @Test
    void aGateThatSaysNoLeavesNothingBehind() {
        try (FaultSink sink = sink(Faults.none())) {
            Connection connection = Connection.open(Relaying.to(sink));
            assertThat(connection.send(ADA, message("1"), () -> false)).isInstanceOf(Refused.class);
            assertThat(connection.isUsable()).isFalse();
            connection.close();
            assertThat(connection.send(BOB, message("2"), YES)).isInstanceOf(Unsent.class);
            awaitEnd(sink);
            assertThat(sink.dots()).isZero();
            assertThat(sink.ledger()).isEmpty();
        }
    }

    @Test
    void aGateThatThrowsLeavesNothingBehindEither() {
        try (FaultSink sink = sink(Faults.none());
                Connection connection = Connection.open(Relaying.to(sink));
                Connection other = Connection.open(Relaying.to(sink))) {
            assertThatThrownBy(() -> connection.send(ADA, message("1"), () -> {
                        throw new IllegalStateException("the journal's disk is full");
                    }))
                    .hasMessageContaining("disk is full");
            assertThat(connection.isUsable()).isFalse();
            Outcome outcome = other.send(ADA, message("1"), () -> {
                throw new InterruptedException();
            });
            assertThat(Thread.interrupted()).isTrue();
            assertThat(outcome).isInstanceOf(Refused.class);
            awaitEnd(sink);
            assertThat(sink.dots()).isZero();
        }
    }

    /// Until the sink has noticed that its clients are gone.
    private static void awaitEnd(FaultSink sink) {
        long limit = System.nanoTime() + LONG.toNanos();
        while (sink.open() > 0 && System.nanoTime() < limit) {
            Thread.onSpinWait();
        }
        assertThat(sink.open()).isZero();
    }

    @Test
    void anAddressOutsideAsciiGoesOnlyToServersThatTakeSuch() {
        Envelope jorg = new Envelope("b+1-3-x@news.example.org", "jörg@example.net");
        try (FaultSink sink = FaultSink.start(setup(Faults.none()).withInternational());
                Connection connection = Connection.open(Relaying.to(sink))) {
            assertThat(connection.send(jorg, message("1"), YES)).isInstanceOf(Accepted.class);
            assertThat(connection.send(ADA, message("2"), YES)).isInstanceOf(Accepted.class);
            assertThat(sink.ledger()).containsOnlyKeys("jörg@example.net", ADA.to());
        }
        try (FaultSink sink = sink(Faults.none());
                Connection connection = Connection.open(Relaying.to(sink))) {
            assertThat(connection.send(jorg, message("1"), YES)).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.reply()).contains("takes only addresses in ASCII");
                assertThat(rejected.isHardBounce()).isFalse();
            });
            assertThat(sink.tries()).isEmpty();
            assertThat(connection.send(ADA, message("2"), YES)).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void aMessageThatIsTooLongIsNotTried() {
        try (FaultSink sink = FaultSink.start(setup(Faults.none()).withSize(100));
                Connection connection = Connection.open(Relaying.to(sink))) {
            connection.requireRoom(100);
            assertThatThrownBy(() -> connection.requireRoom(101)).isInstanceOf(RelayException.class);
            assertThatThrownBy(() -> connection.send(ADA, new Data(new byte[101]), YES))
                    .isInstanceOfSatisfying(
                            RelayException.class,
                            e -> assertThat(e.isPermanent()).isTrue())
                    .hasMessageContaining("at most 100 bytes and this one has 101");
            assertThat(sink.tries()).isEmpty();
            assertThat(connection.send(ADA, message("1"), YES)).isInstanceOf(Accepted.class);
        }
        try (FaultSink sink = sink(Faults.none());
                Connection connection = Connection.open(Relaying.to(sink))) {
            connection.requireRoom(Long.MAX_VALUE);
        }
    }

    @Test
    void faultsRepeatAndTheLedgerBearsOutWhatIsTold(@TempDir Path folder) throws Exception {
        Faults faults = new Faults(42, 40, Duration.ofMillis(4), Kind.ofMessages());
        String first = run(faults, folder.resolve("first"));
        assertThat(first).isEqualTo(run(faults, folder.resolve("second")));
        assertThat(first)
                .isNotEqualTo(
                        run(new Faults(43, 40, Duration.ofMillis(4), Kind.ofMessages()), folder.resolve("third")));
        assertThat(first).contains("u0@example.net <0@news.example.org> ").contains(" taken OK\n");
    }

    private String run(Faults faults, Path ledger) throws Exception {
        try (FaultSink sink = FaultSink.start(setup(faults).withLedger(ledger))) {
            Connection connection = Connection.open(Relaying.to(sink));
            int accepted = 0;
            for (int i = 0; i < 200; i++) {
                if (!connection.isUsable()) {
                    connection.close();
                    connection = Connection.open(Relaying.to(sink));
                }
                Envelope to = new Envelope("b+" + i + "@example.org", "u" + i + "@example.net");
                Outcome outcome = connection.send(to, message(Integer.toString(i)), YES);
                accepted += outcome instanceof Accepted ? 1 : 0;
                assertThat(sink.ledger().getOrDefault(to.to(), List.of()).size())
                        .as("copies after %s", outcome)
                        .isIn(
                                switch (outcome) {
                                    case Accepted _ -> List.of(1);
                                    case InDoubt _ -> List.of(0, 1);
                                    case Deferred _, Rejected _, Unsent _, Refused _ -> List.of(0);
                                });
            }
            connection.close();
            assertThat(accepted).isBetween(80, 199);
            return Files.readString(ledger);
        }
    }
}
