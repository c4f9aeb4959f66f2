package octavo.cli.delivery;

import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Report;
import octavo.cli.shell.Terminal;
import octavo.delivery.store.Store;
import octavo.delivery.store.StoreCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo store check`: whether the store is whole.
@Command(
        name = "check",
        description = "Reads the whole store and says whether it is undamaged and its sums agree.",
        footer = {"", "Exits with 3 where something is wrong."})
final class CheckCommand implements Callable<Integer> {
    private final Workplace work;

    @Option(names = "--json", description = "Print what was found as JSON.")
    private boolean json;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    CheckCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        Terminal terminal = work.terminal();
        Report report = new Report();
        try (Store open = Store.open(store.address(work))) {
            StoreCheck.Found found = StoreCheck.of(open, report);
            if (json) {
                PeopleJson.checked(terminal.out(), found, report.all());
            } else {
                report.print(terminal, true);
                if (!common.quiet) {
                    terminal.err().println(open.address().shown() + ": " + words(found) + ".");
                }
            }
        }
        return report.hasProblems() ? ImportCommand.PROBLEMS : ExitCode.OK;
    }

    private static String words(StoreCheck.Found found) {
        return "schema " + found.schema() + ", " + Workplace.counted(found.people(), "person", "people") + ", "
                + Workplace.number(found.suppressed()) + " on the suppression list, "
                + Workplace.counted(found.campaigns(), "campaign", "campaigns") + " with "
                + Workplace.counted(found.deliveries(), "delivery", "deliveries");
    }
}
