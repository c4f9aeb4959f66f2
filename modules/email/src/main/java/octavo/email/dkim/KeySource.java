package octavo.email.dkim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Location;
import octavo.model.OctavoException;

/// Where a key is kept. No message shows more of a key than its file's name.
public sealed interface KeySource {
    /// Reads the key; what is unwise about it becomes a warning.
    ///
    /// @throws OctavoException where there is none that can sign
    DkimKey read(Diagnostics diagnostics);

    /// @param option the option's name
    /// @param value a path, from the archive's root where it is relative, or the key itself
    static KeySource of(String option, String value, Path root) {
        if (Pem.looksLike(value)) {
            return new Given(option, value);
        }
        // It would be taken for a path, and shown as one.
        if (Pem.looksNaked(value)) {
            throw new OctavoException(
                    option + " under [email] is no path and no whole key; give a file's path, or the key"
                            + " with its lines -----BEGIN … and -----END …");
        }
        try {
            return new InFile(root.resolve(value).normalize());
        } catch (InvalidPathException e) {
            throw new OctavoException(option + " under [email] is neither a path nor a key.", e);
        }
    }

    private static DkimKey parsed(String what, String pem) {
        try {
            return DkimKey.parse(pem);
        } catch (IllegalArgumentException e) {
            throw new OctavoException("DKIM: the key in " + what + " " + e.getMessage() + ".", e);
        }
    }

    /// The key itself, as an environment variable has it.
    ///
    /// @param option the option that holds it
    record Given(String option, String pem) implements KeySource {
        @Override
        public DkimKey read(Diagnostics diagnostics) {
            return parsed(option, pem);
        }

        @Override
        public String toString() {
            return option;
        }
    }

    /// A file with the key.
    record InFile(Path file) implements KeySource {
        /// Longer files hold no key.
        private static final int LONGEST = 64 * 1024;

        @Override
        public DkimKey read(Diagnostics diagnostics) {
            DkimKey key = parsed(file.toString(), text());
            if (isOpen()) {
                diagnostics.report(Diagnostic.warning(
                        Location.NONE,
                        "email-dkim-key-open",
                        "everybody on this machine can read the DKIM key " + file + ", and sign with it; chmod 600 "
                                + file));
            }
            return key;
        }

        private String text() {
            try (InputStream in = Files.newInputStream(file)) {
                return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
            } catch (NoSuchFileException e) {
                throw new OctavoException(
                        "DKIM: there is no key " + file + "; 'octavo email dkim --generate' makes it, and an empty path"
                                + " (--set email.dkim-key=) leaves signing to the relay.",
                        e);
            } catch (IOException e) {
                throw new OctavoException("DKIM: the key " + file + " cannot be read (" + e + ").", e);
            }
        }

        private boolean isOpen() {
            try {
                return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
            } catch (IOException | UnsupportedOperationException _) {
                // Not a file system that knows who may read.
                return false;
            }
        }
    }
}
