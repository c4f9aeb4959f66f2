package octavo.cli.delivery;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `octavo subscribers`: the people who get the letter.
@Command(
        name = "subscribers",
        description = "The people who get the letter: brings them in, lists them, lets them go.",
        mixinStandardHelpOptions = true)
final class SubscribersCommand implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do: octavo subscribers import, export, add, remove, list, show or stats");
    }
}
