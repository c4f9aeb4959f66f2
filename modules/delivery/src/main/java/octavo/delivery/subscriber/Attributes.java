package octavo.delivery.subscriber;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What a list knows about somebody beside name and language, by name.
///
/// @param values each as JSON
public record Attributes(Map<String, String> values) {
    public static final Attributes NONE = new Attributes(Map.of());

    /// As much as is kept of one person.
    private static final int LONGEST = 16 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(LONGEST)
                    .maxNumberLength(40)
                    .build())
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// A number as JSON writes it, of so few digits that nothing is lost. `007` and telephone numbers are texts.
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,10})?");

    public Attributes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// Reads a JSON object.
    ///
    /// @throws IllegalArgumentException where it is none, or holds what a database does not take
    public static Attributes parse(String text) {
        if (text.isBlank() || text.equals("{}")) {
            return NONE;
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("attributes are longer than " + LONGEST + " characters");
        }
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("attributes are no JSON object such as {\"town\": \"Port Ellery\"}");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = kept(parser.currentName());
                parser.nextToken();
                values.put(name, copied(parser));
            }
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("attributes go on behind their last brace");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("attributes are no JSON object such as {\"town\": \"Port Ellery\"}", e);
        }
        return new Attributes(values);
    }

    /// A column's field: a number, `true` or `false`, or else a text.
    static String ofField(String field) {
        return field.equals("true")
                        || field.equals("false")
                        || NUMBER.matcher(field).matches()
                ? field
                : quoted(field);
    }

    private static String copied(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            int depth = 0;
            do {
                JsonToken token = parser.currentToken();
                switch (token) {
                    case VALUE_STRING -> kept(parser.getText());
                    case FIELD_NAME -> kept(parser.currentName());
                    case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> {
                        if (!Double.isFinite(parser.getDoubleValue())) {
                            throw new IllegalArgumentException("attributes hold a number without measure");
                        }
                    }
                    case null, default -> {}
                }
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                }
                json.copyCurrentEventExact(parser);
            } while (depth > 0 && parser.nextToken() != null);
        }
        return text.toString();
    }

    /// The text itself, where databases keep it.
    private static String kept(String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("attributes hold characters that no text has");
        }
        return text;
    }

    /// These, and over them others.
    Attributes with(Attributes others) {
        if (others.values.isEmpty()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(others.values);
        return new Attributes(all);
    }

    /// The JSON object.
    public String json() {
        StringBuilder text = new StringBuilder("{");
        values.forEach((name, value) -> text.append(text.length() > 1 ? "," : "")
                .append(quoted(name))
                .append(':')
                .append(value));
        return text.append('}').toString();
    }

    private static String quoted(String text) {
        StringWriter quoted = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(quoted)) {
            json.writeString(text);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return quoted.toString();
    }
}
