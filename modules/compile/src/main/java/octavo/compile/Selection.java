package octavo.compile;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import octavo.model.Archive;
import octavo.model.CompilationRules.YearBasis;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.Location;

/// Which issues of an archive are wanted. All conditions hold together; an empty one restricts nothing.
///
/// @param year of publication, or the year covered: see [octavo.model.CompilationRules#year()]
/// @param from the first day of publication, included
/// @param to the last day of publication, included
/// @param languages as ranges after RFC 4647, section 3.3.1: `pt` chooses `pt-BR` as well
/// @param categories of which an issue has at least one; case does not matter
/// @param paths of files or folders from the archive's root, with `/`; a folder chooses all below it
/// @param drafts true to choose drafts as well
public record Selection(
        Optional<Year> year,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Set<Language> languages,
        Set<String> categories,
        List<String> paths,
        boolean drafts) {

    /// Every issue but the drafts.
    public static final Selection ALL =
            new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of(), List.of(), false);

    public Selection {
        languages = Set.copyOf(languages);
        categories = Set.copyOf(categories);
        paths = List.copyOf(paths);
    }

    /// The chosen issues in the archive's order. A path that leads to no issue is reported
    /// (`path-unknown`).
    public List<Issue> of(Archive archive, YearBasis basis, Diagnostics diagnostics) {
        List<String> wanted = fromRoot(archive.root());
        List<Issue> chosen =
                archive.issues().stream().filter(in(archive.root(), basis)).toList();
        for (int i = 0; i < wanted.size(); i++) {
            String path = wanted.get(i);
            if (archive.issues().stream().noneMatch(issue -> leadsTo(path, issue))) {
                diagnostics.report(Diagnostic.warning(
                        Location.of(paths.get(i)),
                        "path-unknown",
                        "no issue of the archive has this path; `octavo list` shows them all"));
            }
        }
        return chosen;
    }

    /// Whether an issue is chosen; its text need not have been read.
    ///
    /// @param root the archive's folder
    public Predicate<Issue> in(Path root, YearBasis basis) {
        List<String> wanted = fromRoot(root);
        return issue ->
                matches(issue, basis) && (wanted.isEmpty() || wanted.stream().anyMatch(path -> leadsTo(path, issue)));
    }

    private List<String> fromRoot(Path root) {
        return paths.stream().map(path -> fromRoot(path, root)).toList();
    }

    private boolean matches(Issue issue, YearBasis basis) {
        return (drafts || !issue.draft())
                && (year.isEmpty() || year.equals(yearOf(issue, basis)))
                && from.map(day ->
                                issue.date().filter(date -> !date.isBefore(day)).isPresent())
                        .orElse(true)
                && to.map(day -> issue.date().filter(date -> !date.isAfter(day)).isPresent())
                        .orElse(true)
                && (languages.isEmpty() || languages.stream().anyMatch(range -> inRange(issue.language(), range)))
                && (categories.isEmpty()
                        || issue.categories().stream()
                                .anyMatch(own -> categories.stream().anyMatch(own::equalsIgnoreCase)));
    }

    /// The year that an issue belongs to, if it has a date or says what it covers.
    static Optional<Year> yearOf(Issue issue, YearBasis basis) {
        return switch (basis) {
            case PUBLISHED -> issue.date().map(date -> Year.of(date.getYear()));
            case COVERED ->
                issue.covers()
                        .or(() -> issue.date().map(date -> YearMonth.from(date).minusMonths(1)))
                        .map(month -> Year.of(month.getYear()));
        };
    }

    private static boolean inRange(Language language, Language range) {
        String tag = language.tag().toLowerCase(Locale.ROOT);
        String wanted = range.tag().toLowerCase(Locale.ROOT);
        return tag.equals(wanted) || tag.startsWith(wanted + "-");
    }

    private static boolean leadsTo(String path, Issue issue) {
        String file = issue.origin().file();
        return path.isEmpty() || file.equals(path) || file.startsWith(path + "/");
    }

    /// A path as typed, without `./`, a final `/` and the archive's own folder in front.
    private static String fromRoot(String path, Path root) {
        Path typed = Path.of(path.replace('\\', '/')).normalize();
        Path fromRoot = typed;
        if (typed.startsWith(root.normalize())) {
            fromRoot = root.normalize().relativize(typed);
        } else if (typed.isAbsolute() && typed.startsWith(root.toAbsolutePath().normalize())) {
            fromRoot = root.toAbsolutePath().normalize().relativize(typed);
        }
        return fromRoot.toString().replace('\\', '/');
    }
}
