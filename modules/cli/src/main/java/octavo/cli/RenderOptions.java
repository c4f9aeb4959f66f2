package octavo.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import octavo.cli.shell.Terminal;
import picocli.CommandLine.Option;

/// Options of the commands that make outputs.
final class RenderOptions extends LookOptions {
    @Option(
            names = "--booklet",
            description = "The PDF as a booklet as well: two pages on each side of a sheet, in the order for folding.")
    boolean booklet;

    @Option(
            names = "--pages",
            paramLabel = "PATH",
            description = {
                "Page maps (or the folder of them) that a PDF run with --set pdf.page-map=true wrote:",
                "the ePub gets the page numbers of the printed edition."
            })
    Optional<Path> pages = Optional.empty();

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            description = "How large an ePub may be, such as 25MB; its pictures are lowered until it fits.")
    Optional<String> maxSize = Optional.empty();

    @Option(names = "--strict", description = "Make nothing and exit with 3 where there are warnings or errors.")
    boolean strict;

    @Option(names = "--json", description = "Print what was made and found as JSON.")
    boolean json;

    @Option(names = "--verbose", description = "Show everything that was found, notes as well.")
    boolean verbose;

    @Override
    Map<String, String> environment(Terminal terminal, Formats formats) {
        Map<String, String> environment = super.environment(terminal, formats);
        if (booklet) {
            environment.put(variable("pdf.booklet"), "true");
        }
        pages.ifPresent(path -> environment.put(variable("epub.pages"), path.toString()));
        maxSize.ifPresent(size -> environment.put(variable("epub.max-size"), size));
        return environment;
    }
}
