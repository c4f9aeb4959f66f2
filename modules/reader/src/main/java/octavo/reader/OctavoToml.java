package octavo.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import octavo.model.Diagnostics;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.OctavoException;
import octavo.reader.data.DataException;
import octavo.reader.data.DataFormat;
import octavo.reader.data.Value;

/// The archive's `octavo.toml` under what the environment says, with its keys checked.
final class OctavoToml {
    static final String FILE = "octavo.toml";

    private static final String VARIABLE = "OCTAVO_";
    private static final Set<String> LISTS = Set.of("content", "categories", "languages");
    private static final Set<String> TRUTHS = Set.of("typography");
    private static final Set<String> TEXTS =
            Set.of("title", "publisher", "licence", "description", "home", "logo", "raw-html");
    private static final Set<String> OWN_TABLES = Set.of("titles", "compilation", "shortcodes");
    private static final Set<String> COMPILATION_KEYS = Set.of("year", "once", "omit", "index");

    private final Value.Mapping values;

    private OctavoToml(Value.Mapping values) {
        this.values = values;
    }

    static OctavoToml read(Path root, Map<String, String> environment, Diagnostics diagnostics) {
        Path file = root.resolve(FILE);
        Value.Mapping written = Value.Mapping.EMPTY;
        if (Files.isRegularFile(file)) {
            String text = TextFile.read(file, FILE, diagnostics)
                    .orElseThrow(() -> new OctavoException(FILE + " cannot be read; make it readable or smaller"));
            try {
                written = DataFormat.TOML.parse(text, FILE, 1);
            } catch (DataException e) {
                throw new OctavoException(e.location() + ": " + e.getMessage(), e);
            }
        }
        OctavoToml toml = new OctavoToml(written.with(variables(environment)));
        toml.check();
        return toml;
    }

    /// `OCTAVO_RAW_HTML` as `raw-html`, `OCTAVO_EMAIL_LIST_ID` as `list-id` in the table `email`.
    private static Value.Mapping variables(Map<String, String> environment) {
        Value.Mapping all = Value.Mapping.EMPTY;
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            if (variable.getKey().startsWith(VARIABLE)) {
                String key = variable.getKey()
                        .substring(VARIABLE.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
                all = all.with(variable(key, variable.getValue(), Location.of(variable.getKey())));
            }
        }
        return all;
    }

    private static Value.Mapping variable(String key, String text, Location location) {
        Value value = new Value.Scalar(text, false, location);
        if (LISTS.contains(key)) {
            List<Value> items = Arrays.stream(text.split(","))
                    .<Value>map(item -> new Value.Scalar(item.strip(), false, location))
                    .toList();
            return new Value.Mapping(Map.of(key, new Value.Sequence(items, location)), location);
        }
        if (TEXTS.contains(key) || TRUTHS.contains(key)) {
            return new Value.Mapping(Map.of(key, value), location);
        }
        int dash = key.indexOf('-');
        if (dash <= 0 || dash == key.length() - 1) {
            return Value.Mapping.EMPTY;
        }
        Value.Mapping table = new Value.Mapping(Map.of(key.substring(dash + 1), value), location);
        return new Value.Mapping(Map.of(key.substring(0, dash), table), location);
    }

    private void check() {
        values.entries().forEach((key, value) -> {
            boolean isTable = value instanceof Value.Mapping;
            if (LISTS.contains(key)) {
                require(isTexts(value), key, value, "a list of texts, such as [\"one\", \"two\"]");
            } else if (TEXTS.contains(key)) {
                require(
                        value instanceof Value.Scalar(var _, boolean plain, var _) && !plain,
                        key,
                        value,
                        "a text in quotes");
            } else if (TRUTHS.contains(key)) {
                require(
                        value instanceof Value.Scalar scalar && scalar.truth().isPresent(),
                        key,
                        value,
                        "true or false");
            } else if (OWN_TABLES.contains(key)) {
                require(isTable, key, value, "a table; write [" + key + "] on a line of its own");
            } else if (!isTable) {
                throw unknown("key", key, value.location(), topLevelKeys());
            }
        });
        values.mapping("compilation").entries().forEach((key, value) -> {
            if (!COMPILATION_KEYS.contains(key)) {
                throw unknown("key", "compilation." + key, value.location(), prefixed("compilation", COMPILATION_KEYS));
            }
        });
    }

    static List<String> topLevelKeys() {
        return java.util.stream.Stream.of(LISTS, TEXTS, TRUTHS, OWN_TABLES)
                .flatMap(Set::stream)
                .sorted()
                .toList();
    }

    static List<String> prefixed(String table, Collection<String> keys) {
        return keys.stream().sorted().map(key -> table + "." + key).toList();
    }

