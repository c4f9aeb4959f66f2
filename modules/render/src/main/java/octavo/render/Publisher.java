package octavo.render;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Makes what spans editions, such as a catalogue or a feed, after all of a run's renderers are done. Found with
/// [java.util.ServiceLoader].
///
/// A publisher keeps nothing between calls.
public non-sealed interface Publisher extends Format {
    /// The formats whose files it works on. They are made even if nobody asked for them.
    default List<String> needs() {
        return List.of();
    }

    /// The scopes of which it wants editions, also where no format makes files of them.
    default Set<Renderer.Scope> scopes() {
        return Set.of();
    }

    /// Writes what there is to say about all editions. What is wrong with the input goes to
    /// [RenderContext#diagnostics()].
    ///
    /// @throws IOException where an output cannot be written
    /// @throws octavo.model.OctavoException where it cannot be made at all
    void publish(Run run, RenderContext context, OutputSink sink) throws IOException;
}
