package octavo.delivery;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import octavo.delivery.store.Store;
import octavo.delivery.subscriber.Address;
import octavo.delivery.subscriber.ImportOptions;
import octavo.delivery.subscriber.Importer;
import octavo.delivery.subscriber.Subscribers;

/// Many people on a list.
public final class Crowd {
    private Crowd() {}

    /// Puts `p1@d1.example`, `p2@d2.example` … on the list `newsletter`.
    public static void of(Store store, Path folder, int count) throws IOException {
        Path file = folder.resolve("crowd.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("email,language\n");
            for (int i = 1; i <= count; i++) {
                out.write(address(i) + ",en\n");
            }
        }
        read(store, file, "newsletter");
    }

    public static String address(int number) {
        return "p" + number + "@d" + number % 7 + ".example";
    }

    /// Imports CSV lines.
    public static void of(Store store, Path folder, String list, String csv) throws IOException {
        read(store, Files.writeString(folder.resolve("few.csv"), csv), list);
    }

    private static void read(Store store, Path file, String list) {
        ImportOptions options = new ImportOptions(list, true, State.ACTIVE, false, false, false, Optional.empty());
        new Importer(store, options, _ -> {}).read(file, (_, _) -> {});
    }

    /// What somebody is on their first list, as it stands now.
    public static State state(Store store, String address) {
        return new Subscribers(store)
                .show(Address.parse(address))
                .orElseThrow()
                .lists()
                .getFirst()
                .states()
                .getLast()
                .state();
    }
}
