package octavo.delivery.subscriber;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which column of a file is what, in whatever order and under whichever usual name. Others are attributes by their
/// name.
///
/// @param known the number of each known column
/// @param extra the names of the others, by their number
record Columns(Map<Field, Integer> known, Map<Integer, String> extra) {
    /// What is known of a person.
    enum Field {
        EMAIL,
        NAME,
        GIVEN,
        FAMILY,
        LANGUAGE,
        STATUS,
        SINCE,
        ATTRIBUTES,
        /// Of no use here: another program's own numbers and dates.
        IGNORED
    }

    private static final Map<Field, Set<String>> NAMES = Map.of(
            Field.EMAIL, Set.of("email", "e-mail", "email address", "e-mail address", "mail", "address"),
            Field.NAME, Set.of("name", "full name", "display name"),
            Field.GIVEN, Set.of("first name", "first_name", "given name"),
            Field.FAMILY, Set.of("last name", "last_name", "family name", "surname"),
            Field.LANGUAGE, Set.of("language", "lang", "locale"),
            Field.STATUS, Set.of("status", "state"),
            Field.SINCE, Set.of("since", "created_at", "created", "subscribed_at", "subscribed", "date", "optin_time"),
            Field.ATTRIBUTES, Set.of("attributes", "attribs"),
            Field.IGNORED, Set.of("uuid", "updated_at"));

    Columns {
        known = Map.copyOf(known);
        extra = Map.copyOf(extra);
    }

    /// Reads a file's first row.
    ///
    /// @return empty where no column holds addresses
    /// @throws IllegalArgumentException where two columns are the same
    static Optional<Columns> of(List<String> header) {
        Map<Field, Integer> known = new HashMap<>();
        Map<Integer, String> extra = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = Formulas.restored(header.get(i)).strip();
            if (name.isEmpty()) {
                continue;
            }
            Optional<Field> field = field(name);
            if (field.isEmpty()) {
                extra.put(i, name);
            } else if (field.get() != Field.IGNORED && known.putIfAbsent(field.get(), i) != null) {
                throw new IllegalArgumentException("two columns hold the same: “" + header.get(known.get(field.get()))
                        + "” and “" + name + "”; rename or delete one of them");
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        "two columns are called “" + name + "”; rename or delete one of them");
            }
        }
        return known.containsKey(Field.EMAIL) ? Optional.of(new Columns(known, extra)) : Optional.empty();
    }

    private static Optional<Field> field(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        for (Field field : Field.values()) {
            if (NAMES.getOrDefault(field, Set.of()).contains(small)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /// A field of a row, empty where the row or the file has none.
    String get(List<String> row, Field field) {
        int column = known.getOrDefault(field, -1);
        return column < 0 || column >= row.size() ? "" : row.get(column).strip();
    }
}
