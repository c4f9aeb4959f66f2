package octavo.delivery.sink;

import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// How a sink behaves beside its faults.
///
/// @param port 0 for a free one
/// @param keeping whether whole messages are kept, for small tests
/// @param ledger a file that gets a line for each decision, before the reply goes out
/// @param tls with it STARTTLS is offered
/// @param tlsFromStart whether TLS begins with the connection instead
/// @param mechanisms of AUTH that are offered, none if empty
/// @param password of the user `octavo`; where there is one, nobody sends without it
/// @param size the longest message in bytes, 0 for any
/// @param together whether it says that it takes several commands at once
/// @param international whether it takes addresses outside ASCII
public record SinkSetup(
        Faults faults,
        int port,
        boolean keeping,
        Optional<Path> ledger,
        Optional<SSLContext> tls,
        boolean tlsFromStart,
        String mechanisms,
        Optional<String> password,
        long size,
        boolean together,
        boolean international) {
    /// The only one who may log in.
    public static final String USER = "octavo";

    public static SinkSetup of(Faults faults) {
        return new SinkSetup(
                faults, 0, false, Optional.empty(), Optional.empty(), false, "", Optional.empty(), 0, true, false);
    }

    public SinkSetup withPort(int other) {
        return new SinkSetup(
                faults, other, keeping, ledger, tls, tlsFromStart, mechanisms, password, size, together, international);
    }

    public SinkSetup withKeeping() {
        return new SinkSetup(
                faults, port, true, ledger, tls, tlsFromStart, mechanisms, password, size, together, international);
    }

    public SinkSetup withLedger(Path file) {
        return new SinkSetup(
                faults,
                port,
                keeping,
                Optional.of(file),
                tls,
                tlsFromStart,
                mechanisms,
                password,
                size,
                together,
                international);
    }

    public SinkSetup withTls(SSLContext context, boolean fromStart) {
        return new SinkSetup(
                faults,
                port,
                keeping,
                ledger,
                Optional.of(context),
                fromStart,
                mechanisms,
                password,
                size,
                together,
                international);
    }

    public SinkSetup withLogin(String offered, String secret) {
        return new SinkSetup(
                faults,
                port,
                keeping,
                ledger,
                tls,
                tlsFromStart,
                offered,
                Optional.of(secret),
                size,
                together,
                international);
    }

    public SinkSetup withSize(long bytes) {
        return new SinkSetup(
                faults, port, keeping, ledger, tls, tlsFromStart, mechanisms, password, bytes, together, international);
    }

    public SinkSetup oneByOne() {
        return new SinkSetup(
                faults, port, keeping, ledger, tls, tlsFromStart, mechanisms, password, size, false, international);
    }

    public SinkSetup withInternational() {
        return new SinkSetup(
                faults, port, keeping, ledger, tls, tlsFromStart, mechanisms, password, size, together, true);
    }
}
