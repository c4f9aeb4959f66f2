package octavo.compile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import octavo.model.Archive;
import octavo.model.CompilationRules;
import octavo.model.Contributor;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.Period;
import octavo.model.Publication;

/// Makes editions, ready for renderers, out of the chosen issues of an archive.
///
/// What is wrong with links and sections goes to the [Diagnostics]; nothing stops the work.
public final class Editions {
    private static final Comparator<Issue> BY_DATE = Comparator.comparing(
                    (Issue issue) -> issue.date().orElse(LocalDate.MIN))
            .thenComparing(Issue::id);

    private static final Period UNDATED = new Period.Chosen(Optional.empty(), Optional.empty());

    private Editions() {}

    /// One work for each language among the chosen issues, the publication's main language first.
    ///
    /// Ids carry their issue's prefix, links between the issues are internal, the sections that the rules
    /// name for the language stand once as [Edition#backMatter()] or not at all.
    public static List<Edition> compilations(
            Archive archive, Selection selection, CompilationRules rules, Diagnostics diagnostics) {
        Compiler compiler = new Compiler(archive, rules, diagnostics);
        List<Edition> editions = compiler.editions(
                selection.of(archive, rules.year(), diagnostics), issues -> period(selection, issues));
        compiler.reportUnknownSections();
        return editions;
    }

    /// The compilations of each year among the chosen issues, the earliest first: those that a selection of that year
    /// alone would give. Issues of no year are reported (`undated`) and stand in works of their own, the last ones.
    ///
    /// @param selection of any dates
    public static List<Edition> yearly(
            Archive archive, Selection selection, CompilationRules rules, Diagnostics diagnostics) {
        Compiler compiler = new Compiler(archive, rules, diagnostics);
        SortedMap<Year, List<Issue>> byYear = new TreeMap<>();
        List<Issue> undated = new ArrayList<>();
        for (Issue issue : selection.of(archive, rules.year(), diagnostics)) {
            Selection.yearOf(issue, rules.year())
                    .map(year -> byYear.computeIfAbsent(year, _ -> new ArrayList<>()))
                    .orElse(undated)
                    .add(issue);
        }
        List<Edition> editions = new ArrayList<>();
        byYear.forEach((year, issues) -> editions.addAll(compiler.editions(issues, _ -> new Period.OfYear(year))));
        undated.forEach(issue -> diagnostics.report(Diagnostic.note(
                issue.origin(),
                "undated",
                "this issue belongs to no year, so it stands in a book of its own kind, without a year in its name")));
        editions.addAll(compiler.editions(undated, _ -> UNDATED));
        compiler.reportUnknownSections();
        return List.copyOf(editions);
    }

    /// Makes compilations out of one archive. What its rules name and no issue has is known when all are made.
    private static final class Compiler {
        private final Archive archive;
        private final CompilationRules rules;
        private final Diagnostics diagnostics;
        private final ArchiveIndex index;
        private final Map<Language, RecurringSections> recurring;

        Compiler(Archive archive, CompilationRules rules, Diagnostics diagnostics) {
            this.archive = archive;
            this.rules = rules;
            this.diagnostics = diagnostics;
            this.index = ArchiveIndex.of(archive, diagnostics);
            this.recurring = new TreeMap<>(archive.publication().languageOrder());
        }

        /// One work for each language among the issues.
        List<Edition> editions(List<Issue> chosen, Function<List<Issue>, Period> period) {
            Map<Language, List<Issue>> byLanguage =
                    chosen.stream().sorted(BY_DATE).collect(Collectors.groupingBy(Issue::language));
            byLanguage
                    .keySet()
                    .forEach(language -> recurring.computeIfAbsent(
                            language, _ -> new RecurringSections(language, rules, diagnostics)));
            return recurring.entrySet().stream()
                    .filter(entry -> byLanguage.containsKey(entry.getKey()))
                    .map(entry -> edition(
                            entry.getKey(),
                            byLanguage.getOrDefault(entry.getKey(), List.of()),
                            entry.getValue(),
                            period))
                    .toList();
        }

        private Edition edition(
                Language language,
                List<Issue> issues,
                RecurringSections sections,
                Function<List<Issue>, Period> period) {
            Compilation.Content content =
                    new Compilation(language, index, diagnostics).compiled(issues, sections, rules.index());
            return compilation(archive.publication(), period.apply(content.issues()), language, content);
        }

        void reportUnknownSections() {
            recurring.forEach((language, sections) -> sections.reportUnknown(language));
        }
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
            Publication publication, Period period, Language language, Compilation.Content content) {
        return new Edition(
                Edition.Kind.COMPILATION,
                publication,
                EditionNames.compilation(publication, period),
                publication.title(language),
                language,
                period,
                content.issues(),
                content.backMatter(),
                content.names(),
                contributors(publication, content, language),
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
                content.names(),
                contributors(archive.publication(), content, issue.language()),
                modified(content.issues()).or(() -> modified(archive.issues())));
    }

    private static List<Contributor> contributors(
            Publication publication, Compilation.Content content, Language language) {
        return Contributors.of(content.issues(), content.backMatter(), language, publication.mainLanguage());
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
                ? UNDATED
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
