package octavo.cli.delivery;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import octavo.delivery.send.SendSettings;
import octavo.delivery.smtp.Relays;
import octavo.delivery.store.StoreSettings;

/// The keys of the table `[delivery]`.
public final class DeliveryKeys {
    /// All of them.
    public static final Set<String> ALL = Stream.of(StoreSettings.KEYS, Relays.KEYS, SendSettings.KEYS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /// Those that neither `octavo.toml` nor a command line may hold, as both are read by others.
    public static final Set<String> SECRET = Set.of(StoreSettings.PASSWORD, "smtp-password");

    private DeliveryKeys() {}

    /// The variable that sets a key: `OCTAVO_DELIVERY_SMTP_HOST`.
    static String variable(String key) {
        return "OCTAVO_DELIVERY_" + key.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }
}
