package octavo.cli.delivery;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `octavo store`: the database of subscribers and deliveries.
@Command(
        name = "store",
        description = "The database of subscribers and deliveries: checks it, copies it, moves it.",
        mixinStandardHelpOptions = true)
final class StoreCommand implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: octavo store check, backup or migrate");
    }
}
