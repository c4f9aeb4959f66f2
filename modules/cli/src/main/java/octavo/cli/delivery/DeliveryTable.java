package octavo.cli.delivery;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.delivery.send.SendSettings;
import octavo.delivery.smtp.Relay;
import octavo.delivery.smtp.Relays;
import octavo.delivery.store.StoreAddress;
import octavo.delivery.store.StoreSettings;
import octavo.model.OctavoException;
import octavo.reader.Settings;

/// The table `[delivery]` of an archive.
///
/// @param options its values, those of the environment above those of the file
/// @param root the archive's folder: relative paths start there
record DeliveryTable(Map<String, String> options, Path root) {
    DeliveryTable {
        options = Map.copyOf(options);
    }

    /// @throws OctavoException where the file holds a password
    static DeliveryTable of(Settings settings) {
        for (String key : DeliveryKeys.SECRET) {
            boolean inFile = Optional.ofNullable(settings.places().get(StoreSettings.TABLE + "." + key))
                    .filter(place -> place.file().endsWith(".toml"))
                    .isPresent();
            if (inFile) {
                throw new OctavoException("octavo.toml must not hold a password, as it is shared with everybody who"
                        + " has the archive; set " + DeliveryKeys.variable(key) + ", or name a file with " + key
                        + "-file under [delivery].");
            }
        }
        return new DeliveryTable(settings.formats().getOrDefault(StoreSettings.TABLE, Map.of()), settings.root());
    }

    /// @param given a store in place of the table's
    StoreAddress store(Optional<String> given) {
        Map<String, String> all = new HashMap<>(options);
        given.ifPresent(store -> all.put(
                StoreSettings.STORE,
                store.startsWith("jdbc:")
                        ? store
                        : Path.of(store).toAbsolutePath().toString()));
        return StoreSettings.of(all, false, root);
    }

    List<Relay> relays() {
        return Relays.of(options, root);
    }

    SendSettings sending() {
        return SendSettings.of(options);
    }
}
