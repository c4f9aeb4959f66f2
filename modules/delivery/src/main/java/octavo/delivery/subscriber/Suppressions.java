package octavo.delivery.subscriber;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Transaction;
import octavo.model.OctavoException;

/// Who is never written to again. The store keeps a hash of each address, made with a salt of its own: enough to know
/// the
/// address again when some old file brings it back, and neither a list of people nor comparable with another store's.
final class Suppressions {
    private static final String ALGORITHM = "HmacSHA256";

    private final Transaction tx;
    private final Mac mac;
    private final boolean empty;

    Suppressions(Transaction tx) throws SQLException {
        this.tx = tx;
        String salt = tx.first(Sql.of("SELECT value FROM meta WHERE name = 'salt'"), row -> row.getString(1))
                .orElseThrow(() ->
                        new OctavoException("The store has lost the salt of its hashes; restore it from a backup."));
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
        empty = tx.first(Sql.of("SELECT 1 FROM suppression LIMIT 1"), _ -> true).isEmpty();
    }

    /// An entry.
    record Suppressed(long since, String cause) {}

    /// Which of these are on the list, by address.
    Map<String, Suppressed> among(List<Address> addresses) throws SQLException {
        Map<String, Suppressed> found = new HashMap<>();
        if (empty || addresses.isEmpty()) {
            return found;
        }
        Map<String, String> keys = new HashMap<>();
        addresses.forEach(address -> keys.put(hash(address), address.key()));
        Sql query = new Sql(
                "SELECT hash, since, cause FROM suppression WHERE hash IN (" + Sql.marks(keys.size()) + ")",
                List.copyOf(keys.keySet()));
        tx.each(query, row -> {
            String key = keys.get(row.getString(1));
            if (key != null) {
                found.put(key, new Suppressed(row.getLong(2), row.getString(3)));
            }
        });
        return found;
    }

    Optional<Suppressed> of(Address address) throws SQLException {
        return Optional.ofNullable(among(List.of(address)).get(address.key()));
    }

    /// Puts an address on the list; who is there already stays there as before.
    void add(Address address, String cause) throws SQLException {
        tx.update(Sql.of(
                "INSERT INTO suppression (hash, since, cause) VALUES (?, {now}, ?) ON CONFLICT (hash) DO NOTHING",
                hash(address),
                cause));
    }

    private String hash(Address address) {
        return HexFormat.of().formatHex(mac.doFinal(address.key().getBytes(StandardCharsets.UTF_8)));
    }
}
