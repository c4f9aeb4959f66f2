package octavo.render.json;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import octavo.model.OctavoException;

/// A JSON value with its place in the document, so that errors can name it: `body[3].level`.
record Node(Json json, String path) {

    /// @throws OctavoException always
    OctavoException wrong(String message) {
        return new OctavoException((path.isEmpty() ? "The document" : path) + ": " + message);
    }

    private OctavoException expected(String what) {
        String is = switch (json) {
            case Json.Text(var text) -> "the text “" + shortened(text) + "”";
            case Json.Whole(var number) -> "the number " + number;
            case Json.Truth(var truth) -> String.valueOf(truth);
            case Json.Array _ -> "an array";
            case Json.Fields _ -> "an object";
        };
        return wrong(what + " is expected here, not " + is);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 40
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }

    boolean isText() {
        return json instanceof Json.Text;
    }

    String text() {
        if (json instanceof Json.Text(var text)) {
            return text;
        }
        throw expected("a text");
    }

    int number() {
        if (json instanceof Json.Whole(var number)) {
            return number;
        }
        throw expected("a whole number");
    }

    boolean truth() {
        if (json instanceof Json.Truth(var truth)) {
            return truth;
        }
        throw expected("true or false");
    }

    /// A text in a form of its own, such as a date.
    ///
    /// @param what is expected, for the error
    <T> T parsed(String what, Function<String, T> parse) {
        String text = text();
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new OctavoException(String.valueOf(expected(what).getMessage()), e);
        }
    }

    /// One of a few words, written as an enum's names in lower case.
    <E extends Enum<E>> E word(Class<E> words) {
        String text = text();
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        String known = String.join(
                ", ",
                Arrays.stream(words.getEnumConstants())
                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                        .toList());
        throw expected("one of " + known);
    }

    <T> List<T> list(Function<Node, T> read) {
        if (!(json instanceof Json.Array(var items))) {
            throw expected("an array");
        }
        List<T> list = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            list.add(read.apply(new Node(items.get(i), path + "[" + i + "]")));
        }
        return list;
    }

    /// Reads an object; a key that nobody asked for is an error.
    <T> T object(Function<Fields, T> read) {
        if (!(json instanceof Json.Fields(var values))) {
            throw expected("an object");
        }
        Fields fields = new Fields(values);
        T object = read.apply(fields);
        fields.finish();
        return object;
    }

    /// An object being read.
    final class Fields {
        private final Map<String, Json> unread;
        private final List<String> known = new ArrayList<>();

        private Fields(Map<String, Json> values) {
            this.unread = new LinkedHashMap<>(values);
        }

        /// The place of the object itself.
        Node node() {
            return Node.this;
        }

        boolean has(String key) {
            return unread.containsKey(key);
        }

        Optional<Node> optional(String key) {
            known.add(key);
            return Optional.ofNullable(unread.remove(key))
                    .map(value -> new Node(value, path.isEmpty() ? key : path + "." + key));
        }

        Node required(String key) {
            return optional(key).orElseThrow(() -> wrong("“" + key + "” is missing"));
        }

        /// A list, empty where its key is left out.
        <T> List<T> list(String key, Function<Node, T> read) {
            // Not mapped, because each level of nested blocks costs stack, and a lambda more of it.
            Optional<Node> node = optional(key);
            return node.isPresent() ? node.get().list(read) : List.of();
        }

        /// A map of texts in its own order, empty where its key is left out.
        Map<String, String> texts(String key) {
            Map<String, String> texts = new LinkedHashMap<>();
            optional(key)
                    .ifPresent(node -> node.object(fields -> {
                        for (String name : List.copyOf(fields.unread.keySet())) {
                            texts.put(name, fields.required(name).text());
                        }
                        return texts;
                    }));
            return texts;
        }

        private void finish() {
            if (!unread.isEmpty()) {
                throw wrong("“" + unread.keySet().iterator().next() + "” is no key that belongs here; known are "
                        + String.join(", ", known));
            }
        }
    }
}
