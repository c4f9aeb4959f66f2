package octavo.render.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value (RFC 8259) of the few kinds that the model's form is made of; an output's own documents are made of
/// them too.
public sealed interface Json {
    record Text(String value) implements Json {}

    record Whole(int value) implements Json {}

    record Truth(boolean value) implements Json {}

    record Array(List<Json> items) implements Json {
        public Array {
            items = List.copyOf(items);
        }
    }

    /// An object, its keys in order.
    record Fields(Map<String, Json> fields) implements Json {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /// The document: indented by two spaces, lines ending in a line feed, with one at the end.
    static String print(Json json) {
        return JsonText.print(json);
    }
}
