package octavo.delivery.send;

import java.util.List;
import java.util.function.UnaryOperator;
import octavo.delivery.campaign.Campaign;
import octavo.email.dkim.DkimSigner;
import octavo.model.OctavoException;

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

    /// Half of an issue would be signed, and the other half be taken for a forgery.
    ///
    /// @throws OctavoException where this signs less than the campaign wants
    public void requireFor(Campaign campaign) {
        List<String> missing = campaign.signatures().stream()
                .filter(name -> !names.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new OctavoException("Campaign " + campaign.id() + " is signed by " + String.join(" and ", missing)
                    + ", and there is no key for that here: put it in its place (dkim-key or dkim-ed25519-key under [email]"
                    + " in octavo.toml), as where it was begun.");
        }
    }

    byte[] sign(byte[] message) {
        return signer.apply(message);
    }
}
