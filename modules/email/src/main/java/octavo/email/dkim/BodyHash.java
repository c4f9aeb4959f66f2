package octavo.email.dkim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The hash of a message's body (RFC 6376, section 3.7). Messages with the same body share it, whatever stands in
/// their header fields; so it can be taken once and given to [DkimSigner#sign(byte[], BodyHash)] for each.
///
/// @param base64 SHA-256 of the body in relaxed form, the tag `bh`
public record BodyHash(String base64) {
    /// @param message complete, with CRLF
    public static BodyHash of(byte[] message) {
        byte[] canonical = new byte[message.length + 2];
        int length = Relaxed.body(message, Relaxed.bodyStart(message), canonical);
        return new BodyHash(Base64.getEncoder().encodeToString(sha256(canonical, length)));
    }

    static byte[] sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
