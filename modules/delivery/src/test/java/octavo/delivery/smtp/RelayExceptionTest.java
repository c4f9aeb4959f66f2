package octavo.delivery.smtp;

import static octavo.delivery.smtp.Relaying.ADA;
import static octavo.delivery.smtp.Relaying.BRISK;
import static octavo.delivery.smtp.Relaying.LONG;
import static octavo.delivery.smtp.Relaying.SHORT;
import static octavo.delivery.smtp.Relaying.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import octavo.delivery.sink.Certificates;
import octavo.delivery.sink.FaultSink;
import octavo.delivery.sink.Faults;
import octavo.delivery.sink.Faults.Kind;
import octavo.delivery.sink.SinkSetup;
import octavo.delivery.smtp.Outcome.Accepted;
import octavo.delivery.smtp.Outcome.InDoubt;
import octavo.delivery.smtp.Relay.Security;
import octavo.delivery.smtp.Relay.Timeouts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayExceptionTest {
    private static final String PASSWORD = "correct horse";
    private static final SinkSetup PLAIN = SinkSetup.of(Faults.none());

    @TempDir
    static Path folder = Path.of("");

    private static SSLContext right = defaults();
    private static SSLContext otherName = defaults();
    private static SSLContext expired = defaults();

    private static SSLContext defaults() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void makeCertificates() {
        right = Certificates.of(folder, "ip:127.0.0.1", "-1d");
        otherName = Certificates.of(folder, "dns:other.example.org", "-1d");
        expired = Certificates.of(folder, "ip:127.0.0.1", "-9d");
    }

    private static RelayException failure(Relay relay, SSLContext trust) {
        RelayException e = catchThrowableOfType(RelayException.class, () -> Connection.open(relay, trust));
        assertThat(e).as("a failure").isNotNull();
        var trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(PASSWORD, "wrong horse");
        assertThat(e).hasMessageStartingWith("The relay 127.0.0.1:" + relay.port() + " ");
        assertThat(e.getMessage()).endsWith(".");
        return e;
    }

    private static void permanent(Relay relay, SSLContext trust, String... words) {
        RelayException e = failure(relay, trust);
        assertThat(e.getMessage()).contains(words);
        assertThat(e.isPermanent()).isTrue();
    }

    private static void temporary(Relay relay, String... words) {
        RelayException e = failure(relay, right);
        assertThat(e.getMessage()).contains(words);
        assertThat(e.isPermanent()).isFalse();
    }

    private static void sends(FaultSink sink, Relay relay) {
        try (Connection connection = Connection.open(relay, right)) {
            assertThat(connection.send(ADA, message("1"), () -> true)).isInstanceOf(Accepted.class);
            assertThat(connection.send(ADA, message("2"), () -> true)).isInstanceOf(Accepted.class);
        }
        assertThat(sink.ledger().get(ADA.to())).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"STARTTLS, PLAIN LOGIN", "TLS, PLAIN", "TLS, LOGIN", "STARTTLS, LOGIN"})
    void withARightCertificateAndPasswordItSends(Security security, String mechanisms) {
        boolean fromStart = security == Security.TLS;
        try (FaultSink sink = FaultSink.start(PLAIN.withTls(right, fromStart).withLogin(mechanisms, PASSWORD))) {
            sends(sink, Relaying.to(sink, security, PASSWORD));
        }
    }

    @Test
    void aRelayOnThisMachineMayHaveAPasswordInTheOpen() {
        try (FaultSink sink = FaultSink.start(PLAIN.withLogin("PLAIN", PASSWORD))) {
            sends(sink, Relaying.to(sink, Security.NONE, PASSWORD));
        }
    }

    /// The TLS socket reads through the one whose time-out is set.
    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void patienceAfterTheDotWorksUnderTls(Security security) {
        Faults silent = Faults.always(Kind.DOT_SILENCE_TAKEN, LONG);
        try (FaultSink sink = FaultSink.start(SinkSetup.of(silent).withTls(right, security == Security.TLS))) {
            Relay relay =
                    Relaying.relay(sink.port(), security, Optional.empty(), new Timeouts(LONG, LONG, LONG, SHORT));
            try (Connection connection = Connection.open(relay, right)) {
                assertThat(connection.send(ADA, message("1"), () -> true))
                        .isInstanceOfSatisfying(
                                InDoubt.class, doubt -> assertThat(doubt.why()).contains("did not answer"));
            }
        }
        Faults slow = Faults.always(Kind.DOT_SLOW, BRISK.multipliedBy(6));
        try (FaultSink sink = FaultSink.start(SinkSetup.of(slow).withTls(right, security == Security.TLS))) {
            Timeouts timeouts = new Timeouts(LONG, BRISK, LONG, LONG);
            Relay relay = Relaying.relay(sink.port(), security, Optional.empty(), timeouts);
            try (Connection connection = Connection.open(relay, right)) {
                assertThat(connection.send(ADA, message("1"), () -> true)).isInstanceOf(Accepted.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void aGateThatSaysNoLeavesNothingBehindUnderTls(Security security) {
        try (FaultSink sink = FaultSink.start(PLAIN.withTls(right, security == Security.TLS))) {
            try (Connection connection = Connection.open(Relaying.to(sink, security), right)) {
                assertThat(connection.send(ADA, message("1"), () -> false)).isInstanceOf(Outcome.Refused.class);
            }
            sends(sink, Relaying.to(sink, security));
            assertThat(sink.dots()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void certificatesAreChecked(Security security) {
        boolean fromStart = security == Security.TLS;
        try (FaultSink sink = FaultSink.start(PLAIN.withTls(right, fromStart))) {
            permanent(Relaying.to(sink, security), defaults(), "that nobody known has signed", "trustStore");
        }
        try (FaultSink sink = FaultSink.start(PLAIN.withTls(otherName, fromStart))) {
            permanent(Relaying.to(sink, security), otherName, "certificate for another name", "correct smtp-host");
        }
        try (FaultSink sink = FaultSink.start(PLAIN.withTls(expired, fromStart))) {
            permanent(Relaying.to(sink, security), expired, "not valid today", "renew");
        }
    }

    @Test
    void withoutStartTlsNothingIsSent() {
        try (FaultSink sink = FaultSink.start(PLAIN.withLogin("PLAIN", PASSWORD))) {
            permanent(
                    Relaying.to(sink, Security.STARTTLS, PASSWORD), right, "does not offer STARTTLS", "smtp-security");
        }
    }

    @Test
    void tlsToAPortThatSpeaksInTheOpenIsSaid() {
        try (FaultSink sink = FaultSink.start(PLAIN)) {
            permanent(Relaying.to(sink, Security.TLS), right, "cannot agree on TLS", "smtp-port and smtp-security");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN"})
    void aWrongPasswordIsSaid(String mechanism) {
        try (FaultSink sink = FaultSink.start(PLAIN.withTls(right, false).withLogin(mechanism, PASSWORD))) {
            permanent(
                    Relaying.to(sink, Security.STARTTLS, "wrong horse"),
                    right,
                    "does not take the user and the password",
                    "535 5.7.8 wrong",
                    "smtp-user",
                    "OCTAVO_DELIVERY_SMTP_PASSWORD");
        }
    }

    @Test
    void aLoginThatIsNotOfferedIsSaid() {
        try (FaultSink sink = FaultSink.start(PLAIN.withTls(right, false))) {
            permanent(Relaying.to(sink, Security.STARTTLS, PASSWORD), right, "does not offer to log in");
        }
        try (FaultSink sink = FaultSink.start(PLAIN.withTls(right, false).withLogin("GSSAPI", PASSWORD))) {
            permanent(Relaying.to(sink, Security.STARTTLS, PASSWORD), right, "no way to log in that Octavo knows");
        }
    }

    @Test
    void aLoginThatIsMissingIsTheSendersFault() {
        try (FaultSink sink = FaultSink.start(PLAIN.withLogin("PLAIN", PASSWORD));
                Connection connection = Connection.open(Relaying.to(sink))) {
            RelayException e =
                    catchThrowableOfType(RelayException.class, () -> connection.send(ADA, message("1"), () -> true));
            assertThat(e).hasMessageContaining("530 5.7.0 log in first");
            assertThat(e.isPermanent()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"GREETING_4XX, 421 4.3.2 too busy", "EHLO_4XX, 421 4.3.2 not now"})
    void aBusyRelayIsWorthAnotherTry(Kind kind, String reply) {
        try (FaultSink sink = FaultSink.start(Faults.always(kind, LONG))) {
            temporary(Relaying.to(sink), "takes no mail now", reply);
        }
    }

    @ParameterizedTest
    @CsvSource({"GREETING_5XX, 554 5.7.1 not you", "EHLO_5XX, 550 5.7.1 not you"})
    void aRelayThatRefusesThisMachineNeedsAPerson(Kind kind, String reply) {
        try (FaultSink sink = FaultSink.start(Faults.always(kind, LONG))) {
            permanent(Relaying.to(sink), right, "refuses to talk to this machine", reply);
        }
    }

    @Test
    void whatIsNoMailServerIsSaid() {
        try (FaultSink sink = FaultSink.start(Faults.always(Kind.GREETING_GARBAGE, LONG))) {
            temporary(Relaying.to(sink), "what no mail server says", "SSH-2.0", "smtp-port");
        }
    }

    @Test
    void aRelayThatIsDownIsWorthAnotherTry() throws Exception {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        Timeouts timeouts = new Timeouts(LONG, LONG, LONG, LONG);
        temporary(Relaying.relay(port, Security.NONE, Optional.empty(), timeouts), "cannot be reached", "smtp-host");
    }

    @Test
    void aRelayThatSaysNothingIsWorthAnotherTry() throws Exception {
        Timeouts timeouts = new Timeouts(LONG, Duration.ofMillis(100), LONG, LONG);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            temporary(
                    Relaying.relay(silent.getLocalPort(), Security.STARTTLS, Optional.empty(), timeouts),
                    "does not answer in time",
                    "smtp-security");
        }
    }

    @Test
    void aNameThatIsNotKnownIsSaid() {
        Relay relay = new Relay(
                "relay.invalid", 25, Security.NONE, Optional.empty(), 1, Timeouts.USUAL, "client.example.org");
        RelayException e = catchThrowableOfType(RelayException.class, () -> Connection.open(relay));
        assertThat(e).hasMessageContaining("relay.invalid:25 has a name that is not known");
        assertThat(e.isPermanent()).isFalse();
    }
}
