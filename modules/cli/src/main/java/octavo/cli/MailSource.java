package octavo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import octavo.cli.delivery.IssueSource;
import octavo.cli.shell.Report;
import octavo.cli.shell.Site;
import octavo.cli.shell.Terminal;
import octavo.cli.shell.WrongUsage;
import octavo.compile.Editions;
import octavo.compile.Selection;
import octavo.delivery.campaign.Content;
import octavo.email.EmailRenderer;
import octavo.model.Archive;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.OctavoException;
import octavo.reader.ArchiveReader;
import octavo.reader.Settings;
import octavo.render.RenderContext;

/// Issues of an archive as messages, made as `octavo build -t email` makes them.
final class MailSource extends LookOptions implements IssueSource {
    private final Terminal terminal;

    MailSource(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Map<String, String> environment() {
        return environment(terminal, Formats.find());
    }

    @Override
    public Found find(String name, Optional<Path> archive, Report report) {
        Formats formats = Formats.find();
        Optional<Path> file = Stream.concat(
                        archive.map(folder -> folder.resolve(name)).stream(), Stream.of(Path.of(name)))
                .filter(Files::isRegularFile)
                .findFirst();
        Site site = Site.of(Stream.concat(archive.stream(), file.stream()).toList());
        Settings settings = Settings.load(site.root(), environment(terminal, formats), report);
        settings.checkFormatKeys(formats.optionKeys());
        Settings reading = file.isPresent() ? settings.ofAllCategories() : settings;
        // Which files are of one issue is known when all have been looked at; then its own texts are read.
        List<Issue> known =
                ArchiveReader.read(site.root(), reading, _ -> false, _ -> {}).issues();
        IssueId id = file.isPresent() ? ofFile(site.chosen().getLast(), known) : ofName(name, known);
        Set<String> files = known.stream()
                .filter(issue -> issue.id().equals(id))
                .map(issue -> issue.origin().file())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Archive read = ArchiveReader.read(
                site.root(), reading, issue -> files.contains(issue.origin().file()), report);
        report.ignoreAllBut(
                read.issues().stream().filter(issue -> issue.id().equals(id)).toList(), read.issues());
        List<Edition> editions = Editions.singles(read, these(files), settings.compilation(), report).stream()
                .sorted(order(settings))
                .toList();
        return new FoundIssue(settings, editions, report);
    }

    private static IssueId ofFile(String path, List<Issue> known) {
        return known.stream()
                .filter(issue -> issue.origin().file().equals(path))
                .findFirst()
                .map(Issue::id)
                .orElseThrow(() -> new WrongUsage(
                        "'" + path + "' is no issue of the archive; 'octavo list --drafts' shows them all"));
    }

    private static IssueId ofName(String name, List<Issue> known) {
        List<IssueId> called = known.stream()
                .map(Issue::id)
                .filter(id -> id.value().equals(name) || id.slug().equals(name))
                .distinct()
                .toList();
        if (called.size() > 1) {
            throw new WrongUsage("more than one issue is called '" + name + "': "
                    + called.stream().map(IssueId::value).collect(Collectors.joining(", ")) + "; give one of these");
        }
        if (called.isEmpty()) {
            String nearest = Nearest.to(
                            name, known.stream().map(issue -> issue.id().slug()).toList())
                    .map(near -> "did you mean '" + near + "'? ")
                    .orElse("");
            throw new WrongUsage("there is no issue '" + name + "'; " + nearest
                    + "Give the path of its file or its name, as 'octavo list' shows them");
        }
        return called.getFirst();
    }

    private static Selection these(Set<String> files) {
        return new Selection(
                Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of(), List.copyOf(files), true);
    }

    private static Comparator<Edition> order(Settings settings) {
        List<Language> configured = settings.languages();
        return Comparator.comparing((Edition edition) ->
                        !edition.language().equals(settings.publication().mainLanguage()))
                .thenComparingInt(edition -> Math.floorMod(configured.indexOf(edition.language()), Integer.MAX_VALUE))
                .thenComparing(Edition::language);
    }

    private final class FoundIssue implements Found {
        private final Settings settings;
        private final List<Edition> editions;
        private final Report report;

        FoundIssue(Settings settings, List<Edition> editions, Report report) {
            this.settings = settings;
            this.editions = editions;
            this.report = report;
        }

        @Override
        public Settings settings() {
            return settings;
        }

        @Override
        public String id() {
            return editions.getFirst().issues().getFirst().id().value();
        }

        @Override
        public String title() {
            return editions.getFirst().title();
        }

        @Override
        public List<Version> versions() {
            return editions.stream()
                    .map(edition -> new Version(
                            edition.language(), edition.issues().getFirst().draft()))
                    .toList();
        }

        @Override
        public Messages messages(List<Language> languages, Instant start) {
            EmailRenderer renderer = new EmailRenderer();
            Path root = settings.root();
            RenderContext context = new Rendering(
                            terminal, MailSource.this, settings, Rendering.theme(MailSource.this, root), root, report)
                    .context(renderer);
            List<Content> contents = new ArrayList<>();
            for (Edition edition : editions) {
                if (languages.contains(edition.language())) {
                    terminal.progress("Composing " + edition.fileName("eml"));
                    contents.add(new Content(
                            edition.language(), edition.title(), renderer.template(edition, context, start)));
                }
            }
            terminal.progressDone();
            return new Messages(contents, () -> write(contents, renderer, context));
        }
    }

    private static void write(List<Content> contents, EmailRenderer renderer, RenderContext context) {
        Optional<Path> place = context.option("assets").map(context.root()::resolve);
        if (place.isEmpty()) {
            return;
        }
        try (OutputFolder folder = OutputFolder.open(place.get(), "--assets", UnaryOperator.identity())) {
            OutputFolder.Part part = folder.part();
            for (Content content : contents) {
                renderer.writeHosted(content.template(), context, part);
            }
            folder.commit(part);
        } catch (IOException e) {
            throw new OctavoException("The pictures cannot be written to " + place.get() + " (" + e + ").", e);
        }
    }
}
