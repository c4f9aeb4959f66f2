package octavo.render;

import java.io.IOException;
import java.util.List;
import octavo.model.Edition;

/// Turns an edition into the files of one format. Found with [java.util.ServiceLoader].
///
/// A renderer keeps nothing between calls; `render` may be called from several threads at once.
public interface Renderer {
    /// Whether a selection becomes one work or each of its issues a file of its own.
    enum Scope {
        /// One run for each selection and language.
        EDITION,
        /// One run for each issue and language.
        ISSUE
    }

    /// The format's name on the command line, in file names of artifacts and as the theme's folder: `pdf`.
    String format();

    Scope scope();

    /// The keys that this renderer understands in its own table of `octavo.toml` (`[pdf]` for the format `pdf`).
    default List<Option> options() {
        return List.of();
    }

    /// Writes the edition. What is wrong with the input goes to [RenderContext#diagnostics()].
    ///
    /// @throws IOException where an output cannot be written
    /// @throws octavo.model.OctavoException where the edition cannot be rendered at all
    void render(Edition edition, RenderContext context, OutputSink sink) throws IOException;

    /// A key of a renderer's own table in `octavo.toml`, settable as well by `OCTAVO_<FORMAT>_<KEY>`.
    ///
    /// @param key in kebab case
    /// @param description one line for the user, with the default
    record Option(String key, String description) {}
}
