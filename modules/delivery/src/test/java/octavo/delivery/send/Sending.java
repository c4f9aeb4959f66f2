package octavo.delivery.send;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.delivery.smtp.Relay;
import octavo.delivery.store.Secret;
import octavo.delivery.store.Store;
import octavo.delivery.store.StoreAddress;

/// Sends to a sink: in this process, or as the main class of one that a test kills.
public final class Sending {
    static final Map<String, String> QUICK =
            Map.of("bounces", "bounces@news.example", "retry", "1s", "pause-at", "100", "give-up", "1h");

    private Sending() {}

    static Relay relay(int port, int connections) {
        Duration soon = Duration.ofMillis(700);
        return new Relay(
                "127.0.0.1",
                port,
                Relay.Security.NONE,
                Optional.empty(),
                connections,
                new Relay.Timeouts(Duration.ofSeconds(5), soon, Duration.ofSeconds(10), soon),
                "localhost");
    }

    static SendSettings settings(String... more) {
        Map<String, String> options = new HashMap<>(QUICK);
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        return SendSettings.of(options);
    }

    /// What a test hears of a sender.
    static final class Heard implements Watcher {
        final List<String> notes = new ArrayList<>();
        final List<Progress> progress = new ArrayList<>();

        @Override
        public void progress(Progress now) {
            progress.add(now);
        }

        @Override
        public void note(String words) {
            notes.add(words);
        }
    }

    static Sender sender(Store store, long campaign, int port, int connections, Watcher watcher, String... more) {
        return new Sender(store, campaign, List.of(relay(port, connections)), settings(more), Signing.NONE, watcher);
    }

    /// @param args the store, the campaign, the sink's port, connections
    public static void main(String[] args) {
        StoreAddress address = args[0].startsWith("jdbc:")
                ? new StoreAddress.OnServer(args[0], Optional.of("postgres"), Optional.of(new Secret("postgres")))
                : new StoreAddress.InFile(Path.of(args[0]));
        try (Store store = Store.open(address)) {
            sender(store, Long.parseLong(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]), new Heard())
                    .run();
        }
    }
}
