package octavo.render.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    /// Where jars keep their part of the theme.
    private static final String BUILT_IN = "octavo/theme/";

    public ThemeFiles {
        folders = List.copyOf(folders);
    }

    /// The first file with this path.
    public Optional<byte[]> find(String path) {
        for (Path folder : folders) {
            Optional<byte[]> own = read(folder, path);
            if (own.isPresent()) {
                return own;
            }
        }
        return builtIn(path);
    }

    /// The built-in properties of this path, overlaid by each folder's, key by key; empty where there are none.
    public Map<String, String> properties(String path) {
        Map<String, String> all = new LinkedHashMap<>();
        builtIn(path).ifPresent(bytes -> overlay(all, bytes, path));
        for (Path folder : folders.reversed()) {
            read(folder, path).ifPresent(bytes -> overlay(all, bytes, path));
        }
        return all;
    }

    private static void overlay(Map<String, String> all, byte[] bytes, String path) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            throw new OctavoException("The theme's file " + path + " is not a properties file: " + e.getMessage(), e);
        }
        properties.stringPropertyNames().stream().sorted().forEach(key -> all.put(key, properties.getProperty(key)));
    }

    private static Optional<byte[]> read(Path folder, String path) {
        try {
            Path file = folder.resolve(path).normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw new OctavoException(
                        "The theme's file " + file + " leads outside the theme; copy it there instead.");
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new OctavoException("The theme's file " + folder.resolve(path) + " cannot be read: " + e, e);
        }
    }

    private static Optional<byte[]> builtIn(String path) {
        if (path.contains("..")) {
            return Optional.empty();
        }
        try (InputStream in = ThemeFiles.class.getClassLoader().getResourceAsStream(BUILT_IN + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("in the product's own jar: " + path, e);
        }
    }
}
