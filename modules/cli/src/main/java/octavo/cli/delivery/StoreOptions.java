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
import octavo.reader.Settings;
import picocli.CommandLine.Option;

/// Which store.
final class StoreOptions {
    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "The archive whose store it is; the one around the current folder if not given.")
    Optional<Path> archive = Optional.empty();

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "A file or a jdbc:postgresql: address, in place of store under [delivery] in octavo.toml"
                    + " (octavo.db if there is none).")
    Optional<String> store = Optional.empty();

    /// Where the store is. With `--store` no archive has to be there.
    StoreAddress address(Workplace work) {
        return address(work, store);
    }

    /// Another store, by the same user and password.
    StoreAddress other(Workplace work, String given) {
        return address(work, Optional.of(given));
    }

    private StoreAddress address(Workplace work, Optional<String> given) {
        DeliveryTable table = store.isPresent() && archive.isEmpty()
                ? new DeliveryTable(environment(work.terminal()), Path.of(""))
                : DeliveryTable.of(settings(work, work.terminal().environment()));
        return table.store(given);
    }

    /// The settings of the archive that was named or is around; with `--store` there need not be one, and the
    /// environment has them all.
    Settings settings(Workplace work, Map<String, String> environment) {
        Path root = store.isPresent() && archive.isEmpty()
                ? Site.rootOf(Path.of("octavo.toml"))
                : Site.of(archive.map(List::of).orElse(List.of())).root();
        Settings settings = Settings.load(root, environment, new Report());
        settings.checkFormatKeys(work.keys().get());
        return settings;
    }

    private static Map<String, String> environment(Terminal terminal) {
        Map<String, String> options = new HashMap<>();
        for (String key : DeliveryKeys.ALL) {
            terminal.variable(DeliveryKeys.variable(key)).ifPresent(value -> options.put(key, value));
        }
        return options;
    }
}
