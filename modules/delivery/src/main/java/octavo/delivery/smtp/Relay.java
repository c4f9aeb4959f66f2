package octavo.delivery.smtp;

import java.time.Duration;
import java.util.Optional;
import octavo.delivery.store.Secret;

/// A relay as `[delivery]` of `octavo.toml` names it: the server that takes messages from us and delivers them.
///
/// @param host a name or an address; with TLS the certificate must be for it
/// @param security how the connection is kept private
/// @param login empty where the relay takes mail from this machine without one
/// @param connections as many may be open at once
/// @param helo how this machine calls itself
public record Relay(
        String host,
        int port,
        Security security,
        Optional<Login> login,
        int connections,
        Timeouts timeouts,
        String helo) {
    private static final int LAST_PORT = 65_535;

    /// @throws IllegalArgumentException where a password would go over an open connection to another machine
    public Relay {
        if (port < 1 || port > LAST_PORT || connections < 1) {
            throw new IllegalArgumentException("no such port or no connection: " + port + ", " + connections);
        }
        if (security == Security.NONE && login.isPresent() && !isLocal(host)) {
            throw new IllegalArgumentException("a password must not go over an open connection");
        }
    }

    /// How the connection is kept private.
    public enum Security {
        /// Begins in the open and goes on with TLS (RFC 3207), or not at all.
        STARTTLS,
        /// TLS from the first byte on (RFC 8314).
        TLS,
        /// Open, only where it is asked for or the relay is on this machine.
        NONE
    }

    /// What the relay knows us by.
    public record Login(String user, Secret password) {}

    /// How long to wait for the network, each at most some weeks.
    ///
    /// @param connect for the connection
    /// @param reply for an answer to a command
    /// @param write for the network to take what is written
    /// @param dot for the answer to a whole message
    public record Timeouts(Duration connect, Duration reply, Duration write, Duration dot) {
        /// RFC 5321, 4.5.3.2: five minutes for an answer, ten after the dot.
        public static final Timeouts USUAL = new Timeouts(
                Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(10));

        /// The same with another time for an answer; an answer to a whole message may always take longer.
        Timeouts withReply(Duration other) {
            return new Timeouts(connect, other, write, other.compareTo(dot) > 0 ? other : dot);
        }
    }

    /// `mail.example.org:587`
    public String shown() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /// Whether what goes to this host never leaves the machine.
    static boolean isLocal(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("127.0.0.1") || host.equals("::1");
    }
}
