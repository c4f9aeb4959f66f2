package octavo.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import octavo.compile.Editions;
import octavo.compile.Selection;
import octavo.model.Archive;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.OctavoException;
import octavo.reader.ArchiveReader;
import octavo.reader.Settings;
import octavo.render.Renderer;
import octavo.render.Renderer.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo build`: an archive's issues become files.
@Command(
        name = "build",
        description = "Makes PDF, ePub, emails and pages of an archive's issues.",
        footer = {
            "",
            "PDF and ePub gather the selection, one file a language; the others make one file an issue.",
            "",
            "  octavo build --year 2025 -t pdf,epub",
            "  octavo build content/2025-03-spring.md -t email -o out",
            "  octavo build ../site --lang de,fr --from 2024-07-01 -t epub --json"
        })
final class BuildCommand implements Callable<Integer> {
    /// Made when nobody says what to make: what is for readers.
    private static final List<String> USUAL = List.of("pdf", "epub", "email", "html", "text");

    private final Terminal terminal;

    @Mixin
    private SelectionOptions selecting = new SelectionOptions();

    @Mixin
    private RenderOptions rendering = new RenderOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = {"-t", "--to-format"},
            paramLabel = "FORMAT",
            split = ",",
            description = "What to make: pdf, epub, email, html, text, json. Without it: all but json.")
    private List<String> formats = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where the files go, 'out' if not given.")
    private Path output = Path.of("out");

    BuildCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RunReport run = new RunReport(terminal, rendering, common);
        return run.around(() -> build(run));
    }

    private int build(RunReport run) {
        Formats found = Formats.find();
        List<Renderer> chosen = found.choose(
                formats.isEmpty()
                        ? USUAL.stream().filter(found.names()::contains).toList()
                        : formats);
        Site site = Site.of(selecting.paths);
        Settings settings = Settings.load(site.root(), rendering.environment(terminal, found), run.report());
        settings.checkFormatKeys(found.optionKeys());
        terminal.progress("Reading " + site.root());
        Selection selection = selecting.selection(site.chosen());
        Archive archive = ArchiveReader.read(
                site.root(),
                site.wanted(settings),
                selection.in(settings.root(), settings.compilation().year()),
                run.report());
        Map<Scope, List<Edition>> editions = editions(site, archive, selection, settings, chosen, run.report());
        Rendering jobs = new Rendering(terminal, rendering, settings, site.root(), run.report());
        try (OutputFolder folder = OutputFolder.open(output, UnaryOperator.identity())) {
            for (Renderer renderer : chosen) {
                editions.getOrDefault(renderer.scope(), List.of()).forEach(edition -> jobs.add(renderer, edition));
            }
            return run.finish(folder, output, jobs.run(folder));
        }
    }

    private Map<Scope, List<Edition>> editions(
            Site site, Archive archive, Selection selection, Settings settings, List<Renderer> chosen, Report report) {
        Optional<Edition.Kind> forced = site.isOneFile() ? Optional.of(Edition.Kind.SINGLE) : Optional.empty();
        Map<Scope, List<Edition>> editions = new EnumMap<>(Scope.class);
        for (Renderer renderer : chosen) {
            editions.computeIfAbsent(renderer.scope(), scope -> {
                boolean single = scope == Scope.ISSUE || forced.isPresent();
                List<Edition> made = single
                        ? Editions.singles(archive, selection, settings.compilation(), report)
                        : Editions.compilations(archive, selection, settings.compilation(), report);
                return Dates.overridden(made, terminal);
            });
        }
        if (editions.values().stream().allMatch(List::isEmpty)) {
            throw new OctavoException("No issue of the archive matches; 'octavo list' shows what there is.");
        }
        report.ignoreAllBut(chosenOf(editions), archive.issues());
        return editions;
    }

    private static List<Issue> chosenOf(Map<Scope, List<Edition>> editions) {
        return editions.values().stream()
                .flatMap(List::stream)
                .flatMap(edition -> edition.issues().stream())
                .toList();
    }
}
