package octavo.delivery.store;

import java.nio.file.Path;
import java.util.Optional;

/// Where a store is.
public sealed interface StoreAddress {
    /// How words to the user call it; never with a password.
    String shown();

    /// A file on this machine.
    ///
    /// @param file absolute
    record InFile(Path file) implements StoreAddress {
        public InFile {
            file = file.toAbsolutePath().normalize();
        }

        @Override
        public String shown() {
            return file.toString();
        }
    }

    /// A PostgreSQL server, for several machines.
    ///
    /// @param url begins with `jdbc:postgresql:`, holds no password
    record OnServer(String url, Optional<String> user, Optional<Secret> password) implements StoreAddress {
        @Override
        public String shown() {
            return url;
        }
    }
}
