package octavo.cli.delivery;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.delivery.store.Store;
import octavo.delivery.subscriber.Statistics;
import octavo.delivery.subscriber.Subscribers;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo subscribers stats`: how many.
@Command(name = "stats", description = "Counts the people on each list, by status and by language.")
final class StatsCommand implements Callable<Integer> {
    private final Workplace work;

    @Option(names = "--json", description = "Print the counts as JSON.")
    private boolean json;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    StatsCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        try (Store open = Store.open(store.address(work))) {
            Statistics statistics = new Subscribers(open).statistics();
            PrintStream out = work.terminal().out();
            if (json) {
                PeopleJson.statistics(out, statistics);
            } else {
                statistics.lists().forEach(list -> print(out, list));
                out.printf("%-22s %12s%n", "suppression list", Workplace.number(statistics.suppressed()));
            }
        }
        return ExitCode.OK;
    }

    private static void print(PrintStream out, Statistics.OfList list) {
        line(out, list.list(), list.total());
        list.states().forEach((state, count) -> {
            if (count > 0) {
                line(out, "  " + state.word(), count);
            }
            if (state == octavo.delivery.State.ACTIVE) {
                list.languages()
                        .forEach((language, people) ->
                                line(out, "    " + (language.isEmpty() ? "no language" : language), people));
            }
        });
    }

    private static void line(PrintStream out, String label, long count) {
        out.printf("%-22s %12s%n", label, Workplace.number(count));
    }
}
