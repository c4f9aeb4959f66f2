package octavo.delivery.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Makes certificates with the JDK's keytool.
public final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String AUTHORITY = "ca";

    private Certificates() {}

    /// A key with a certificate, signed by an authority that is made for this folder.
    ///
    /// @param name an entry as keytool takes it: `dns:localhost`, `ip:127.0.0.1`
    /// @param begin when it began to be valid for two days, as keytool takes it: `-1d`
    /// @return serves with the key, and believes the authority
    public static SSLContext of(Path folder, String name, String begin) {
        try {
            Path file = folder.resolve("keys.p12");
            if (Files.notExists(file)) {
                keytool(file, AUTHORITY, "-ext", "bc:critical=ca:true", "-validity", "2");
            }
            String alias = (name + begin).toLowerCase(Locale.ROOT);
            keytool(file, alias, "-signer", AUTHORITY, "-ext", "san=" + name, "-startdate", begin, "-validity", "2");
            KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD);
            KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
            believed.load(null, null);
            believed.setCertificateEntry(AUTHORITY, keys.getCertificate(AUTHORITY));
            for (String other : Collections.list(keys.aliases())) {
                if (!other.equals(alias)) {
                    keys.deleteEntry(other);
                }
            }
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

    private static void keytool(Path file, String alias, String... more) throws IOException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(program.toString(), "-J-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-genkeypair", "-alias", alias));
        command.addAll(List.of("-keyalg", "EC", "-dname", "CN=test", "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", new String(PASSWORD), "-keystore", file.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
