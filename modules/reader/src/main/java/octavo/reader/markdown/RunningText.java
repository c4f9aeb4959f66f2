package octavo.reader.markdown;

import java.util.List;
import octavo.model.Inline;
import octavo.model.Location;

/// Reads Markdown that stands inside something else, such as a caption in a shortcode's argument.
@FunctionalInterface
interface RunningText {
    /// @param location given to all that is in it
    List<Inline> read(String markdown, Location location);
}
