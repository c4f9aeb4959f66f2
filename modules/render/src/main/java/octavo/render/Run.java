package octavo.render;

import java.util.List;
import octavo.model.Edition;

/// What a run is about, and what its renderers have made.
///
/// @param editions each once, those of several issues as well as those of a single one; never empty
/// @param files in the order in which they were asked for
public record Run(List<Edition> editions, List<RenderedFile> files) {
    public Run {
        editions = List.copyOf(editions);
        files = List.copyOf(files);
    }
}
