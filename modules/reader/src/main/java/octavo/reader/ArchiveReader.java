package octavo.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import octavo.model.Archive;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.OctavoException;

/// Reads archives: folders of Markdown issues, most of them Hugo sites.
public final class ArchiveReader {
    private static final Comparator<Issue> ORDER = Comparator.comparing(
                    (Issue issue) -> issue.date().orElse(LocalDate.MIN))
            .thenComparing(Issue::id)
            .thenComparing(Issue::language);

    private ArchiveReader() {}

    /// Reads all issues of an archive.
    ///
    /// @param root the archive's folder
    /// @param settings of that archive
    /// @throws OctavoException where the folder cannot be read
    public static Archive read(Path root, Settings settings, Diagnostics diagnostics) {
        return read(root, settings, _ -> true, diagnostics);
    }

    /// Reads an archive of which not all is wanted: links lead to every issue, but only those that are wanted have
    /// their texts.
    ///
    /// @param wanted whether to read an issue's text, asked with what its front matter says
    public static Archive read(Path root, Settings settings, Predicate<Issue> wanted, Diagnostics diagnostics) {
        if (!Files.isDirectory(root)) {
            throw new OctavoException("there is no folder " + root + "; name the folder that holds the archive");
        }
        List<Done<Optional<Page>>> read = pages(settings, diagnostics);
        Map<String, List<Diagnostic>> reported = new TreeMap<>();
        List<Page> pages = new ArrayList<>();
        for (Done<Optional<Page>> one : read) {
            // What cannot be read at all is always told, what is wrong with a page only where it is an issue.
            one.result().ifPresentOrElse(pages::add, () -> one.reported().forEach(diagnostics::report));
            one.result().ifPresent(page -> reported.put(page.file().name(), new ArrayList<>(one.reported())));
        }
        IssueReader issueReader = new IssueReader(settings, settings.root(), new Pages(pages));
        pages.removeIf(page -> !isWanted(page, settings));
        List<Done<Issue>> issues = inParallel(pages, (page, found) -> issueReader.read(page, wanted, found));
        List<Translations.Found> versions = new ArrayList<>();
        for (int i = 0; i < issues.size(); i++) {
            IssueFile file = pages.get(i).file();
            versions.add(new Translations.Found(
                    issues.get(i).result(),
                    pages.get(i).data().text("translationKey"),
                    String.join("/", file.folders())));
            reported.computeIfAbsent(file.name(), _ -> new ArrayList<>())
                    .addAll(issues.get(i).reported());
        }
        List<Issue> paired = Translations.pair(versions, settings.publication().mainLanguage());
        List<Issue> chosen = ofCategories(paired, settings.categories());
        chosen.stream()
                .map(issue -> issue.origin().file())
                .sorted()
                .flatMap(file -> reported.getOrDefault(file, List.of()).stream())
                .forEach(diagnostics::report);
        return new Archive(
                settings.root(),
                settings.publication(),
                chosen.stream().sorted(ORDER).toList());
    }

    private static List<Done<Optional<Page>>> pages(Settings settings, Diagnostics diagnostics) {
        return inParallel(IssueFiles.find(settings, diagnostics), new PageReader(settings)::read);
    }

    /// Reads one file, whether it stands in an archive or alone.
    ///
    /// @throws OctavoException where the file cannot be read
    public static Issue readIssue(Path file, Settings settings, Diagnostics diagnostics) {
        Path path = file.toAbsolutePath().normalize();
        boolean isInArchive = path.startsWith(settings.root());
        IssueFile issueFile = isInArchive ? new FileNames(settings).issueFile(path) : FileNames.single(path, settings);
        Page page = new PageReader(settings)
                .read(issueFile, diagnostics)
                .orElseThrow(() -> new OctavoException("the file " + file + " cannot be read"));
        Pages known = new Pages(isInArchive && refers(page) ? allPages(settings) : List.of(page));
        return new IssueReader(settings, isInArchive ? settings.root() : issueFile.folder(), known)
                .read(page, new FewOfAKind(diagnostics));
    }

    /// True where the text may hold `ref` or `relref`, which lead to other pages.
    private static boolean refers(Page page) {
        return page.source().text().contains("ref ");
    }

    private static List<Page> allPages(Settings settings) {
        return pages(settings, _ -> {}).stream()
                .map(Done::result)
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isWanted(Page page, Settings settings) {
        return settings.languages().isEmpty()
                || settings.languages().contains(page.file().language());
    }

    /// Issues of one of the categories; a translation is what its original is.
    private static List<Issue> ofCategories(List<Issue> issues, List<String> categories) {
        if (categories.isEmpty()) {
            return issues;
        }
        Set<String> wanted = new HashSet<>();
        categories.forEach(category -> wanted.add(category.toLowerCase(Locale.ROOT)));
        Set<IssueId> ids = new HashSet<>();
        for (Issue issue : issues) {
            if (issue.categories().stream().anyMatch(category -> wanted.contains(category.toLowerCase(Locale.ROOT)))) {
                ids.add(issue.id());
            }
        }
        return issues.stream().filter(issue -> ids.contains(issue.id())).toList();
    }

    /// What came of a file, and what is to be said about it.
    private record Done<R>(R result, List<Diagnostic> reported) {}

    /// Works on several files at once; the results are in the order of the inputs.
    private static <T, R> List<Done<R>> inParallel(List<T> inputs, BiFunction<T, Diagnostics, R> work) {
        return inputs.parallelStream()
                .map(input -> {
                    List<Diagnostic> reported = new ArrayList<>();
                    return new Done<>(work.apply(input, new FewOfAKind(reported::add)), reported);
                })
                .toList();
    }
}
