package octavo.email.dkim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import octavo.model.OctavoException;

/// A private key and what of it is public. Nothing here prints the private half but [#writeTo(Path)].
public final class DkimKey {
    private static final int RSA_BITS = 2048;
    private static final int ED25519_LENGTH = 32;

    private final Algorithm algorithm;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    DkimKey(Algorithm algorithm, PrivateKey privateKey, PublicKey publicKey) {
        this.algorithm = algorithm;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /// A new key: RSA of 2048 bits, or Ed25519.
    public static DkimKey generate(Algorithm algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm == Algorithm.RSA ? "RSA" : "Ed25519");
            if (algorithm == Algorithm.RSA) {
                generator.initialize(RSA_BITS);
            }
            KeyPair pair = generator.generateKeyPair();
            return new DkimKey(algorithm, pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /// Reads a key in PEM: PKCS #8, or PKCS #1 for RSA as `opendkim-genkey` writes it. Line ends may be
    /// written as `\n`, as variables of build servers often have them.
    ///
    /// @throws IllegalArgumentException where it is none: half a sentence that says why and shows nothing of it
    public static DkimKey parse(String pem) {
        return Pem.parse(pem);
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    /// How many bits an RSA key has; 256 for Ed25519.
    public int bits() {
        return publicKey instanceof java.security.interfaces.RSAPublicKey rsa
                ? rsa.getModulus().bitLength()
                : 256;
    }

    /// The public half as DNS has it: base64 of a SubjectPublicKeyInfo for RSA, of the bare key for Ed25519.
    public String publicText() {
        byte[] encoded = publicKey.getEncoded();
        byte[] shown = algorithm == Algorithm.RSA
                ? encoded
                : Arrays.copyOfRange(encoded, encoded.length - ED25519_LENGTH, encoded.length);
        return Base64.getEncoder().encodeToString(shown);
    }

    /// Writes the key as PKCS #8 in PEM to a new file that only its owner can read and write.
    ///
    /// @throws OctavoException where something is there already or the file cannot be written
    public void writeTo(Path file) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(privateKey.getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            create(file);
            Files.writeString(file, pem, StandardOpenOption.WRITE);
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw new OctavoException(file + " is there already and was left as it is.", e);
        } catch (IOException e) {
            throw new OctavoException("The key cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    /// Closed to others from the first moment, before there is a key in it.
    private static void create(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
                }
                : new FileAttribute<?>[0];
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new java.nio.file.FileAlreadyExistsException(file.toString());
        }
        Files.createFile(file, mode);
    }

    /// Signs the canonical header fields.
    byte[] sign(byte[] fields) {
        try {
            Signature signature = Signature.getInstance(algorithm.jdkName());
            signature.initSign(privateKey);
            // RFC 8463, section 3: Ed25519 signs the hash of the fields, where RSA's name has the hash in it.
            signature.update(algorithm == Algorithm.RSA ? fields : BodyHash.sha256(fields, fields.length));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new OctavoException("The key does not sign: " + e.getMessage(), e);
        }
    }

    /// Never the key itself.
    @Override
    public String toString() {
        return algorithm + " key of " + bits() + " bits";
    }
}
