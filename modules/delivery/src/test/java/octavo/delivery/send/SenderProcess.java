package octavo.delivery.send;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Store;
import octavo.delivery.store.StoreAddress;
import octavo.model.OctavoException;

/// Senders of their own, to be stopped and killed.
final class SenderProcess {
    private static final int MOST_TRIES = 100;

    private SenderProcess() {}

    static Process start(
            StoreAddress address, long campaign, int port, int connections, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Sending.class.getName(),
                address.shown(),
                Long.toString(campaign),
                Integer.toString(port),
                Integer.toString(connections));
        builder.environment().putAll(environment);
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Ends the leases of a sender that is dead or stopped. A minute is long for a test, and to a sender whose lease is
    /// over it makes no difference who wrote so. What a dead sender's connection still does may be in the
    /// way at first.
    static void leasesEnd(Store store, Process sender) throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                store.write(tx -> tx.update(Sql.of(
                        "UPDATE delivery SET lease_until = 0 WHERE state IN ('CLAIMED', 'ATTEMPTING') AND owner LIKE ?",
                        "%/" + sender.pid() + "/%")));
                return;
            } catch (OctavoException e) {
                if (tries > MOST_TRIES) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }
}
