package octavo.delivery.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import octavo.model.OctavoException;

/// The table `[delivery]` of `octavo.toml`, as far as it says where the store is.
public final class StoreSettings {
    /// The table's name.
    public static final String TABLE = "delivery";

    /// Where the store is.
    public static final String STORE = "store";

    /// The password of a server. Only the environment may hold it.
    public static final String PASSWORD = "password";

    /// The keys that the table may have.
    public static final Set<String> KEYS = Set.of(STORE, "user", PASSWORD, "password-file");

    private static final String DEFAULT_FILE = "octavo.db";
    private static final String SERVER = "jdbc:postgresql:";
    /// A user's part of an address (`//ada:secret@host`), or the driver's property.
    private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("//[^/?]*@|[?&](ssl)?password=");
    /// Longer files hold no password.
    private static final int LONGEST = 4096;

    private StoreSettings() {}

    /// @param options the table's values, those of the environment above those of the file
    /// @param inFile whether `octavo.toml` itself has a password
    /// @param root the archive's folder: relative paths start there
    /// @throws OctavoException where they name no store
    public static StoreAddress of(Map<String, String> options, boolean inFile, Path root) {
        if (inFile) {
            throw new OctavoException("octavo.toml must not hold a password, as it is shared with everybody who has the"
                    + " archive; set OCTAVO_DELIVERY_PASSWORD, or name a file with password-file under [delivery].");
        }
        String store = text(options, STORE).orElse(DEFAULT_FILE);
        if (!store.startsWith("jdbc:")) {
            return new StoreAddress.InFile(path(root, STORE, store));
        }
        if (!store.startsWith(SERVER)) {
            throw new OctavoException("store under [delivery] takes a file's path or an address that begins with "
                    + SERVER + "; other databases are not known.");
        }
        if (PASSWORD_IN_ADDRESS.matcher(store).find()) {
            throw new OctavoException(
                    "The store's address must hold no user and no password, as addresses get into logs;"
                            + " set user under [delivery], and OCTAVO_DELIVERY_PASSWORD or password-file.");
        }
        Optional<Secret> password = text(options, PASSWORD)
                .or(() -> text(options, "password-file").map(file -> read(path(root, "password-file", file))))
                .map(Secret::new);
        return new StoreAddress.OnServer(store, text(options, "user"), password);
    }

    private static Optional<String> text(Map<String, String> options, String key) {
        return Optional.ofNullable(options.get(key)).filter(value -> !value.isBlank());
    }

    private static Path path(Path root, String key, String value) {
        try {
            return root.resolve(value);
        } catch (InvalidPathException e) {
            throw new OctavoException(key + " under [delivery] is no path.", e);
        }
    }

    private static String read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new OctavoException("The password file " + file + " cannot be read (" + e + ").", e);
        }
    }
}