    static boolean isTexts(Value value) {
        return switch (value) {
            case Value.Scalar(var _, boolean plain, var _) -> !plain;
            case Value.Sequence(List<Value> items, var _) ->
                items.stream().allMatch(item -> item instanceof Value.Scalar(var _, boolean plain, var _) && !plain);
            case Value.Mapping _ -> false;
        };
    }

    static void require(boolean holds, String key, Value value, String expected) {
        if (!holds) {
            throw wrong(key, value, expected);
        }
    }

    static OctavoException wrong(String key, Value value, String expected) {
        return new OctavoException(value.location() + ": '" + key + "' takes " + expected);
    }

    static OctavoException unknown(String kind, String key, Location location, Collection<String> known) {
        String nearest = Nearest.of(key, known)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
        return new OctavoException(location + ": unknown " + kind + " '" + key + "'" + nearest);
    }

    Optional<String> text(String key) {
        return values.text(key).map(String::strip).filter(text -> !text.isEmpty());
    }

    List<String> texts(String key) {
        return values.texts(key);
    }

    Optional<Boolean> truth(String key) {
        return values.truth(key);
    }

    /// One of a few words.
    <T> Optional<T> choice(String table, String key, Map<String, T> choices) {
        Value.Mapping in = table.isEmpty() ? values : values.mapping(table);
        return in.get(key).map(value -> {
            T choice = choices.get(value.asText().orElse(""));
            if (choice == null) {
                String words = String.join(
                        "\" or \"", choices.keySet().stream().sorted().toList());
                throw wrong(table.isEmpty() ? key : table + "." + key, value, "\"" + words + "\"");
            }
            return choice;
        });
    }

    Map<Language, String> titles() {
        Map<Language, String> titles = new LinkedHashMap<>();
        values.mapping("titles")
                .entries()
                .forEach((tag, value) -> titles.put(
                        language(tag, value.location()),
                        value.asText().orElseThrow(() -> wrong("titles." + tag, value, "a text in quotes"))));
        return titles;
    }

    /// Titles of sections by language.
    Map<Language, List<String>> sections(String key) {
        Map<Language, List<String>> sections = new LinkedHashMap<>();
        Value table = values.mapping("compilation").get(key).orElse(Value.Mapping.EMPTY);
        if (!(table instanceof Value.Mapping byLanguage)) {
            throw wrong("compilation." + key, table, "a table of lists by language, such as en = [\"License\"]");
        }
        byLanguage.entries().forEach((tag, value) -> {
            require(isTexts(value), "compilation." + key + "." + tag, value, "a list of texts");
            sections.put(language(tag, value.location()), value.asTexts());
        });
        return sections;
    }

    /// What stands under a key of the table `compilation`.
    Optional<Value> compilation(String key) {
        return values.mapping("compilation").get(key);
    }

    Map<String, String> shortcodes() {
        Map<String, String> rules = new LinkedHashMap<>();
        values.mapping("shortcodes").entries().forEach((name, value) -> {
            String rule = value.asText().orElse("");
            require(rule.equals("drop") || rule.equals("body"), "shortcodes." + name, value, "\"drop\" or \"body\"");
            rules.put(name, rule);
        });
        return rules;
    }

    List<Language> languages() {
        return values.get("languages").stream()
                .flatMap(value -> value.asTexts().stream().map(tag -> language(tag, value.location())))
                .distinct()
                .toList();
    }

    private static Language language(String tag, Location location) {
        try {
            return new Language(tag);
        } catch (IllegalArgumentException e) {
            throw new OctavoException(location + ": '" + tag + "' is no language tag such as de or pt-BR", e);
        }
    }

    /// The tables that are not this module's, and where each of their keys stands (`email.list-id`).
    Map<String, Map<String, String>> formats(Map<String, Location> places) {
        Map<String, Map<String, String>> formats = new LinkedHashMap<>();
        values.entries().forEach((name, value) -> {
            if (value instanceof Value.Mapping table && !OWN_TABLES.contains(name)) {
                Map<String, String> keys = new LinkedHashMap<>();
                places.put(name, table.location());
                flatten("", table, keys, (key, location) -> places.put(name + "." + key, location));
                formats.put(name, keys);
            }
        });
        return formats;
    }

    private static void flatten(
            String prefix,
            Value.Mapping table,
            Map<String, String> keys,
            java.util.function.BiConsumer<String, Location> places) {
        table.entries().forEach((key, value) -> {
            String name = prefix + key;
            switch (value) {
                case Value.Scalar scalar -> keys.put(name, scalar.text());
                case Value.Sequence sequence -> keys.put(name, String.join(", ", sequence.asTexts()));
                case Value.Mapping inner -> flatten(name + ".", inner, keys, places);
            }
            places.accept(name, value.location());
        });
    }
}
