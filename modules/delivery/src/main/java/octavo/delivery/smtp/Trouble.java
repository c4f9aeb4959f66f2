package octavo.delivery.smtp;

import jakarta.mail.AuthenticationFailedException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Words for the operator where a relay cannot be used.
final class Trouble {
    private static final String LATER = "; Octavo can try again later, and nothing is lost meanwhile.";

    private Trouble() {}

    /// @param last the last reply that was read
    /// @param failure what Angus made of it
    static RelayException ofConnecting(Relay relay, Reply last, Throwable failure) {
        String name = "The relay " + relay.shown();
        Optional<RelayException> network = ofNetwork(relay, name, failure);
        if (network.isPresent()) {
            return network.get();
        }
        if (failure instanceof AuthenticationFailedException) {
            return ofLogin(name, last, failure);
        }
        if (last.isForLater()) {
            return temporary(name + " takes no mail now (it says: " + last.line() + ")" + LATER, failure);
        }
        if (last.isFinal()) {
            return permanent(
                    name + " refuses to talk to this machine (it says: " + last.line() + "); ask those who run it to"
                            + " let this machine in, or name another with smtp-host under [delivery].",
                    failure);
        }
        if (last.isEnd() || last.isPositive()) {
            return temporary(name + " ended the connection before it was ready" + LATER, failure);
        }
        return temporary(
                name + " answers what no mail server says (" + last.line() + "); see that smtp-port under [delivery] is"
                        + " right.",
                failure);
    }

    private static Optional<RelayException> ofNetwork(Relay relay, String name, Throwable failure) {
        Optional<RelayException> certificate = ofCertificate(relay, name, failure);
        if (certificate.isPresent()) {
            return certificate;
        }
        if (has(failure, UnknownHostException.class) != null) {
            return Optional.of(temporary(
                    name + " has a name that is not known; correct smtp-host under [delivery], or see that this machine"
                            + " can look names up.",
                    failure));
        }
        if (has(failure, SocketTimeoutException.class) != null) {
            return Optional.of(temporary(
                    name + " does not answer in time; see that it runs and that no firewall is in between, and that"
                            + " smtp-port and smtp-security under [delivery] go together (587 with starttls, 465 with"
                            + " tls).",
                    failure));
        }
        if (has(failure, ConnectException.class) != null) {
            return Optional.of(temporary(
                    name + " cannot be reached (" + deepest(failure) + "); see that it runs, and that smtp-host and"
                            + " smtp-port under [delivery] are right.",
                    failure));
        }
        return Optional.empty();
    }

    private static Optional<RelayException> ofCertificate(Relay relay, String name, Throwable failure) {
        CertificateException certificate = has(failure, CertificateException.class);
        if (has(failure, CertificateExpiredException.class) != null
                || has(failure, CertificateNotYetValidException.class) != null) {
            return Optional.of(permanent(
                    name + " has a certificate that is not valid today (" + deepest(failure) + "); ask those who run it"
                            + " to renew it, and see that this machine's clock is right.",
                    failure));
        }
        if (has(failure, CertPathBuilderException.class) != null) {
            return Optional.of(permanent(
                    name + " has a certificate that nobody known has signed; ask those who run it for one that is, or"
                            + " if it is your own, add its authority to a trust store and name that with"
                            + " JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE.",
                    failure));
        }
        if (certificate != null && String.valueOf(certificate.getMessage()).startsWith("No ")) {
            return Optional.of(permanent(
                    name + " has a certificate for another name, so it may be another server; correct smtp-host under"
                            + " [delivery] to the name in the certificate, or ask those who run it for a certificate"
                            + " for " + relay.host() + ".",
                    failure));
        }
        SSLException tls = has(failure, SSLException.class);
        if (tls == null
                || has(failure, EOFException.class) != null
                || has(failure, SocketTimeoutException.class) != null) {
            return Optional.empty();
        }
        return Optional.of(permanent(
                name + " and this machine cannot agree on TLS (" + deepest(failure) + "); see that smtp-port and"
                        + " smtp-security under [delivery] go together (587 with starttls, 465 with tls).",
                failure));
    }

    private static RelayException ofLogin(String name, Reply last, Throwable failure) {
        if (last.isFinal()) {
            return permanent(
                    name + " does not take the user and the password (it says: " + last.line() + "); correct smtp-user"
                            + " under [delivery], and OCTAVO_DELIVERY_SMTP_PASSWORD or smtp-password-file.",
                    failure);
        }
        if (last.isPositive()) {
            return permanent(
                    name + " offers no way to log in that Octavo knows (PLAIN and LOGIN); ask those who run it.",
                    failure);
        }
        return temporary(name + " cannot check the password now (it says: " + last.line() + ")" + LATER, failure);
    }

    static RelayException noStartTls(Relay relay) {
        return permanent(
                "The relay " + relay.shown() + " does not offer STARTTLS, so nothing is sent to it; try port 465 with"
                        + " smtp-security = \"tls\" under [delivery]. Only if everything between here and the relay is"
                        + " yours: smtp-security = \"none\".",
                null);
    }

    static RelayException noLogin(Relay relay) {
        return permanent(
                "The relay " + relay.shown() + " does not offer to log in; take smtp-user out of [delivery] if it takes"
                        + " mail from this machine without, or correct smtp-host and smtp-port.",
                null);
    }

    static RelayException senderRefused(Relay relay, String sender, Reply reply) {
        return permanent(
                "The relay " + relay.shown() + " refuses the sender " + sender + " (it says: " + reply.line() + "); ask"
                        + " those who run it to let you send from that address, or log in as one who may.",
                null);
    }

    static RelayException tooLong(Relay relay, long length, long maximum) {
        return permanent(
                "The relay " + relay.shown() + " takes messages of at most " + maximum + " bytes and this one has "
                        + length + "; make its pictures smaller, or ask those who run the relay to take more.",
                null);
    }

    /// The relay has said so when it heard the size (RFC 1870, section 6.2).
    static RelayException tooLong(Relay relay, long length, Reply reply) {
        return permanent(
                "The relay " + relay.shown() + " does not take a message of " + length + " bytes (" + reply.line()
                        + "); make its pictures smaller, or ask those who run the relay to take more.",
                null);
    }

    private static RelayException permanent(String words, @Nullable Throwable cause) {
        return new RelayException(true, words, cause);
    }

    private static RelayException temporary(String words, @Nullable Throwable cause) {
        return new RelayException(false, words, cause);
    }

    private static <T extends Throwable> @Nullable T has(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }

    /// What the network itself said, for the end of a sentence.
    static String deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return Reply.clean(deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage());
    }

    static boolean isTimeout(Throwable failure) {
        return has(failure, SocketTimeoutException.class) != null;
    }
}
