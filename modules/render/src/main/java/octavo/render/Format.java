package octavo.render;

import java.util.List;

/// Something that can be asked for by name: what a [Renderer] makes of each edition, or a [Publisher] of all together.
public sealed interface Format permits Renderer, Publisher {
    /// The name on the command line, in file names of artifacts and as the theme's folder: `pdf`.
    String format();

    /// The keys that it understands in its own table of `octavo.toml` (`[pdf]` for the format `pdf`).
    default List<Option> options() {
        return List.of();
    }

    /// A key of a format's own table in `octavo.toml`, settable as well by `OCTAVO_<FORMAT>_<KEY>`.
    ///
    /// @param key in kebab case
    /// @param description one line for the user, with the default
    record Option(String key, String description) {}
}
