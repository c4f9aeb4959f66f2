package octavo.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import octavo.cli.delivery.DeliveryKeys;
import octavo.cli.shell.Terminal;
import octavo.cli.shell.WrongUsage;
import octavo.delivery.store.StoreSettings;
import picocli.CommandLine.Option;

/// How issues look: theme, pictures, the settings of their formats.
class LookOptions {
    private static final Set<String> SECRET = DeliveryKeys.SECRET.stream()
            .map(key -> StoreSettings.TABLE + "." + key)
            .collect(Collectors.toSet());

    @Option(
            names = "--theme",
            paramLabel = "DIR",
            description = "A theme's folder; its files come before the archive's own templates/ and the built-in ones.")
    Optional<Path> theme = Optional.empty();

    @Option(
            names = "--fetch-remote",
            description = "Fetch pictures from the web; without it a caption with a link stands in.")
    boolean fetchRemote;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where scaled, drawn and fetched pictures are kept; OCTAVO_CACHE if not given.")
    Optional<Path> cache = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "FORMAT.KEY=VALUE",
            description = {
                "A setting of a format for this run, above octavo.toml: --set pdf.page-size=A5.",
                "Can be given more than once."
            })
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--assets",
            paramLabel = "DIR",
            description = {
                "The pictures of emails, made for mail, go to DIR for a web server,",
                "and emails load them from the address [email] assets-url."
            })
    Optional<Path> assets = Optional.empty();

    /// The environment with the settings of this run over its own.
    ///
    /// @throws WrongUsage for a setting that no format has
    Map<String, String> environment(Terminal terminal, Formats formats) {
        Map<String, String> environment = new LinkedHashMap<>(terminal.environment());
        Set<String> known = formats.optionKeys().entrySet().stream()
                .flatMap(format -> format.getValue().stream().map(key -> format.getKey() + "." + key))
                .collect(Collectors.toCollection(TreeSet::new));
        settings.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw new WrongUsage(
                        "--set: no format has a setting '" + name + "'; known are " + String.join(", ", known));
            }
            if (SECRET.contains(name)) {
                throw new WrongUsage("--set: a command line is seen by everybody on the machine, so it must not hold a"
                        + " password; set " + variable(name) + ", or name a file with "
                        + name.substring(name.indexOf('.') + 1) + "-file under [delivery]");
            }
            environment.put(variable(name), value);
        });
        assets.ifPresent(folder -> environment.put(
                variable("email.assets"), folder.toAbsolutePath().toString()));
        return environment;
    }

    static String variable(String name) {
        return "OCTAVO_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /// The cache folder: as told, else where the system keeps such things.
    Path cacheFolder(Terminal terminal) {
        return cache.or(() -> terminal.variable("OCTAVO_CACHE").map(Path::of)).orElseGet(() -> usual(terminal));
    }

    private static Path usual(Terminal terminal) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.startsWith("mac")) {
            return home.resolve("Library/Caches/octavo");
        }
        return terminal.variable("XDG_CACHE_HOME")
                .or(() -> terminal.variable("LOCALAPPDATA"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> home.resolve(".cache"))
                .resolve("octavo");
    }
}
