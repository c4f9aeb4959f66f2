package octavo.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Report;
import octavo.cli.shell.Site;
import octavo.cli.shell.Terminal;
import octavo.model.Archive;
import octavo.model.Issue;
import octavo.reader.ArchiveReader;
import octavo.reader.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo list`: which issues a selection chooses.
@Command(name = "list", description = "Lists the issues of an archive: date, language, file, title.")
final class ListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private SelectionOptions selecting = new SelectionOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Report report = new Report();
        Site site = Site.of(selecting.paths);
        Settings settings = Settings.load(site.root(), terminal.environment(), report);
        Archive archive = ArchiveReader.read(site.root(), site.wanted(settings), report);
        List<Issue> issues = selecting
                .selection(site.chosen())
                .of(archive, settings.compilation().year(), report);
        report.ignoreAllBut(issues, archive.issues());
        if (json) {
            RunJson.issues(terminal.out(), issues, report.all());
        } else {
            issues.forEach(issue -> terminal.out().println(line(issue)));
            if (!common.quiet) {
                report.print(terminal, false);
            }
        }
        return ExitCode.OK;
    }

    private static String line(Issue issue) {
        String date = issue.date().map(LocalDate::toString).orElse("no date   ");
        return date + "  " + String.format("%-7s", issue.language().key()) + "  "
                + issue.origin().file() + "  " + issue.title() + (issue.draft() ? "  (draft)" : "");
    }
}
