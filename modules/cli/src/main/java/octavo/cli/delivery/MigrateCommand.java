package octavo.cli.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.delivery.store.StoreAddress;
import octavo.delivery.store.StoreCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo store migrate`: today's schema, or another database.
@Command(
        name = "migrate",
        description = "Brings an older store up to date, or moves it to another database.",
        footer = {
            "",
            "  octavo store migrate --to jdbc:postgresql://db.example/letter",
            "",
            "moves all there is, compares the counts, and marks the old store as moved, so",
            "that nobody sends from it again.",
            "The password comes from OCTAVO_DELIVERY_PASSWORD, or from password-file under",
            "[delivery]."
        })
final class MigrateCommand implements Callable<Integer> {
    private final Workplace work;

    @Option(names = "--to", paramLabel = "STORE", description = "Move the store there; nothing may be in it yet.")
    private Optional<String> target = Optional.empty();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    MigrateCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        StoreAddress from = store.address(work);
        if (target.isEmpty()) {
            int version = StoreCopy.migrate(from);
            say(
                    version == StoreCopy.latest()
                            ? from.shown() + " is up to date (schema " + version + ")."
                            : from.shown() + " came from schema " + version + " to " + StoreCopy.latest() + ".");
            return ExitCode.OK;
        }
        StoreAddress to = store.other(work, target.get());
        Map<String, Long> copied = StoreCopy.move(from, to);
        copied.forEach((table, rows) -> say(String.format("%-14s %12s", table, Workplace.number(rows))));
        say("All of it is in " + to.shown() + " now. Set store = \"" + to.shown()
                + "\" under [delivery] in octavo.toml; " + from.shown() + " is closed.");
        return ExitCode.OK;
    }

    private void say(String words) {
        if (!common.quiet) {
            work.terminal().err().println(words);
        }
    }
}
