package octavo.reader.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import octavo.model.Location;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// TOML 1.0.
final class TomlData {
    private static final int MAX_DEPTH = 50;

    private final Origin origin;

    private TomlData(Origin origin) {
        this.origin = origin;
    }

    static Value.Mapping parse(String text, Origin origin) throws DataException {
        refuseDepth(text, origin);
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError error = result.errors().getFirst();
            throw new DataException(
                    origin.at(error.position().line(), error.position().column()), String.valueOf(error.getMessage()));
        }
        return new TomlData(origin).mapping(result, origin.at(1, 1));
    }

    /// The parser recurses, so brackets are counted before it sees them; those inside strings count as well.
    private static void refuseDepth(String text, Origin origin) throws DataException {
        int depth = 0;
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[', '{' -> depth++;
                case ']', '}' -> depth = Math.max(0, depth - 1);
                case '\n' -> line++;
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                throw new DataException(origin.at(line, 0), "nested more than " + MAX_DEPTH + " levels deep");
            }
        }
    }

    private Value.Mapping mapping(TomlTable table, Location location) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (String key : table.keySet()) {
            List<String> path = List.of(key);
            Object value = table.get(path);
            if (value != null) {
                entries.put(key, value(value, location(table.inputPositionOf(path), location)));
            }
        }
        return new Value.Mapping(entries, location);
    }

    private Value value(Object value, Location location) {
        return switch (value) {
            case TomlTable table -> mapping(table, location);
            case TomlArray array ->
                new Value.Sequence(
                        IntStream.range(0, array.size())
                                .mapToObj(i -> value(array.get(i), location(array.inputPositionOf(i), location)))
                                .toList(),
                        location);
            case String text -> new Value.Scalar(text, false, location);
            default -> new Value.Scalar(value.toString(), true, location);
        };
    }

    private Location location(@org.jspecify.annotations.Nullable TomlPosition position, Location otherwise) {
        return position == null ? otherwise : origin.at(position.line(), position.column());
    }
}
