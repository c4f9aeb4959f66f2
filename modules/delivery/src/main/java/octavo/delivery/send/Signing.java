package octavo.delivery.send;

import java.util.List;
import java.util.function.UnaryOperator;
import octavo.email.dkim.DkimSigner;

/// What is done to finished messages so that others believe where they come from.
///
/// @param names what signs, such as `news.example (rsa)`; empty where nothing does, and the relay may sign
/// @param signer hands a message back with its signatures
public record Signing(List<String> names, UnaryOperator<byte[]> signer) {
    public static final Signing NONE = new Signing(List.of(), UnaryOperator.identity());

    public Signing {
        names = List.copyOf(names);
    }

    /// With DKIM (RFC 6376).
    public static Signing by(DkimSigner dkim) {
        return new Signing(dkim.names(), dkim::sign);
    }

    byte[] sign(byte[] message) {
        return signer.apply(message);
    }
}
