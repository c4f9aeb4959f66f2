package octavo.cli;

import java.util.List;
import java.util.Optional;
import octavo.model.Language;
import octavo.render.MediaType;

/// A file that a run made.
///
/// @param path as the user would type it
/// @param language empty for what spans editions
/// @param issues the ids of the issues in it; none for what spans editions
/// @param bytes its size
record Artifact(
        String path, String format, MediaType type, Optional<Language> language, List<String> issues, long bytes) {
    Artifact {
        issues = List.copyOf(issues);
    }
}
