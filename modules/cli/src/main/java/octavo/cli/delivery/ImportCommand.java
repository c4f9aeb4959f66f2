package octavo.cli.delivery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Report;
import octavo.cli.shell.Terminal;
import octavo.delivery.State;
import octavo.delivery.store.Store;
import octavo.delivery.store.StoreAddress;
import octavo.delivery.subscriber.Audience;
import octavo.delivery.subscriber.ImportOptions;
import octavo.delivery.subscriber.ImportResult;
import octavo.delivery.subscriber.Importer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `octavo subscribers import`: people from a file.
@Command(
        name = "import",
        description = "Puts the people of a file on a list; all of them, or nobody where it fails.",
        footer = {
            "",
            "FILE is CSV with column names in its first row, in any order: email, name,",
            "language, status, since, attributes (JSON); other columns become attributes.",
            "The exports of listmonk are read as they are, and so are Mailman's lists of",
            "members: one 'Name <address>' a line.",
            "",
            "Nobody comes back by an import who has unsubscribed, bounced or complained,",
            "unless --reactivate says so, and nobody ever who is on the suppression list.",
            "",
            "  octavo subscribers import people.csv --dry-run   shows what would happen",
            "  octavo subscribers import people.csv"
        })
final class ImportCommand implements Callable<Integer> {
    private final Workplace work;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Option(names = "--list", paramLabel = "LIST", description = "The list (default: ${DEFAULT-VALUE}).")
    private String list = Audience.DEFAULT_LIST;

    @Option(names = "--new-list", description = "Make the list where there are others and not this one.")
    private boolean newList;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description =
                    "For those of whom the file does not say one: pending, active or another" + " (default: active).")
    private State state = State.ACTIVE;

    @Option(
            names = "--reactivate",
            description = "Also those come back who have unsubscribed, bounced or complained: for files of people who"
                    + " have asked again.")
    private boolean reactivate;

    @Option(names = "--dry-run", description = "Do everything, tell the result, and keep nothing of it.")
    private boolean dryRun;

    @Option(names = "--strict", description = "Keep nothing where a row is wrong, and exit with 3.")
    private boolean strict;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "The file's encoding where it is not UTF-8, such as windows-1252.")
    private Optional<String> encoding = Optional.empty();

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every row that was not taken as it is.")
    private boolean verbose;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ImportCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        Terminal terminal = work.terminal();
        Report report = new Report();
        ImportResult result;
        try {
            StoreAddress address = store.address(work);
            result = dryRun && Rehearsal.isNeeded(address)
                    ? Rehearsal.on(empty -> read(empty, report))
                    : read(address, report);
        } finally {
            terminal.progressDone();
        }
        boolean refused = strict && !dryRun && !result.kept();
        if (json) {
            PeopleJson.imported(terminal.out(), list, result, report.all());
        } else if (!common.quiet) {
            report.print(terminal, verbose);
            terminal.err().println(words(result, refused));
        }
        return refused ? PROBLEMS : ExitCode.OK;
    }

    private ImportResult read(StoreAddress address, Report report) {
        try (Store open = dryRun ? Store.open(address) : Store.openOrCreate(address)) {
            return read(open, report);
        }
    }

    private ImportResult read(Store open, Report report) {
        ImportOptions options = new ImportOptions(list, newList, state, reactivate, dryRun, strict, encoding);
        return new Importer(open, options, report).read(file, (rows, percent) -> progress(rows, percent));
    }

    /// Problems were found, where the user asked to be told by the exit code.
    static final int PROBLEMS = 3;

    private void progress(long rows, int percent) {
        if (!common.quiet) {
            work.terminal().progress(Workplace.number(rows) + " rows, " + percent + " %");
        }
    }

    private String words(ImportResult result, boolean refused) {
        List<String> parts = new ArrayList<>();
        part(parts, result.added(), "new");
        part(parts, result.changed(), "changed");
        part(parts, result.unchanged(), "unchanged");
        part(parts, result.gone(), "left as they were (unsubscribed, bounced or complained)");
        part(parts, result.suppressed(), "on the suppression list");
        part(parts, result.duplicates(), "twice in the file");
        part(parts, result.refused(), "refused");
        String head = Workplace.counted(result.rows(), "row", "rows") + " for the list " + list;
        String end = refused
                ? "\nNothing was imported, because of --strict and the problems above."
                : dryRun ? "\nNothing was imported: this was a dry run." : "";
        return head + (parts.isEmpty() ? "" : ": " + String.join(", ", parts)) + "." + end;
    }

    private static void part(List<String> parts, long count, String words) {
        if (count > 0) {
            parts.add(Workplace.number(count) + " " + words);
        }
    }
}
