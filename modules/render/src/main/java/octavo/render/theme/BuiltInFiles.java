package octavo.render.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import octavo.model.OctavoException;

/// The theme files that the class path brings: the built-in theme and what renderers' jars add to it.
final class BuiltInFiles {
    /// Where jars keep their part of the theme.
    private static final String FOLDER = "octavo/theme/";

    private BuiltInFiles() {}

    static Optional<byte[]> find(String path) {
        if (path.isEmpty() || path.contains("..")) {
            return Optional.empty();
        }
        try (InputStream in = BuiltInFiles.class.getClassLoader().getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("in the product's own jar: " + path, e);
        }
    }

    /// Copies all files to a folder; see [Theme#export(Path)].
    static List<Path> export(Path folder) {
        List<Path> written = new ArrayList<>();
        try {
            SortedSet<String> paths = list();
            for (String path : paths) {
                Path target = folder.resolve(path);
                if (Files.exists(target) && !Arrays.equals(Files.readAllBytes(target), bytes(path))) {
                    throw new OctavoException(
                            target + " is there already and differs; name an empty folder for the theme.");
                }
            }
            for (String path : paths) {
                Path target = folder.resolve(path);
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.write(target, bytes(path));
                written.add(Path.of(path));
            }
        } catch (IOException e) {
            throw new OctavoException("The theme cannot be written to " + folder + ": " + e, e);
        }
        return List.copyOf(written);
    }

    /// The paths of all files, relative to the theme.
    static SortedSet<String> list() throws IOException {
        SortedSet<String> paths = new TreeSet<>();
        for (URL place : Collections.list(BuiltInFiles.class.getClassLoader().getResources(FOLDER))) {
            if (place.openConnection() instanceof JarURLConnection jar) {
                listJar(jar, paths);
            } else {
                listFolder(Path.of(uri(place)), paths);
            }
        }
        return paths;
    }

    private static void listJar(JarURLConnection connection, SortedSet<String> paths) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(FOLDER) && !name.contains(".."))
                    .forEach(name -> paths.add(name.substring(FOLDER.length())));
        }
    }

    private static void listFolder(Path folder, SortedSet<String> paths) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(
                            file -> paths.add(folder.relativize(file).toString().replace('\\', '/')));
        }
    }

    private static byte[] bytes(String path) throws IOException {
        return find(path).orElseThrow(() -> new IOException("the product's own file " + path + " is gone"));
    }

    private static URI uri(URL place) throws IOException {
        try {
            return place.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("not an address: " + place, e);
        }
    }
}
