package octavo.delivery.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Makes the socket of one connection and keeps hold of it, as Angus Mail lets nobody at it: to wait longer for one
/// answer than for others, and to cut a connection without another word.
///
/// Nagle's algorithm is off: the final dot is a small packet of its own, which would wait for the server's delayed
/// acknowledgement (measured: 44 ms instead of 1.4 ms for a message of 60 kB).
final class Wire {
    private final SSLContext trust;
    private @Nullable Socket socket;

    /// @param trust says which certificates are believed
    Wire(SSLContext trust) {
        this.trust = trust;
    }

    /// For connections that begin in the open.
    SocketFactory open() {
        return new OpenSockets();
    }

    /// Puts TLS over the open connection that there is (STARTTLS).
    SSLSocketFactory starttls() {
        return trust.getSocketFactory();
    }

    /// For connections with TLS from the beginning.
    SSLSocketFactory tls() {
        return new TlsSockets(trust.getSocketFactory());
    }

    /// Sets how long the next answers may take. A TLS socket over this one reads through it, so this goes for both.
    void patience(Duration time) throws SocketException {
        Socket held = socket;
        if (held != null) {
            held.setSoTimeout(Math.toIntExact(time.toMillis()));
        }
    }

    /// Whether nobody on this side, a write's time-out included, has closed the socket.
    boolean isOpen() {
        Socket held = socket;
        return held != null && !held.isClosed();
    }

    /// Closes the socket; what is buffered above it never gets out.
    void cut() {
        Socket held = socket;
        if (held == null) {
            return;
        }
        try {
            held.close();
        } catch (IOException _) {
            // It is of no use any more either way.
        }
    }

    private Socket hold(Socket made) throws SocketException {
        made.setTcpNoDelay(true);
        socket = made;
        return made;
    }

    private final class OpenSockets extends SocketFactory {
        @Override
        public Socket createSocket() throws SocketException {
            return hold(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    /// Angus makes the open socket below TLS itself and lets it be covered here.
    private final class TlsSockets extends SSLSocketFactory {
        private final SSLSocketFactory layers;

        TlsSockets(SSLSocketFactory layers) {
            this.layers = layers;
        }

        @Override
        public Socket createSocket(Socket below, String host, int port, boolean autoClose) throws IOException {
            return layers.createSocket(hold(below), host, port, autoClose);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return layers.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return layers.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
