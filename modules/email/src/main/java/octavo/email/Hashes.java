package octavo.email;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names that follow from content: for message ids, boundaries and marks.
final class Hashes {
    private Hashes() {}

    /// The beginning of the SHA-256 of some texts, each ended so that no two lists of texts run together.
    ///
    /// @param digits how many hexadecimal digits, at most 64
    static String hex(int digits, String... texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
