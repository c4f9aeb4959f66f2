package octavo.cli;

import java.util.List;
import octavo.model.Language;
import octavo.render.MediaType;

/// A file that a run made.
///
/// @param path as the user would type it
/// @param issues the ids of the issues in it
/// @param bytes its size
record Artifact(String path, String format, MediaType type, Language language, List<String> issues, long bytes) {
    Artifact {
        issues = List.copyOf(issues);
    }
}
