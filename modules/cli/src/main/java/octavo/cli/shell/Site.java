package octavo.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import octavo.model.OctavoException;
import octavo.reader.Settings;

/// Where an archive is, and which paths in it were named.
///
/// @param root the archive's folder
/// @param chosen paths from the root, with `/`; empty for the whole archive
public record Site(Path root, List<String> chosen) {
    private static final List<String> MARKS = List.of(
            "octavo.toml",
            "hugo.toml",
            "hugo.yaml",
            "hugo.yml",
            "hugo.json",
            "config.toml",
            "config.yaml",
            "config.yml",
            "config.json",
            "config/_default");

    public Site {
        chosen = List.copyOf(chosen);
    }

    /// Finds the archive that paths are about.
    ///
    /// @param paths the archive's folder, or files and folders inside it, or the folder and then such paths;
    ///     none for the archive around the current folder
    public static Site of(List<Path> paths) {
        Path first = paths.isEmpty() ? Path.of("") : paths.getFirst();
        if (Files.notExists(first)) {
            throw new WrongUsage("there is no file or folder '" + first + "'");
        }
        Path start = Files.isDirectory(first) ? first : parent(first);
        Optional<Path> around = around(start);
        if (around.isEmpty() && (paths.isEmpty() || !Files.isDirectory(first))) {
            throw new WrongUsage(
                    "no archive is at or around '" + start.toAbsolutePath().normalize()
                            + "': no octavo.toml and no Hugo configuration; name the archive's folder, or make one with"
                            + " 'octavo init'");
        }
        Path root = around.orElse(start);
        List<String> chosen = new ArrayList<>();
        if (!paths.isEmpty() && !real(first).equals(real(root))) {
            chosen.add(fromRoot(root, first));
        }
        paths.stream().skip(1).forEach(path -> chosen.add(fromRoot(root, path)));
        return new Site(root, chosen);
    }

    /// The root for a file that may lie anywhere: the archive around it, else its own folder.
    public static Path rootOf(Path file) {
        return around(parent(file)).orElseGet(() -> parent(file));
    }

    /// Whether exactly one file was named.
    public boolean isOneFile() {
        return chosen.size() == 1 && Files.isRegularFile(root.resolve(chosen.getFirst()));
    }

    /// The settings to read by: a file named alone is an issue even where `octavo.toml` leaves its category out.
    public Settings wanted(Settings settings) {
        return isOneFile() ? settings.ofAllCategories() : settings;
    }

    /// The nearest folder, from here upwards, that looks like an archive's.
    private static Optional<Path> around(Path folder) {
        if (isMarked(folder)) {
            return Optional.of(folder);
        }
        Path upper = folder.toAbsolutePath().normalize().getParent();
        while (upper != null) {
            if (isMarked(upper)) {
                return Optional.of(upper);
            }
            upper = upper.getParent();
        }
        return Optional.empty();
    }

    private static boolean isMarked(Path folder) {
        return MARKS.stream().anyMatch(mark -> Files.exists(folder.resolve(mark)));
    }

    /// A path as the archive knows it. It may be given from the root or from the current folder.
    private static String fromRoot(Path root, Path path) {
        for (Path candidate : Stream.of(root.resolve(path), path).toList()) {
            Path real = Files.exists(candidate) ? real(candidate) : candidate;
            if (Files.exists(candidate) && real.startsWith(real(root))) {
                return real(root).relativize(real).toString().replace('\\', '/');
            }
        }
        throw new WrongUsage("there is no '" + path + "' in the archive '" + root + "'");
    }

    /// The folder that holds a file.
    public static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new OctavoException("'" + path + "' cannot be read (" + e + ").", e);
        }
    }
}
