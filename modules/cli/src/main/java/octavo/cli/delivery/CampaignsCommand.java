package octavo.cli.delivery;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `octavo campaigns`: issues on their way, and what became of them.
@Command(
        name = "campaigns",
        description = "Issues on their way to their lists: how far they are, and what became of them.",
        mixinStandardHelpOptions = true)
final class CampaignsCommand implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do: octavo campaigns list, show, pause, resume, cancel, doubts or report");
    }
}
