package octavo.cli.shell;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import octavo.model.Diagnostic;
import octavo.model.Diagnostic.Severity;
import octavo.model.Diagnostics;
import octavo.model.Issue;

/// What a run has found wrong with its input: each thing once, in the order of the files, however many
/// threads and formats came across it.
public final class Report implements Diagnostics {
    /// Up to here all are shown; beyond, a few of each kind.
    private static final int MANY = 40;

    private static final int FEW = 3;

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(
                    (Diagnostic diagnostic) -> diagnostic.location().file())
            .thenComparingInt(diagnostic -> diagnostic.location().line())
            .thenComparingInt(diagnostic -> diagnostic.location().column())
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    private final Set<Diagnostic> found = new HashSet<>();
    private final Set<String> ignored = new HashSet<>();

    @Override
    public synchronized void report(Diagnostic diagnostic) {
        if (!ignored.contains(diagnostic.location().file())) {
            found.add(diagnostic);
        }
    }

    /// Forgets, now and later, what concerns issues that were not chosen: a user who builds one year is not
    /// told about the others.
    public synchronized void ignoreAllBut(List<Issue> chosen, List<Issue> all) {
        all.forEach(issue -> ignored.add(issue.origin().file()));
        chosen.forEach(issue -> ignored.remove(issue.origin().file()));
        found.removeIf(diagnostic -> ignored.contains(diagnostic.location().file()));
    }

    /// All of them, by file, line and column.
    public synchronized List<Diagnostic> all() {
        return found.stream().sorted(BY_PLACE).toList();
    }

    /// Whether something is worse than a note.
    public synchronized boolean hasProblems() {
        return found.stream().anyMatch(Report::isProblem);
    }

    /// Writes them for a human being: problems, and a count of what is not shown.
    ///
    /// @param verbose whether to show all, notes as well
    public void print(Terminal terminal, boolean verbose) {
        List<Diagnostic> all = all();
        List<Diagnostic> shown =
                verbose ? all : all.stream().filter(Report::isProblem).toList();
        Map<String, Integer> hidden = new TreeMap<>();
        if (verbose || shown.size() <= MANY) {
            shown.forEach(terminal.err()::println);
        } else {
            Map<String, Integer> seen = new TreeMap<>();
            for (Diagnostic diagnostic : shown) {
                if (seen.merge(diagnostic.code(), 1, Integer::sum) <= FEW) {
                    terminal.err().println(diagnostic);
                } else {
                    hidden.merge(diagnostic.code(), 1, Integer::sum);
                }
            }
        }
        summary(all, hidden).ifPresent(terminal.err()::println);
    }

    private static Optional<String> summary(List<Diagnostic> all, Map<String, Integer> hidden) {
        String counts = Stream.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)
                .map(severity -> count(all, severity))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        String more = hidden.entrySet().stream()
                .map(entry -> entry.getValue() + " more of [" + entry.getKey() + "]")
                .collect(Collectors.joining(", "));
        boolean some = !more.isEmpty() || count(all, Severity.NOTE).length() > 0;
        return Optional.of(
                counts + (more.isEmpty() ? "" : "; not shown: " + more) + (some ? " (--verbose shows all)" : ""));
    }

    private static String count(List<Diagnostic> all, Severity severity) {
        long count = all.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
        String word = severity.name().toLowerCase(Locale.ROOT);
        return count == 0 ? "" : count + " " + word + (count == 1 ? "" : "s");
    }

    private static boolean isProblem(Diagnostic diagnostic) {
        return diagnostic.severity() != Severity.NOTE;
    }
}
