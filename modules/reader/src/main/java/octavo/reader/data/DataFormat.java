package octavo.reader.data;

import java.util.Locale;
import java.util.Optional;

/// A language in which configuration and front matter are written.
public enum DataFormat {
    YAML,
    TOML,
    JSON;

    /// Longer data is refused: nobody writes it by hand.
    static final int MAX_CHARACTERS = 1_000_000;

    /// The format that a file name's ending says.
    public static Optional<DataFormat> ofFile(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "yaml", "yml" -> Optional.of(YAML);
            case "toml" -> Optional.of(TOML);
            case "json" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    /// Reads a mapping.
    ///
    /// @param text the data alone
    /// @param file named in locations
    /// @param firstLine the line of the file on which the text begins, from 1
    /// @throws DataException where the text is not well formed, too long, too deep, or no mapping
    public Value.Mapping parse(String text, String file, int firstLine) throws DataException {
        Origin origin = new Origin(file, firstLine);
        if (text.length() > MAX_CHARACTERS) {
            throw new DataException(origin.at(1, 0), "more than a million characters of " + this + " are not read");
        }
        return switch (this) {
            case YAML -> YamlData.parse(text, origin);
            // JSON is YAML 1.2 but for tabs, which JSON allows only between its tokens.
            case JSON -> YamlData.parse(text.replace('\t', ' '), origin);
            case TOML -> TomlData.parse(text, origin);
        };
    }
}
