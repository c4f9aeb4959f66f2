package octavo.reader.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import octavo.model.Location;

/// A value of a configuration file or of front matter, whichever language it was written in.
public sealed interface Value {
    /// Text, a number, a truth value or a date, as written.
    ///
    /// @param text without quotes; empty for a null
    /// @param plain false where quotes say that it is text whatever it looks like
    record Scalar(String text, boolean plain, Location location) implements Value {
        /// True for a value that is not there: `title:` with nothing behind it.
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }

        /// The truth value that it is, if it is one.
        public Optional<Boolean> truth() {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
    }

    record Sequence(List<Value> items, Location location) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// Keys with values, in the order written. Hugo does not tell upper from lower case in keys, and so lookups do not.
    record Mapping(Map<String, Value> entries, Location location) implements Value {
        /// Nothing at all.
        public static final Mapping EMPTY = new Mapping(Map.of(), Location.NONE);

        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        public Optional<Value> get(String key) {
            Value exact = entries.get(key);
            if (exact != null) {
                return Optional.of(exact);
            }
            return entries.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(key))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        public Optional<String> text(String key) {
            return get(key).flatMap(Value::asText);
        }

        public Optional<Boolean> truth(String key) {
            return get(key).flatMap(value -> value instanceof Scalar scalar ? scalar.truth() : Optional.empty());
        }

        /// The mapping under a key, empty where there is none.
        public Mapping mapping(String key) {
            return get(key).orElse(EMPTY) instanceof Mapping mapping ? mapping : EMPTY;
        }

        /// The texts under a key: those of a list, or a single one.
        public List<String> texts(String key) {
            return get(key).map(Value::asTexts).orElse(List.of());
        }

        /// This mapping with another one laid over it, mappings inside both of them likewise.
        public Mapping with(Mapping over) {
            Map<String, Value> merged = new LinkedHashMap<>(entries);
            over.entries.forEach((key, value) -> {
                String known = merged.keySet().stream()
                        .filter(key::equalsIgnoreCase)
                        .findFirst()
                        .orElse(key);
                Value old = merged.get(known);
                merged.put(
                        known,
                        old instanceof Mapping below && value instanceof Mapping above ? below.with(above) : value);
            });
            return new Mapping(merged, location);
        }
    }

    /// Where it begins.
    Location location();

    /// The text of a scalar that is not null.
    default Optional<String> asText() {
        return this instanceof Scalar scalar && !scalar.isNull() ? Optional.of(scalar.text()) : Optional.empty();
    }

    /// The texts of a list, or of a single scalar; what is no text is left out.
    default List<String> asTexts() {
        List<String> texts = new ArrayList<>();
        if (this instanceof Sequence sequence) {
            sequence.items().forEach(item -> item.asText().ifPresent(texts::add));
        } else {
            asText().ifPresent(texts::add);
        }
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }
}
