package octavo.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Site;
import octavo.cli.shell.Terminal;
import octavo.cli.shell.WrongUsage;
import octavo.compile.Editions;
import octavo.compile.Selection;
import octavo.model.Archive;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.OctavoException;
import octavo.reader.ArchiveReader;
import octavo.reader.Settings;
import octavo.render.MediaType;
import octavo.render.Renderer;
import octavo.render.json.JsonFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `octavo convert`: one file of Markdown, or of the model as JSON, becomes one file of another format.
@Command(
        name = "convert",
        description = "Turns one Markdown or JSON file into another format, inside an archive or anywhere.",
        footer = {
            "",
            "  octavo convert letter.md -o letter.pdf",
            "  octavo convert letter.md -o letter.json    the document model, without loss",
            "  octavo convert letter.json -o letter.html"
        })
final class ConvertCommand implements Callable<Integer> {
    private static final String JSON = "json";
    private static final String BOOKLET = ".booklet.pdf";

    /// Endings whose format has another name.
    private static final Map<String, String> BY_ENDING = Map.of("txt", "text", "eml", "email", "htm", "html");

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A .md file, or a .json file that Octavo wrote.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The file to write; its ending says the format: json, html, txt, pdf, epub, eml.")
    private Path output = Path.of("");

    @Option(
            names = {"-t", "--to-format"},
            paramLabel = "FORMAT",
            description = "The format, where the ending does not say it.")
    private Optional<String> format = Optional.empty();

    @Mixin
    private RenderOptions rendering = new RenderOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RunReport run = new RunReport(terminal, rendering, common);
        return run.around(() -> convert(run));
    }

    private int convert(RunReport run) {
        Formats formats = Formats.find();
        Renderer renderer = formats.renderer(format.orElseGet(this::formatByEnding));
        if (!Files.isRegularFile(file)) {
            throw new WrongUsage("there is no file '" + file + "'");
        }
        Path root = Site.rootOf(file);
        Settings settings = Settings.load(root, rendering.environment(terminal, formats), run.report());
        settings.checkFormatKeys(formats.optionKeys());
        Issue issue = ending(file).equals(JSON) ? readJson() : ArchiveReader.readIssue(file, settings, run.report());
        Path folder = Site.parent(output);
        String name = output.getFileName().toString();
        // A second file beside the one asked for, such as a booklet, differs from it by its ending.
        try (OutputFolder target = OutputFolder.open(
                folder, made -> made.endsWith(BOOKLET) ? name.replaceFirst("[.][^.]*$", "") + BOOKLET : name)) {
            List<Rendering.Result> results = renderer.format().equals(JSON)
                    ? List.of(writeJson(target, renderer, edition(issue, settings, root, _ -> {}), issue))
                    : render(target, renderer, edition(issue, settings, root, run.report()), settings, root, run);
            return run.finish(target, folder, results);
        }
    }

    private String formatByEnding() {
        String ending = ending(output);
        if (ending.equals("md")) {
            throw new WrongUsage("Octavo does not write Markdown; choose another ending for -o");
        }
        return BY_ENDING.getOrDefault(ending, ending);
    }

    private static String ending(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private Issue readJson() {
        try {
            return JsonFormat.read(Files.readString(file));
        } catch (OctavoException e) {
            throw new OctavoException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new OctavoException(file + " cannot be read: it is not UTF-8 text, or not readable (" + e + ").", e);
        }
    }

    private Edition edition(Issue issue, Settings settings, Path root, octavo.model.Diagnostics diagnostics) {
        Archive archive = new Archive(root, settings.publication(), List.of(issue));
        Selection all = new Selection(
                Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of(), List.of(), true);
        List<Edition> editions = Editions.singles(archive, all, settings.compilation(), diagnostics);
        return Dates.overridden(editions, terminal).getFirst();
    }

    /// The issue itself, as it was read, rather than the edition made of it: nothing is lost on the way
    /// back.
    private static Rendering.Result writeJson(OutputFolder target, Renderer renderer, Edition edition, Issue issue) {
        OutputFolder.Part part = target.part();
        try (OutputStream out = part.file(edition.fileName(JSON), MediaType.JSON)) {
            out.write(JsonFormat.write(issue).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new OctavoException("The output cannot be written: " + e, e);
        }
        return new Rendering.Result(renderer, Optional.of(edition), part);
    }

    private List<Rendering.Result> render(
            OutputFolder target, Renderer renderer, Edition edition, Settings settings, Path root, RunReport run) {
        Rendering job =
                new Rendering(terminal, rendering, settings, Rendering.theme(rendering, root), root, run.report());
        job.add(renderer, edition);
        return job.run(target, List.of(edition));
    }
}
