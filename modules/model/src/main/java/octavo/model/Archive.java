package octavo.model;

import java.nio.file.Path;
import java.util.List;

/// All issues of a newsletter, as a reader found them.
///
/// @param root the folder; no file outside it is ever read for an output
/// @param issues by date, then id, then language; those without a date first
public record Archive(Path root, Publication publication, List<Issue> issues) {
    public Archive {
        issues = List.copyOf(issues);
    }
}
