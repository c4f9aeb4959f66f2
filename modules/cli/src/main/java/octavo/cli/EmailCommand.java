package octavo.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `octavo email`: what there is to do for emails beside building them.
@Command(name = "email", description = "Emails: what they need to arrive.", mixinStandardHelpOptions = true)
final class EmailCommand implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do for emails: octavo email dkim");
    }
}
