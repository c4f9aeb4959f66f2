package octavo.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Report;
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
import octavo.render.Renderer;
import octavo.render.Renderer.Scope;
import octavo.render.theme.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo build`: an archive's issues become files.
@Command(
        name = "build",
        description = "Makes PDF, ePub, emails, pages, a web archive and a catalogue of an archive's issues.",
        footer = {
            "",
            "PDF and ePub gather the selection, one file a language; the others make one",
            "file an issue.",
            "OPDS is a catalogue of the ePubs, which are made with it, for reading apps to",
            "subscribe to.",
            "Web is a folder for a web server: a page for each issue, lists by year, Atom and",
            "JSON feeds.",
            "",
            "  octavo build --year 2025 -t pdf,epub",
            "  octavo build content/2025-03-spring.md -t email -o out",
            "  octavo build content/2025-03-spring.md -t email --assets public/mail",
            "  octavo build --all -t opds,web -o public",
            "  octavo build ../site --lang de,fr --from 2024-07-01 -t epub --json"
        })
final class BuildCommand implements Callable<Integer> {
    /// Made when nobody says what to make: what is for readers.
    private static final List<String> USUAL = List.of("pdf", "epub", "email", "html", "text");

    private final Terminal terminal;
    private final Supplier<Formats> known;

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
            description = {
                "What to make: pdf, epub, opds, web, email, html, text, json.",
                "Without it: all but opds, web and json."
            })
    private List<String> formats = new ArrayList<>();

    @Option(
            names = "--all",
            description = "A PDF or ePub for each year that has issues, instead of one for all of them.")
    private boolean all;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where the files go, 'out' if not given.")
    private Path output = Path.of("out");

    BuildCommand(Terminal terminal, Supplier<Formats> known) {
        this.terminal = terminal;
        this.known = known;
    }

    @Override
    public Integer call() {
        RunReport run = new RunReport(terminal, rendering, common);
        return run.around(() -> build(run));
    }

    private int build(RunReport run) {
        if (all && selecting.hasDates()) {
            throw new WrongUsage("--all makes a book of each year; leave out --year, --from and --to, or --all");
        }
        Formats found = known.get();
        Formats.Chosen chosen = found.choose(
                formats.isEmpty()
                        ? USUAL.stream().filter(found.names()::contains).toList()
                        : formats);
        Site site = Site.of(selecting.paths);
        Supplier<Theme> theme = new Ahead<>(() -> Rendering.theme(rendering, site.root()));
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
        Rendering jobs = new Rendering(terminal, rendering, settings, theme.get(), site.root(), run.report());
        try (OutputFolder folder = OutputFolder.open(output, UnaryOperator.identity())) {
            for (Renderer renderer : chosen.renderers()) {
                editions.getOrDefault(scope(renderer.scope(), site), List.of())
                        .forEach(edition -> jobs.add(renderer, edition));
            }
            chosen.publishers().forEach(jobs::add);
            List<Edition> every =
                    editions.values().stream().flatMap(List::stream).toList();
            return run.finish(folder, output, jobs.run(folder, every));
        }
    }

    /// One file that was named alone is a work of its own.
    private static Scope scope(Scope scope, Site site) {
        return site.isOneFile() ? Scope.ISSUE : scope;
    }

    private Map<Scope, List<Edition>> editions(
            Site site, Archive archive, Selection selection, Settings settings, Formats.Chosen chosen, Report report) {
        Map<Scope, List<Edition>> editions = new EnumMap<>(Scope.class);
        for (Scope wanted : chosen.scopes()) {
            editions.computeIfAbsent(scope(wanted, site), scope -> {
                List<Edition> made = scope == Scope.ISSUE
                        ? Editions.singles(archive, selection, settings.compilation(), report)
                        : works(archive, selection, settings, report);
                return Dates.overridden(made, terminal);
            });
        }
        if (editions.values().stream().allMatch(List::isEmpty)) {
            throw new OctavoException("No issue of the archive matches; 'octavo list' shows what there is.");
        }
        report.ignoreAllBut(chosenOf(editions), archive.issues());
        return editions;
    }

    private List<Edition> works(Archive archive, Selection selection, Settings settings, Report report) {
        return all
                ? Editions.yearly(archive, selection, settings.compilation(), report)
                : Editions.compilations(archive, selection, settings.compilation(), report);
    }

    private static List<Issue> chosenOf(Map<Scope, List<Edition>> editions) {
        return editions.values().stream()
                .flatMap(List::stream)
                .flatMap(edition -> edition.issues().stream())
                .toList();
    }
}
