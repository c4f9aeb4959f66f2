package octavo.reader;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The real archive beside the repository; tests that need it are skipped where it is absent.
final class Corpus {
    private Corpus() {}

    static Path root() {
        String given = System.getProperty("octavo.corpus");
        Path root = given != null ? Path.of(given) : beside(Path.of("").toAbsolutePath());
        assumeTrue(Files.isDirectory(root), "no corpus here");
        return root;
    }

    private static Path beside(Path module) {
        Path folder = module;
        while (folder != null && !Files.isDirectory(folder.resolve("shared/corpus/xmpp"))) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("no-corpus") : folder.resolve("shared/corpus/xmpp");
    }
}
