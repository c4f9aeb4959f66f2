package octavo.delivery.campaign;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Store;
import octavo.delivery.store.Transaction;
import octavo.model.OctavoException;

/// What stands in a message for its recipient, and what nobody can make who has not the store's key: the token of the
/// address that unsubscribes, and the address to which bounces come back (VERP). Neither holds an address.
public final class Tokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String KEY = "token-key-1";
    private static final int KEY_BYTES = 32;
    /// 128 bits: nobody guesses them.
    private static final int TOKEN_BYTES = 16;
    /// 40 bits: a wrong one costs a mail each time.
    private static final int BOUNCE_BYTES = 5;

    /// Copied for each token: to look the algorithm up and to begin with the key takes longer than all the rest.
    private final Mac keyed;

    private Tokens(byte[] key) {
        try {
            this.keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /// With the store's key, which is made where there is none yet.
    public static Tokens of(Store store) {
        Optional<String> known = store.read(Tokens::key);
        return new Tokens(HexFormat.of()
                .parseHex(known.orElseGet(() -> store.write(tx -> {
                    byte[] made = new byte[KEY_BYTES];
                    new SecureRandom().nextBytes(made);
                    tx.update(Sql.of(
                            "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                            KEY,
                            HexFormat.of().formatHex(made)));
                    return key(tx).orElseThrow(() -> new OctavoException("The store does not keep its key."));
                }))));
    }

    private static Optional<String> key(Transaction tx) throws SQLException {
        return tx.first(Sql.of("SELECT value FROM meta WHERE name = ?", KEY), row -> row.getString(1));
    }

    /// `1-SUBSCRIBER-LIST-MAC`: the number of the key, who wants to leave, and which list.
    public String unsubscribe(long subscriber, long list) {
        byte[] mac = mac(TOKEN_BYTES, "unsubscribe", subscriber, list);
        return "1-" + Long.toString(subscriber, 36) + "-" + Long.toString(list, 36) + "-"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /// `bounces+CAMPAIGN-SUBSCRIBER-MAC@domain`: the sender of one message's envelope.
    ///
    /// @param address `bounces@domain`
    public String bounce(String address, long campaign, long subscriber) {
        int at = address.lastIndexOf('@');
        byte[] mac = mac(BOUNCE_BYTES, "bounce", campaign, subscriber);
        return address.substring(0, at) + "+" + campaign + "-" + subscriber + "-"
                + HexFormat.of().formatHex(mac) + address.substring(at);
    }

    private byte[] mac(int bytes, String purpose, long first, long second) {
        try {
            Mac mac = (Mac) keyed.clone();
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(first)
                    .putLong(second)
                    .flip());
            return Arrays.copyOf(mac.doFinal(), bytes);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's " + ALGORITHM + " can be copied", e);
        }
    }
}
