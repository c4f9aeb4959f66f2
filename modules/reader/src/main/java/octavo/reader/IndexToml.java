package octavo.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import octavo.model.IndexRules;
import octavo.reader.data.Value;

/// The table `[compilation.index]`, or `index = false` in `[compilation]`.
final class IndexToml {
    private static final String TABLE = "compilation.index";
    private static final String ALIASES = "aliases";
    private static final String OMIT = "omit";
    private static final Set<String> KEYS = Set.of(ALIASES, OMIT);

    private IndexToml() {}

    /// @throws octavo.model.OctavoException for an unknown key or a value of the wrong kind
    static IndexRules rules(Optional<Value> written) {
        return written.map(value -> switch (value) {
                    case Value.Mapping table -> rules(table);
                    case Value.Scalar scalar -> truth(scalar) ? IndexRules.DEFAULT : IndexRules.NONE;
                    case Value.Sequence _ -> throw wrong(value);
                })
                .orElse(IndexRules.DEFAULT);
    }

    private static boolean truth(Value.Scalar scalar) {
        return scalar.truth().orElseThrow(() -> wrong(scalar));
    }

    private static octavo.model.OctavoException wrong(Value value) {
        return OctavoToml.wrong(TABLE, value, "true or false, or a table [" + TABLE + "]");
    }

    private static IndexRules rules(Value.Mapping table) {
        table.entries().forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                throw OctavoToml.unknown("key", TABLE + "." + key, value.location(), OctavoToml.prefixed(TABLE, KEYS));
            }
        });
        table.get(OMIT)
                .ifPresent(value -> OctavoToml.require(
                        OctavoToml.isTexts(value), TABLE + "." + OMIT, value, "a list of names and web addresses"));
        return new IndexRules(true, aliases(table.get(ALIASES).orElse(Value.Mapping.EMPTY)), table.texts(OMIT));
    }

    private static Map<String, List<String>> aliases(Value value) {
        if (!(value instanceof Value.Mapping table)) {
            throw OctavoToml.wrong(
                    TABLE + "." + ALIASES,
                    value,
                    "a table of lists by name, such as \"The Ferry\" = [\"https://ferry.example\"]");
        }
        Map<String, List<String>> aliases = new LinkedHashMap<>();
        table.entries().forEach((name, others) -> {
            OctavoToml.require(
                    OctavoToml.isTexts(others),
                    TABLE + "." + ALIASES + "." + name,
                    others,
                    "a list of web addresses and other names");
            aliases.put(name, others.asTexts());
        });
        return aliases;
    }
}
