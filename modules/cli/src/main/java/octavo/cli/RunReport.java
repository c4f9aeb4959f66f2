package octavo.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Report;
import octavo.cli.shell.Terminal;
import octavo.model.OctavoException;
import picocli.CommandLine.ExitCode;

/// How a run that makes outputs ends: files in place, what to tell the user, the exit code.
///
/// @param report where the run's diagnostics gather
record RunReport(Terminal terminal, RenderOptions options, CommonOptions common, Report report) {
    RunReport(Terminal terminal, RenderOptions options, CommonOptions common) {
        this(terminal, options, common, new Report());
    }

    /// Does the work; where it fails, says what was found until then, in JSON where that was asked for.
    int around(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (OctavoException e) {
            terminal.progressDone();
            if (options.json) {
                RunJson.failure(terminal.out(), String.valueOf(e.getMessage()), report.all());
            } else {
                say();
            }
            throw e;
        }
    }

    /// Puts the files in their place, unless the user is strict and there are problems.
    ///
    /// @param output the folder as the user typed it
    /// @return the exit code
    int finish(OutputFolder folder, Path output, List<Rendering.Result> results) {
        boolean refused = options.strict && report.hasProblems();
        List<Artifact> artifacts = refused
                ? List.of()
                : results.stream()
                        .flatMap(result -> result.artifacts(folder.commit(result.part()), output).stream())
                        .toList();
        terminal.progressDone();
        if (options.json) {
            RunJson.run(terminal.out(), artifacts, report.all());
        } else {
            artifacts.stream().map(Artifact::path).distinct().forEach(terminal.out()::println);
            say();
        }
        if (refused) {
            terminal.err().println("octavo: nothing was written, because of --strict and the problems above.");
        }
        return refused ? Main.PROBLEMS : ExitCode.OK;
    }

    private void say() {
        if (!common.quiet) {
            report.print(terminal, options.verbose);
        }
    }
}
