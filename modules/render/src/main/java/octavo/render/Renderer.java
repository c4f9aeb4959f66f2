package octavo.render;

import java.io.IOException;
import octavo.model.Edition;

/// Turns an edition into the files of one format. Found with [java.util.ServiceLoader].
///
/// A renderer keeps nothing between calls; `render` may be called from several threads at once.
public non-sealed interface Renderer extends Format {
    /// Whether a selection becomes one work or each of its issues a file of its own.
    enum Scope {
        /// One run for each selection and language.
        EDITION,
        /// One run for each issue and language.
        ISSUE
    }

    Scope scope();

    /// Writes the edition. What is wrong with the input goes to [RenderContext#diagnostics()].
    ///
    /// @throws IOException where an output cannot be written
    /// @throws octavo.model.OctavoException where the edition cannot be rendered at all
    void render(Edition edition, RenderContext context, OutputSink sink) throws IOException;
}
