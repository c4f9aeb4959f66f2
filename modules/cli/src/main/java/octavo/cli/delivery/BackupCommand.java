package octavo.cli.delivery;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.delivery.store.Store;
import octavo.delivery.store.StoreCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `octavo store backup`: a copy beside running work.
@Command(
        name = "backup",
        description = "Writes a consistent copy of the store, also while others send and import.",
        footer = {"", "The copy is a store itself: put it in the store's place, or look into it with", "--store."})
final class BackupCommand implements Callable<Integer> {
    private final Workplace work;

    @Parameters(paramLabel = "FILE", description = "The copy, readable by you alone; must not be there yet.")
    private Path file = Path.of("");

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    BackupCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        try (Store open = Store.open(store.address(work))) {
            StoreCopy.backup(open, file);
        }
        if (!common.quiet) {
            work.terminal().err().println("The store as it is now is in " + file + ".");
        }
        return ExitCode.OK;
    }
}
