package octavo.reader.markdown;

import java.util.Map;
import octavo.model.Location;

/// A shortcode tag in the text.
sealed interface Tag {
    /// A shortcode.
    ///
    /// @param arguments by name, positional ones by `0`, `1`, …
    /// @param body what stands between its tags, where that is no Markdown
    /// @param source the tag as written
    record Call(String name, Map<String, String> arguments, String body, String source, Location location) {
        /// An argument by its name, or else by its position; empty where there is none.
        String argument(String key, int position) {
            String named = arguments.get(key);
            return named != null ? named : position < 0 ? "" : arguments.getOrDefault(String.valueOf(position), "");
        }
    }

    /// An escaped tag (`{{</* figure */>}}`): what is to be shown.
    record Literal(String text) implements Tag {}

    /// A shortcode that is complete in itself.
    record Single(Call call) implements Tag {}

    /// The beginning of a shortcode whose body stands in the text.
    record Open(Call call) implements Tag {}

    /// Its end.
    record Close(Call call) implements Tag {}
}
