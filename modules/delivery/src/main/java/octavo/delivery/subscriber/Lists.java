package octavo.delivery.subscriber;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Transaction;
import octavo.model.OctavoException;

/// The lists by name.
public final class Lists {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");

    private Lists() {}

    /// @throws OctavoException where there is none of this name
    public static long find(Transaction tx, String name) throws SQLException {
        Optional<Long> id = tx.first(Sql.of("SELECT id FROM list WHERE name = ?", name), row -> row.getLong(1));
        if (id.isEmpty()) {
            throw unknown(tx, name, "");
        }
        return id.get();
    }

    /// The first list is simply made. Later a new name may be a slip of the keyboard.
    static long findOrCreate(Transaction tx, String name, boolean create) throws SQLException {
        Optional<Long> id = tx.first(Sql.of("SELECT id FROM list WHERE name = ?", name), row -> row.getLong(1));
        if (id.isPresent()) {
            return id.get();
        }
        if (!NAME.matcher(name).matches()) {
            throw new OctavoException("A list's name has 1 to 64 letters, digits, spaces, - . or _.");
        }
        if (!create && tx.number(Sql.of("SELECT count(*) FROM list")) > 0) {
            throw unknown(tx, name, "; --new-list makes it");
        }
        tx.update(Sql.of("INSERT INTO list (name) VALUES (?)", name));
        return find(tx, name);
    }

    private static OctavoException unknown(Transaction tx, String name, String advice) throws SQLException {
        List<String> names = names(tx);
        return new OctavoException("There is no list '" + name + "'"
                + (names.isEmpty() ? ", and no other" : "; there is " + String.join(", ", names)) + advice + ".");
    }

    static List<String> names(Transaction tx) throws SQLException {
        return tx.list(Sql.of("SELECT name FROM list ORDER BY name"), row -> row.getString(1));
    }
}
