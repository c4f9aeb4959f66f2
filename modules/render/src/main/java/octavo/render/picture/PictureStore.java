package octavo.render.picture;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Location;
import octavo.model.OctavoException;
import octavo.model.Picture;
import octavo.render.picture.PreparedPicture.Unavailable;

/// The pictures of an archive on disk, worked on by as many threads as there are processors, results kept
/// in a folder.
///
/// A picture that cannot be had is reported once in a run, however many outputs ask for it.
public final class PictureStore implements Pictures {
    private final SourceFiles files;
    private final PictureCache cache;
    private final PictureWorker worker;
    private final Optional<RemotePictures> remotes;
    private final Diagnostics diagnostics;
    private final Set<Diagnostic> reported = ConcurrentHashMap.newKeySet();

    private PictureStore(
            Path archiveRoot,
            Path cacheDir,
            Diagnostics diagnostics,
            Function<PictureCache, Optional<RemotePictures>> remotes) {
        this.diagnostics = diagnostics;
        files = new SourceFiles(archiveRoot);
        cache = new PictureCache(cacheDir, diagnostics);
        worker = new PictureWorker(cache);
        this.remotes = remotes.apply(cache);
    }

    /// @param archiveRoot nothing outside is read
    /// @param cacheDir made where it is not there; where that does not work, one note says so
    /// @param remote whether pictures on the web are fetched
    public static PictureStore of(Path archiveRoot, Path cacheDir, RemotePolicy remote, Diagnostics diagnostics) {
        return switch (remote) {
            case NONE -> new PictureStore(archiveRoot, cacheDir, diagnostics, _ -> Optional.empty());
            case FETCH -> fetching(archiveRoot, cacheDir, PublicAddresses::contains, diagnostics);
        };
    }

    /// A store that fetches from the addresses that a check lets through.
    static PictureStore fetching(
            Path archiveRoot, Path cacheDir, Predicate<InetAddress> allowed, Diagnostics diagnostics) {
        return new PictureStore(
                archiveRoot, cacheDir, diagnostics, cache -> Optional.of(new RemotePictures(cache, allowed)));
    }

    @Override
    public Map<Picture.Source, PreparedPicture> prepare(Collection<Picture.Source> sources, PictureSpec spec) {
        List<Picture.Source> distinct = List.copyOf(new LinkedHashSet<>(sources));
        List<Outcome> outcomes = inParallel(distinct, source -> outcome(source, spec));
        Map<Picture.Source, PreparedPicture> prepared = new LinkedHashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            outcomes.get(i).diagnostics().stream().filter(reported::add).forEach(diagnostics::report);
            prepared.put(distinct.get(i), outcomes.get(i).picture());
        }
        return prepared;
    }

    @Override
    public byte[] made(List<String> recipe, Maker maker) throws IOException {
        // Hashes of the parts, so that no two recipes run together into one key.
        String key = Hashes.of(String.join("\n", recipe.stream().map(Hashes::of).toList()));
        Optional<byte[]> kept = cache.find(key).map(PictureCache.Entry::bytes);
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] bytes = maker.make();
        cache.keep(key, new PictureCache.Entry(List.of(recipe.getFirst()), bytes));
        return bytes;
    }

    /// Drops from the cache what was not used for longest where it has grown over a gigabyte; for the end
    /// of a run.
    public void tidy() {
        cache.prune();
    }

    private record Outcome(PreparedPicture picture, List<Diagnostic> diagnostics) {}

    private Outcome outcome(Picture.Source source, PictureSpec spec) {
        return switch (source) {
            case Picture.Source.Local local -> {
                Location location = Location.of(local.path());
                yield outcome(location, "The picture", () -> worker.work(files.read(local.path()), spec));
            }
            case Picture.Source.Remote remote -> remote(remote, spec);
            case Picture.Source.Missing _ -> new Outcome(new Unavailable("missing"), List.of());
        };
    }

    /// Work that may find that there is no picture.
    @FunctionalInterface
    private interface Work {
        PictureWorker.Result run() throws PictureProblem;
    }

    private static Outcome outcome(Location location, String name, Work work) {
        try {
            PictureWorker.Result result = work.run();
            List<Diagnostic> notes = result.notes().stream()
                    .map(note -> Diagnostic.note(location, "picture-changed", note))
                    .toList();
            return new Outcome(result.picture(), notes);
        } catch (PictureProblem problem) {
            String message = name + " is left out: " + problem.sentence() + ".";
            return new Outcome(
                    new Unavailable(problem.sentence()),
                    List.of(Diagnostic.warning(location, problem.code(), message)));
        }
    }

    private Outcome remote(Picture.Source.Remote remote, PictureSpec spec) {
        String name = "The picture " + remote.address();
        if (remotes.isPresent()) {
            return outcome(Location.NONE, name, () -> worker.work(remotes.get().fetch(remote.address()), spec));
        }
        String message = name + " is on the web and was not fetched; a link stands in. Use --fetch-remote to have it.";
        return new Outcome(
                new Unavailable("remote"), List.of(Diagnostic.note(Location.NONE, PictureProblem.REMOTE, message)));
    }

    private static <S, T> List<T> inParallel(List<S> items, Function<S, T> work) {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, Math.max(1, items.size()));
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            items.forEach(item -> futures.add(pool.submit(() -> work.apply(item))));
            return futures.stream().map(PictureStore::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OctavoException("Interrupted while pictures were made ready; run the same command again.", e);
        } catch (ExecutionException e) {
            throw new OctavoException(
                    "A picture could not be made ready: "
                            + Optional.ofNullable(e.getCause()).orElse(e),
                    e);
        }
    }
}
