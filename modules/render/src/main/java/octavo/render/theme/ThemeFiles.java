package octavo.render.theme;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import octavo.model.OctavoException;

/// A theme's files: the user's folders first, then what the class path brings (the built-in theme, renderers' own
/// jars).
///
/// @param folders in the order of precedence; a file is read only if it really lies below its folder
public record ThemeFiles(List<Path> folders) {
    public ThemeFiles {
        folders = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
    }

    /// The first file with this path.
    public Optional<byte[]> find(String path) {
        Optional<Path> own = origin(path);
        return own.isPresent() ? own.map(ThemeFiles::read) : BuiltInFiles.find(path);
    }

    /// The user's own file with this path, empty where the built-in one stands.
    public Optional<Path> origin(String path) {
        return folders.stream().flatMap(folder -> inside(folder, path).stream()).findFirst();
    }

    /// The built-in properties of this path, overlaid by each folder's, key by key; empty where there are none.
    public Map<String, String> properties(String path) {
        Map<String, String> all = new LinkedHashMap<>();
        BuiltInFiles.find(path).ifPresent(bytes -> overlay(all, bytes, "the built-in theme's " + path));
        for (Path folder : folders.reversed()) {
            inside(folder, path).ifPresent(file -> overlay(all, read(file), file.toString()));
        }
        return all;
    }

    private static void overlay(Map<String, String> all, byte[] bytes, String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            throw new OctavoException(file + " is not a properties file: " + e.getMessage(), e);
        }
        properties.stringPropertyNames().stream().sorted().forEach(key -> all.put(key, properties.getProperty(key)));
    }

    private static Optional<Path> inside(Path folder, String path) {
        try {
            Path file = folder.resolve(path).normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw new OctavoException(
                        "The theme's file " + file + " leads outside the theme; copy it there instead.");
            }
            return Optional.of(file);
        } catch (InvalidPathException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new OctavoException("The theme's file " + folder.resolve(path) + " cannot be read: " + e, e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new OctavoException("The theme's file " + file + " cannot be read: " + e, e);
        }
    }
}
