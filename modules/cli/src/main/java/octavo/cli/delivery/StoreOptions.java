package octavo.cli.delivery;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.cli.shell.Report;
import octavo.cli.shell.Site;
import octavo.cli.shell.Terminal;
import octavo.delivery.store.StoreAddress;
import octavo.delivery.store.StoreSettings;
import octavo.model.Location;
import octavo.reader.Settings;
import picocli.CommandLine.Option;

/// Which store.
final class StoreOptions {
    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "The archive whose store it is; the one around the current folder if not given.")
    private Optional<Path> archive = Optional.empty();

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "A file or a jdbc:postgresql: address, in place of store under [delivery] in octavo.toml"
                    + " (octavo.db if there is none).")
    private Optional<String> store = Optional.empty();

    /// Where the store is. With `--store` no archive has to be there.
    StoreAddress address(Workplace work) {
        return address(work, store);
    }

    /// Another store, by the same user and password.
    StoreAddress other(Workplace work, String given) {
        return address(work, Optional.of(given));
    }

    private StoreAddress address(Workplace work, Optional<String> given) {
        if (store.isPresent() && archive.isEmpty()) {
            return StoreSettings.of(with(given, environment(work.terminal())), false, Path.of(""));
        }
        Site site = Site.of(archive.map(List::of).orElse(List.of()));
        Settings settings = Settings.load(site.root(), work.terminal().environment(), new Report());
        settings.checkFormatKeys(work.keys().get());
        Location place =
                settings.places().getOrDefault(StoreSettings.TABLE + "." + StoreSettings.PASSWORD, Location.NONE);
        return StoreSettings.of(
                with(given, settings.formats().getOrDefault(StoreSettings.TABLE, Map.of())),
                place.file().endsWith(".toml"),
                settings.root());
    }

    private static Map<String, String> with(Optional<String> given, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        given.ifPresent(store -> all.put(
                StoreSettings.STORE,
                store.startsWith("jdbc:")
                        ? store
                        : Path.of(store).toAbsolutePath().toString()));
        return all;
    }

    private static Map<String, String> environment(Terminal terminal) {
        Map<String, String> options = new HashMap<>();
        for (String key : StoreSettings.KEYS) {
            String name =
                    "OCTAVO_DELIVERY_" + key.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
            terminal.variable(name).ifPresent(value -> options.put(key, value));
        }
        return options;
    }
}
