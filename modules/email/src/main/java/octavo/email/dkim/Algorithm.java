package octavo.email.dkim;

/// How a message is signed.
public enum Algorithm {
    /// What every mail service verifies (RFC 8301: at least 1024 bits, better 2048).
    RSA("rsa", "SHA256withRSA"),
    /// Shorter and faster, but not yet verified everywhere: a second signature beside RSA (RFC 8463).
    ED25519("ed25519", "Ed25519");

    private final String keyType;
    private final String signature;

    Algorithm(String keyType, String signature) {
        this.keyType = keyType;
        this.signature = signature;
    }

    /// The tag `k` of a key's record in DNS.
    public String keyType() {
        return keyType;
    }

    /// The tag `a` of a signature.
    String tag() {
        return keyType + "-sha256";
    }

    /// The name under which the JDK knows it.
    String jdkName() {
        return signature;
    }
}
