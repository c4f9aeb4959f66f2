package octavo.delivery.subscriber;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import octavo.delivery.filter.Filter;
import octavo.delivery.filter.FilterSql;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Transaction;
import octavo.model.OctavoException;

/// The people on a list whom a filter chooses.
///
/// @param list the list's name
/// @param filter empty for all of them
/// @param words the filter as it was written, empty where there is none
public record Audience(String list, Optional<Filter> filter, String words) {
    /// The list where nobody names one.
    public static final String DEFAULT_LIST = "newsletter";

    /// Everybody on a list.
    public static Audience all(String list) {
        return new Audience(list, Optional.empty(), "");
    }

    /// Those whom a filter chooses.
    ///
    /// @throws octavo.delivery.filter.FilterException where it is none
    public static Audience chosen(String list, String filter) {
        return new Audience(list, Optional.of(Filter.parse(filter)), filter);
    }

    /// The rest of a query over the subscribers `s` and their subscriptions `n`: `FROM …` and `WHERE …`.
    ///
    /// @throws OctavoException where there is no such list, or nobody has an attribute of the filter: a slip
    ///     there would choose nobody, or with `not` everybody
    public Sql from(Transaction tx) throws SQLException {
        long id = Lists.find(tx, list);
        Sql on = Sql.of("FROM subscription n JOIN subscriber s ON s.id = n.subscriber WHERE n.list = ?", id);
        if (filter.isEmpty()) {
            return on;
        }
        requireKnown(tx, filter.get().attributes());
        return on.with(Sql.of("AND")).with(new FilterSql(tx.dialect()).of(filter.get()));
    }

    private static void requireKnown(Transaction tx, SequencedSet<String> attributes) throws SQLException {
        List<String> unknown = new ArrayList<>();
        for (String name : attributes) {
            Sql there = tx.dialect().attributeThere(name);
            Sql query = new Sql("SELECT 1 FROM subscriber s WHERE " + there.text() + " LIMIT 1", there.values());
            if (tx.first(query, _ -> true).isEmpty()) {
                unknown.add(name);
            }
        }
        if (!unknown.isEmpty()) {
            throw new OctavoException("Nobody has an attribute '" + String.join("' or '", unknown)
                    + "', so the filter makes no sense; the fields that everybody has are email, domain, name, lang, status"
                    + " and since.");
        }
    }
}
