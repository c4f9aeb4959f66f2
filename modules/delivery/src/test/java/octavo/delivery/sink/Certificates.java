package octavo.delivery.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Makes certificates with the JDK's keytool.
public final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private Certificates() {}

    /// A key and a certificate that it has signed itself.
    ///
    /// @param name an entry as keytool takes it: `dns:localhost`, `ip:127.0.0.1`
    /// @param begin when it began to be valid for two days, as keytool takes it: `-1d`
    /// @return serves with the key, and believes the certificate
    public static SSLContext selfSigned(Path folder, String name, String begin) {
        try {
            Path file = folder.resolve("key-" + name.replace(':', '-') + begin + ".p12");
            if (Files.notExists(file)) {
                make(file, name, begin);
            }
            KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD);
            KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
            believed.load(null, null);
            believed.setCertificateEntry("relay", keys.getCertificate("relay"));
            var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keys, PASSWORD);
            var others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            others.init(believed);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), others.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path file, String name, String begin) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-genkeypair", "-alias", "relay", "-keyalg", "EC", "-dname", "CN=relay"));
        command.addAll(List.of("-ext", "san=" + name, "-startdate", begin, "-validity", "2"));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
        command.addAll(List.of("-keystore", file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
