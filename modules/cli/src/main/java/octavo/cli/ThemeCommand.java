package octavo.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `octavo theme`: what there is to do with themes.
@Command(name = "theme", description = "Themes: how the outputs look.", mixinStandardHelpOptions = true)
final class ThemeCommand implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the theme: octavo theme export DIR");
    }
}
