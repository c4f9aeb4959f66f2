package octavo.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Options of the commands that make outputs.
final class RenderOptions {
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
            description = "Where scaled and fetched pictures are kept; OCTAVO_CACHE if not given.")
    Optional<Path> cache = Optional.empty();

    @Option(names = "--strict", description = "Make nothing and exit with 3 where there are warnings or errors.")
    boolean strict;

    @Option(names = "--json", description = "Print what was made and found as JSON.")
    boolean json;

    @Option(names = "--verbose", description = "Show everything that was found, notes as well.")
    boolean verbose;

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
