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
    /// The same, or TLS over it.
    private @Nullable Socket top;
    /// When a write has taken too long, by the clock of [System#nanoTime()].
    private volatile long lateAt;
    private volatile boolean writing;

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
        return new TlsSockets(trust.getSocketFactory());
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
        WriteGuard.forget(this);
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

    /// Writes at once, whatever its length, where nobody has anything in a buffer.
    ///
    /// @param limit where the network has not taken all of it then, the connection is cut
    void write(byte[] bytes, Duration limit) throws IOException {
        Socket held = top;
        if (held == null) {
            throw new SocketException("there is no connection");
        }
        lateAt = System.nanoTime() + limit.toNanos();
        writing = true;
        try {
            held.getOutputStream().write(bytes);
        } finally {
            writing = false;
        }
    }

    void cutIfLate() {
        if (writing && System.nanoTime() - lateAt > 0) {
            cut();
        }
    }

    private Socket hold(Socket made) throws SocketException {
        made.setTcpNoDelay(true);
        WriteGuard.watch(this);
        socket = made;
        top = made;
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
            Socket covered = layers.createSocket(hold(below), host, port, autoClose);
            top = covered;
            return covered;
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
