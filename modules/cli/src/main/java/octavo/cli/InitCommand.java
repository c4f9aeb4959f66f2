package octavo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Terminal;
import octavo.model.OctavoException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `octavo init`: a small archive to begin with.
@Command(
        name = "init",
        description = "Makes a small archive to begin with: settings, a first issue, a place for pictures.")
final class InitCommand implements Callable<Integer> {
    private static final List<String> FILES =
            List.of("octavo.toml", "content/letters/2026-01-15-hello.md", "static/images/post.svg");

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Its folder; the current one if not given.")
    private Path folder = Path.of("");

    @Mixin
    private CommonOptions common = new CommonOptions();

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        for (String file : FILES) {
            if (Files.exists(folder.resolve(file))) {
                throw new OctavoException(folder.resolve(file)
                        + " is there already; 'octavo init' makes an archive where there is none.");
            }
        }
        for (String file : FILES) {
            copy(file);
        }
        if (!common.quiet) {
            String place = folder.toString().isEmpty() ? "" : " " + folder;
            terminal.err().println("Made. Now try: octavo build" + place);
        }
        return ExitCode.OK;
    }

    private void copy(String file) {
        Path target = folder.resolve(file);
        try (InputStream in = InitCommand.class.getResourceAsStream("init/" + file)) {
            if (in == null) {
                throw new IllegalStateException("not packaged: " + file);
            }
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.copy(in, target);
            terminal.out().println(target);
        } catch (IOException e) {
            throw new OctavoException("Cannot write " + target + " (" + e + "); choose another folder.", e);
        }
    }
}
