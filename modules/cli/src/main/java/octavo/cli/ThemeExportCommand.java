package octavo.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Terminal;
import octavo.render.theme.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `octavo theme export`: the built-in theme as files to change.
@Command(
        name = "export",
        description = "Copies the built-in theme to a folder, to be changed there.",
        footer = {
            "",
            "Keep only the files that you change; all others stay built in.",
            "Files in the archive's templates/ are found by themselves, others with",
            "--theme DIR."
        })
final class ThemeExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "Where to; what is there already is not overwritten.")
    private Path folder = Path.of("templates");

    @Mixin
    private CommonOptions common = new CommonOptions();

    ThemeExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Path> files = Theme.export(folder);
        files.forEach(file -> terminal.out().println(folder.resolve(file)));
        if (!common.quiet) {
            terminal.err().println("Keep the files that you change and delete the others; they stay built in.");
        }
        return ExitCode.OK;
    }
}
