package octavo.delivery.smtp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import octavo.delivery.sink.FaultSink;
import octavo.delivery.sink.SinkSetup;
import octavo.delivery.smtp.Relay.Login;
import octavo.delivery.smtp.Relay.Security;
import octavo.delivery.smtp.Relay.Timeouts;
import octavo.delivery.store.Secret;

/// What these tests send, and to what.
final class Relaying {
    /// Longer than any machine needs, shorter than a person's patience.
    static final Duration LONG = Duration.ofSeconds(60);

    /// Long enough for an answer that comes at once, even from a machine with much to do.
    static final Duration BRISK = Duration.ofMillis(1500);

    /// What a test waits for where it waits in vain on purpose.
    static final Duration SHORT = Duration.ofMillis(200);

    static final Envelope ADA = new Envelope("b+1-1-x@news.example.org", "ada@example.net");
    static final Envelope BOB = new Envelope("b+1-2-x@news.example.org", "bob@example.net");

    private Relaying() {}

    static Relay to(FaultSink sink) {
        return to(sink, LONG, LONG);
    }

    static Relay to(FaultSink sink, Duration reply, Duration dot) {
        return relay(sink.port(), Security.NONE, Optional.empty(), new Timeouts(LONG, reply, LONG, dot));
    }

    static Relay to(FaultSink sink, Security security) {
        return relay(sink.port(), security, Optional.empty(), new Timeouts(LONG, LONG, LONG, LONG));
    }

    static Relay to(FaultSink sink, Security security, String password) {
        return relay(
                sink.port(),
                security,
                Optional.of(new Login(SinkSetup.USER, new Secret(password))),
                new Timeouts(LONG, LONG, LONG, LONG));
    }

    static Relay relay(int port, Security security, Optional<Login> login, Timeouts timeouts) {
        return new Relay("127.0.0.1", port, security, login, 1, timeouts, "client.example.org");
    }

    static Data message(String id) {
        return Data.of(("Message-ID: <" + id + "@news.example.org>\r\nSubject: Octavo\r\n\r\nHello.\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }
}
