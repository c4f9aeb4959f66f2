package octavo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import octavo.cli.shell.Report;
import octavo.cli.shell.Terminal;
import octavo.cli.shell.WrongUsage;
import octavo.model.Edition;
import octavo.model.OctavoException;
import octavo.reader.Settings;
import octavo.render.Format;
import octavo.render.Publisher;
import octavo.render.RenderContext;
import octavo.render.RenderedFile;
import octavo.render.Renderer;
import octavo.render.Run;
import octavo.render.picture.PictureStore;
import octavo.render.picture.Pictures;
import octavo.render.picture.RemotePolicy;
import octavo.render.theme.Theme;
import octavo.render.theme.ThemeFiles;

/// The work of one run: the renderers', some calls at a time, and then the publishers'. Results are in the order in
/// which the calls were asked for.
final class Rendering {
    /// Two books at once are what the memory of a small machine bears.
    private static final int AT_ONCE = 2;

    private final Terminal terminal;
    private final Settings settings;
    private final Report report;
    private final Theme theme;
    private final Pictures pictures;
    private final List<Job> jobs = new ArrayList<>();
    private final List<Publisher> publishers = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();

    private record Job(Renderer renderer, Edition edition) {}

    /// The files of one call.
    ///
    /// @param edition empty for a publisher's, which span them
    record Result(Format format, Optional<Edition> edition, OutputFolder.Part part) {
        List<Artifact> artifacts(List<OutputFolder.Written> files, Path output) {
            return Stream.concat(
                            files.stream().map(file -> artifact(output.resolve(file.name()), file)),
                            part.assets().stream().map(asset -> artifact(asset.path(), asset.file())))
                    .toList();
        }

        private Artifact artifact(Path path, OutputFolder.Written file) {
            return new Artifact(
                    path.toString(),
                    format.format(),
                    file.type(),
                    edition.map(Edition::language),
                    edition.stream()
                            .flatMap(made -> made.issues().stream())
                            .map(issue -> issue.id().value())
                            .toList(),
                    file.bytes());
        }
    }

    Rendering(Terminal terminal, LookOptions options, Settings settings, Theme theme, Path root, Report report) {
        this.terminal = terminal;
        this.settings = settings;
        this.report = report;
        this.theme = theme;
        this.pictures = PictureStore.of(
                root,
                options.cacheFolder(terminal),
                options.fetchRemote ? RemotePolicy.FETCH : RemotePolicy.NONE,
                report);
    }

    /// The theme of an archive.
    ///
    /// @throws WrongUsage where the folder of `--theme` is missing
    static Theme theme(LookOptions options, Path root) {
        options.theme.ifPresent(folder -> {
            if (!Files.isDirectory(folder)) {
                throw new WrongUsage("--theme: there is no folder '" + folder + "'");
            }
        });
        Path own = root.resolve("templates");
        return new Theme(new ThemeFiles(
                Stream.concat(options.theme.stream(), Files.isDirectory(own) ? Stream.of(own) : Stream.empty())
                        .toList()));
    }

    void add(Renderer renderer, Edition edition) {
        jobs.add(new Job(renderer, edition));
    }

    void add(Publisher publisher) {
        publishers.add(publisher);
    }

    /// Runs all calls; the first failure ends the run.
    ///
    /// @param editions what publishers are told of, each once
    List<Result> run(OutputFolder folder, List<Edition> editions) {
        List<Result> results = new ArrayList<>(rendered(folder));
        Run run = new Run(editions, made(results, folder));
        publishers.forEach(publisher -> results.add(publish(publisher, run, folder)));
        return results;
    }

    private List<Result> rendered(OutputFolder folder) {
        // The executor's close() waits for what is under way, so nothing is written after this method has returned.
        try (ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(AT_ONCE, Runtime.getRuntime().availableProcessors()))) {
            List<Future<Result>> futures = jobs.stream()
                    .map(job -> threads.submit(() -> render(job, folder)))
                    .toList();
            try {
                List<Result> results = new ArrayList<>();
                for (Future<Result> future : futures) {
                    results.add(future.get());
                }
                return results;
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw unwrapped(e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new OctavoException("Interrupted.", e);
            }
        }
    }

    private Result render(Job job, OutputFolder folder) throws IOException {
        Renderer renderer = job.renderer();
        OutputFolder.Part part = folder.part();
        try {
            renderer.render(job.edition(), context(renderer), part);
        } catch (IOException e) {
            throw new OctavoException(
                    "The " + renderer.format() + " output of " + job.edition().name() + " cannot be written: "
                            + e.getMessage(),
                    e);
        }
        progress(job.edition().fileName(renderer.format()));
        return new Result(renderer, Optional.of(job.edition()), part);
    }

    private Result publish(Publisher publisher, Run run, OutputFolder folder) {
        OutputFolder.Part part = folder.part();
        try {
            publisher.publish(run, context(publisher), part);
        } catch (IOException e) {
            throw new OctavoException("The " + publisher.format() + " output cannot be written: " + e.getMessage(), e);
        }
        progress(publisher.format());
        return new Result(publisher, Optional.empty(), part);
    }

    private static List<RenderedFile> made(List<Result> results, OutputFolder folder) {
        List<RenderedFile> files = new ArrayList<>();
        for (Result result : results) {
            result.edition()
                    .ifPresent(edition -> result.part().files().stream()
                            .map(file -> new RenderedFile(
                                    file.name(),
                                    result.format().format(),
                                    file.type(),
                                    edition,
                                    file.bytes(),
                                    folder.staged(file)))
                            .forEach(files::add));
        }
        return files;
    }

    /// What a call gets: theme, pictures, and the settings of its format.
    RenderContext context(Format format) {
        Map<String, String> options = settings.formats().getOrDefault(format.format(), Map.of());
        return new RenderContext(theme, pictures, report, options, settings.root());
    }

    private void progress(String made) {
        terminal.progress(done.incrementAndGet() + "/" + (jobs.size() + publishers.size()) + " " + made);
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> new OctavoException("A renderer failed: " + e.getCause(), e);
        };
    }
}
