package octavo.render.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// A JSON object while it is made: keys in the order written; what is empty is left out.
public final class JsonFields {
    private final Map<String, Json> fields = new LinkedHashMap<>();

    public JsonFields() {}

    public static JsonFields of(String type) {
        return new JsonFields().text("type", type);
    }

    public JsonFields put(String key, Json value) {
        fields.put(key, value);
        return this;
    }

    public JsonFields text(String key, String value) {
        return put(key, new Json.Text(value));
    }

    public JsonFields text(String key, Optional<?> value) {
        value.ifPresent(present -> text(key, present.toString()));
        return this;
    }

    public JsonFields number(String key, int value) {
        return put(key, new Json.Whole(value));
    }

    public JsonFields number(String key, OptionalInt value) {
        value.ifPresent(present -> number(key, present));
        return this;
    }

    public JsonFields truth(String key, boolean value) {
        return put(key, new Json.Truth(value));
    }

    public <T> JsonFields list(String key, List<T> items, Function<T, Json> write) {
        return items.isEmpty() ? this : put(key, array(items, write));
    }

    public JsonFields texts(String key, Map<String, String> values) {
        if (!values.isEmpty()) {
            JsonFields texts = new JsonFields();
            values.forEach(texts::text);
            put(key, texts.json());
        }
        return this;
    }

    public Json json() {
        return new Json.Fields(fields);
    }

    /// An array of what each item becomes.
    public static <T> Json array(List<T> items, Function<T, Json> write) {
        // A loop, because each level of nested blocks costs stack, and a stream costs four times as much.
        List<Json> array = new ArrayList<>(items.size());
        for (T item : items) {
            array.add(write.apply(item));
        }
        return new Json.Array(array);
    }
}
