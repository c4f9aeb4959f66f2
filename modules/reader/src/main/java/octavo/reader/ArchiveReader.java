package octavo.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
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
        if (!Files.isDirectory(root)) {
            throw new OctavoException("there is no folder " + root + "; name the folder that holds the archive");
        }
        PageReader pageReader = new PageReader(settings);
        List<Page> pages = inParallel(IssueFiles.find(settings, diagnostics), pageReader::read, diagnostics).stream()
                .flatMap(Optional::stream)
                .toList();
        IssueReader issueReader = new IssueReader(settings, settings.root(), new Pages(pages));
        List<Page> wanted =
                pages.stream().filter(page -> isWanted(page, settings)).toList();
        List<Issue> issues = inParallel(wanted, issueReader::read, diagnostics);
        List<Translations.Found> found = new ArrayList<>();
        for (int i = 0; i < issues.size(); i++) {
            Page page = wanted.get(i);
            found.add(new Translations.Found(
                    issues.get(i),
                    page.data().text("translationKey"),
                    String.join("/", page.file().folders())));
        }
        List<Issue> paired = Translations.pair(found, settings.publication().mainLanguage());
        return new Archive(
                settings.root(),
                settings.publication(),
                ofCategories(paired, settings.categories()).stream()
                        .sorted(ORDER)
                        .toList());
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
        Diagnostics few = new FewOfAKind(diagnostics);
        return new IssueReader(settings, isInArchive ? settings.root() : issueFile.folder(), new Pages(List.of(page)))
                .read(page, few);
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

    /// Works on several files at once; what is to be reported is reported in their order.
    private static <T, R> List<R> inParallel(
            List<T> inputs, BiFunction<T, Diagnostics, R> work, Diagnostics diagnostics) {
        record Done<R>(R result, List<Diagnostic> reported) {}
        List<Done<R>> done = inputs.parallelStream()
                .map(input -> {
                    List<Diagnostic> reported = new ArrayList<>();
                    return new Done<>(work.apply(input, new FewOfAKind(reported::add)), reported);
                })
                .toList();
        done.forEach(one -> one.reported().forEach(diagnostics::report));
        return done.stream().map(Done::result).toList();
    }
}
