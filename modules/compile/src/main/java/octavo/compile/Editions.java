package octavo.compile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import octavo.model.Archive;
import octavo.model.CompilationRules;
import octavo.model.Contributor;
import octavo.model.Diagnostics;
import octavo.model.Edition;
import octavo.model.IndexEntry;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.Period;

/// Makes editions, ready for renderers, out of the chosen issues of an archive.
///
/// What is wrong with links and sections goes to the [Diagnostics]; nothing stops the work.
public final class Editions {
    private static final Comparator<Issue> BY_DATE = Comparator.comparing(
                    (Issue issue) -> issue.date().orElse(LocalDate.MIN))
            .thenComparing(Issue::id);

    private Editions() {}

    /// One work for each language among the chosen issues, the publication's main language first.
    ///
    /// Ids carry their issue's prefix, links between the issues are internal, the sections that the rules
    /// name for the language stand once as [Edition#backMatter()] or not at all.
    public static List<Edition> compilations(
            Archive archive, Selection selection, CompilationRules rules, Diagnostics diagnostics) {
        ArchiveIndex index = ArchiveIndex.of(archive, diagnostics);
        Language main = archive.publication().mainLanguage();
        Map<Language, List<Issue>> byLanguage = selection.of(archive, rules.year(), diagnostics).stream()
                .sorted(BY_DATE)
                .collect(Collectors.groupingBy(
                        Issue::language,
                        () -> new TreeMap<>(Comparator.comparing((Language language) -> !language.equals(main))
                                .thenComparing(Comparator.naturalOrder())),
                        Collectors.toList()));
        return byLanguage.entrySet().stream()
                .map(entry -> {
                    Language language = entry.getKey();
                    RecurringSections recurring = new RecurringSections(language, rules, diagnostics);
                    Compilation.Content content =
                            new Compilation(language, index, diagnostics).compiled(entry.getValue(), recurring);
                    recurring.reportUnknown(language);
                    List<IndexEntry> names = new NameIndex(language, rules.index()).of(content.issues());
                    return compilation(archive, selection, language, content, names);
                })
                .toList();
    }

    /// One edition for each chosen issue; everything stays in its place, ids are those of the web page.
    public static List<Edition> singles(
            Archive archive, Selection selection, CompilationRules rules, Diagnostics diagnostics) {
        ArchiveIndex index = ArchiveIndex.of(archive, diagnostics);
        EditionNames names = EditionNames.of(archive);
        return selection.of(archive, rules.year(), diagnostics).stream()
                .map(issue -> single(
                        archive,
                        new Compilation(issue.language(), index, diagnostics).single(issue),
                        names.single(issue.id())))
                .toList();
    }

    private static Edition compilation(
            Archive archive,
            Selection selection,
            Language language,
            Compilation.Content content,
            List<IndexEntry> names) {
        Period period = period(selection, content.issues());
        return new Edition(
                Edition.Kind.COMPILATION,
                archive.publication(),
                EditionNames.compilation(archive.publication(), period),
                archive.publication().title(language),
                language,
                period,
                content.issues(),
                content.backMatter(),
                names,
                contributors(archive, content, language),
                modified(content.issues()));
    }

    private static Edition single(Archive archive, Compilation.Content content, String name) {
        Issue issue = content.issues().getFirst();
        return new Edition(
                Edition.Kind.SINGLE,
                archive.publication(),
                name,
                issue.title().isBlank() ? archive.publication().title(issue.language()) : issue.title(),
                issue.language(),
                new Period.Chosen(issue.date(), issue.date()),
                content.issues(),
                content.backMatter(),
                List.of(),
                contributors(archive, content, issue.language()),
                modified(content.issues()));
    }

    private static List<Contributor> contributors(Archive archive, Compilation.Content content, Language language) {
        return Contributors.of(
                content.issues(),
                content.backMatter(),
                language,
                archive.publication().mainLanguage());
    }

    private static Period period(Selection selection, List<Issue> issues) {
        if (selection.from().isPresent() || selection.to().isPresent()) {
            return new Period.Between(selection.from(), selection.to());
        }
        if (selection.year().isPresent()) {
            return new Period.OfYear(selection.year().get());
        }
        List<LocalDate> dates =
                issues.stream().flatMap(issue -> issue.date().stream()).sorted().toList();
        return dates.isEmpty()
                ? new Period.Chosen(Optional.empty(), Optional.empty())
                : new Period.Chosen(Optional.of(dates.getFirst()), Optional.of(dates.getLast()));
    }

    private static Optional<Instant> modified(List<Issue> issues) {
        return issues.stream()
                .flatMap(issue -> Stream.concat(
                        issue.modified().stream(),
                        issue
                                .date()
                                .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant())
                                .stream()))
                .max(Comparator.naturalOrder());
    }
}
