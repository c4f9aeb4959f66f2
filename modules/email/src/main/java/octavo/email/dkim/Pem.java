package octavo.email.dkim;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Private keys as text (RFC 7468).
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final String BEGIN = "-----BEGIN ";
    /// How the base64 of any private key begins that is not far too short.
    private static final Pattern NAKED = Pattern.compile("MI?[A-Za-z0-9][A-Za-z0-9+/=\\s\\\\]{40,}");

    private static final int FEWEST_BITS = 1024;
    /// What a verifier must be able to use (RFC 8301, section 3.2); many use no longer ones.
    private static final int MOST_BITS = 4096;

    /// SEQUENCE { OID rsaEncryption, NULL }.
    private static final byte[] RSA_ALGORITHM = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    private Pem() {}

    static boolean looksLike(String text) {
        return text.contains(BEGIN);
    }

    /// Whether it may be a key without its first and last line.
    static boolean looksNaked(String text) {
        return NAKED.matcher(text).matches();
    }

    static DkimKey parse(String text) {
        Matcher block = BLOCK.matcher(text.replace("\\n", "\n"));
        if (!block.find()) {
            throw new IllegalArgumentException("holds no key between -----BEGIN … and -----END … lines");
        }
        String label = block.group(1);
        String body = block.group(2);
        if (label.startsWith("ENCRYPTED") || body.contains("ENCRYPTED")) {
            throw new IllegalArgumentException(
                    "is locked with a password; write it without one: openssl pkey -in KEY -out NEW");
        }
        byte[] der = decoded(body);
        return switch (label) {
            case "PRIVATE KEY" -> pkcs8(der);
            case "RSA PRIVATE KEY" -> rsa(pkcs8OfPkcs1(der));
            case "PUBLIC KEY", "RSA PUBLIC KEY" ->
                throw new IllegalArgumentException("is the public half; signing needs the private one");
            default ->
                throw new IllegalArgumentException(
                        "is a key of another kind (" + label + "); DKIM takes RSA and Ed25519 in PKCS #8");
        };
    }

    private static byte[] decoded(String body) {
        try {
            return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is damaged: not base64", e);
        }
    }

    private static DkimKey pkcs8(byte[] der) {
        return ed25519(der).orElseGet(() -> rsa(der));
    }

    private static DkimKey rsa(byte[] der) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            if (!(factory.generatePrivate(new PKCS8EncodedKeySpec(der)) instanceof RSAPrivateCrtKey key)) {
                throw new IllegalArgumentException("is an RSA key without its public exponent");
            }
            int bits = key.getModulus().bitLength();
            if (bits < FEWEST_BITS || bits > MOST_BITS) {
                throw new IllegalArgumentException("is an RSA key of " + bits
                        + " bits; mail services verify 1024 to 4096, and 2048 is the one to take");
            }
            PublicKey open = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new DkimKey(Algorithm.RSA, key, open);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("is no RSA or Ed25519 key that can be read", e);
        }
    }

    private static Optional<DkimKey> ed25519(byte[] der) {
        PrivateKey key;
        try {
            key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
        return ((EdECPrivateKey) key).getBytes().map(seed -> new DkimKey(Algorithm.ED25519, key, publicOf(key, seed)));
    }

    /// The JDK has no function from an Ed25519 key to its public half, but its generator makes a pair from the seed
    /// that it draws: it gets this one to draw. A signature proves that the two belong together.
    private static PublicKey publicOf(PrivateKey key, byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
            PublicKey open = generator.generateKeyPair().getPublic();
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            if (!signature.verify(signed)) {
                throw new IllegalStateException("this Java's Ed25519 generator does not use the seed that it draws");
            }
            return open;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private static final class Drawn extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never written
        private final byte[] seed;

        Drawn(byte[] seed) {
            super();
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    /// PKCS #8 around PKCS #1: `SEQUENCE { INTEGER 0, AlgorithmIdentifier, OCTET STRING }` (RFC 5208, section 5).
    private static byte[] pkcs8OfPkcs1(byte[] pkcs1) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        inner.writeBytes(new byte[] {0x02, 0x01, 0x00});
        inner.writeBytes(RSA_ALGORITHM);
        inner.writeBytes(tagged(0x04, pkcs1));
        return tagged(0x30, inner.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x1_0000) {
            out.writeBytes(new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length});
        } else {
            throw new IllegalArgumentException("is longer than any key");
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
