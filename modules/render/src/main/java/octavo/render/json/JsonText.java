package octavo.render.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import octavo.model.OctavoException;

/// JSON values as text (RFC 8259), and back.
final class JsonText {
    /// A node inside another costs an array and an object; a table's rows and cells and the document itself some more.
    private static final int DEEPEST = 2 * ModelWriter.DEEPEST + 10;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonText() {}

    /// Indented by two spaces, lines ending in a line feed, with one at the end.
    static String print(Json json) {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withRootSeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.setPrettyPrinter(printer);
            print(json, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void print(Json json, JsonGenerator generator) throws IOException {
        switch (json) {
            case Json.Text(var value) -> generator.writeString(value);
            case Json.Whole(var value) -> generator.writeNumber(value);
            case Json.Truth(var value) -> generator.writeBoolean(value);
            case Json.Array(var items) -> {
                generator.writeStartArray();
                for (Json item : items) {
                    print(item, generator);
                }
                generator.writeEndArray();
            }
            case Json.Fields(var fields) -> {
                generator.writeStartObject();
                for (Map.Entry<String, Json> field : fields.entrySet()) {
                    generator.writeFieldName(field.getKey());
                    print(field.getValue(), generator);
                }
                generator.writeEndObject();
            }
        }
    }

    /// @throws OctavoException with line and column where the text is no JSON, or has numbers or nulls
    ///     that the form does not use
    static Json parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Json json = value(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more text after the end of the document");
            }
            return json;
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " in line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new OctavoException("This is no JSON that Octavo reads" + place + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Json value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT -> new Json.Whole(parser.getIntValue());
            case VALUE_TRUE -> new Json.Truth(true);
            case VALUE_FALSE -> new Json.Truth(false);
            case START_ARRAY -> {
                List<Json> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield new Json.Array(items);
            }
            case START_OBJECT -> {
                Map<String, Json> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    fields.put(key, value(parser));
                }
                yield new Json.Fields(fields);
            }
            case null -> throw new JsonParseException(parser, "the document is empty");
            default ->
                throw new JsonParseException(
                        parser, "“" + parser.getText() + "” has no place in it; leave out what has no value");
        };
    }
}
