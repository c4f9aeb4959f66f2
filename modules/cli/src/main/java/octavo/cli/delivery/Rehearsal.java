package octavo.cli.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import octavo.delivery.store.Store;
import octavo.delivery.store.StoreAddress;
import octavo.model.OctavoException;

/// What is only tried, or not confirmed yet, where there is no store yet: it has one of its own in the meantime, of
/// which nothing stays.
final class Rehearsal {
    private Rehearsal() {}

    /// Whether a store would have to be made there first.
    static boolean isNeeded(StoreAddress address) {
        return !Store.exists(address);
    }

    /// Works with an empty store that only its owner can read.
    static <T> T on(Function<Store, T> work) {
        try {
            Path folder = Files.createTempDirectory("octavo-dry-run");
            try (Store store = Store.openOrCreate(new StoreAddress.InFile(folder.resolve("octavo.db")))) {
                return work.apply(store);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new OctavoException("The folder for temporary files cannot be used for a dry run (" + e + ").", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
