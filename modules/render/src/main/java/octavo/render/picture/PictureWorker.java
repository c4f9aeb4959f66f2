package octavo.render.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import octavo.render.MediaType;
import octavo.render.picture.PictureCache.Entry;
import octavo.render.picture.PreparedPicture.Ready;

/// Bytes to a picture made ready: from the cache, or else by work. Safe for several threads; the number of
/// pictures in memory is bounded by their pixels.
final class PictureWorker {
    /// Part of the key of whatever is kept, as is the JDK, whose encoders it uses: to be raised with each change that
    /// yields other bytes.
    private static final String ALGORITHM = "4";

    /// Pixels decoded at one time, by thousands; one large picture may take all of it.
    private static final int BUDGET = (int) (Decoder.WHOLE / 1000);

    private final PictureCache cache;
    private final Semaphore budget = new Semaphore(BUDGET, true);

    PictureWorker(PictureCache cache) {
        this.cache = cache;
    }

    /// @param notes sentences on what was changed in the picture, for its author
    record Result(Ready picture, List<String> notes) {}

    Result work(byte[] bytes, PictureSpec spec) throws PictureProblem {
        Optional<MediaType> type = Sniffer.type(bytes);
        if (type.isEmpty()) {
            throw new PictureProblem(
                    PictureProblem.UNKNOWN,
                    "its content is " + Sniffer.foreignKind(bytes)
                            + "; Octavo shows PNG, JPEG, GIF, WebP, SVG, BMP and TIFF");
        }
        if (type.get().equals(MediaType.SVG)) {
            SvgMaker maker = new SvgMaker(bytes, spec);
            return cached(bytes, spec, spec.types().contains(MediaType.SVG) ? 0 : SvgMaker.COST, maker::made);
        }
        PictureHeader header = PictureHeader.read(type.get(), bytes);
        RasterMaker maker = new RasterMaker(header, bytes, spec);
        Optional<Ready> asItIs = maker.asItIs();
        if (asItIs.isPresent()) {
            return new Result(asItIs.get(), List.of());
        }
        return cached(bytes, spec, Decoder.cost(header), () -> new Result(maker.made(), List.of()));
    }

    /// Work that may find the picture unusable.
    @FunctionalInterface
    private interface Work {
        Result run() throws PictureProblem;
    }

    private Result cached(byte[] bytes, PictureSpec spec, long pixels, Work work) throws PictureProblem {
        String key =
                Hashes.of(ALGORITHM + "\n" + Runtime.version() + "\n" + spec.canonical() + "\n" + Hashes.of(bytes));
        Optional<Result> kept = cache.find(key).flatMap(CachedResult::parse);
        if (kept.isPresent()) {
            return kept.get();
        }
        int share = Math.clamp(pixels / 1000 + 1, 1, BUDGET);
        budget.acquireUninterruptibly(share);
        try {
            Result result = work.run();
            cache.keep(key, CachedResult.entry(result));
            return result;
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw new PictureProblem(PictureProblem.TOO_LARGE, "it does not fit into memory; make it smaller", e);
        } finally {
            budget.release(share);
        }
    }

    /// How a result looks as an entry of the cache.
    private static final class CachedResult {
        private CachedResult() {}

        static Entry entry(Result result) {
            Ready ready = result.picture();
            List<String> words = new ArrayList<>();
            words.add(String.join(
                    " ",
                    ready.type().value(),
                    ready.type().extension(),
                    Integer.toString(ready.width()),
                    Integer.toString(ready.height()),
                    Integer.toString(ready.naturalWidth()),
                    Integer.toString(ready.naturalHeight()),
                    Boolean.toString(ready.animated()),
                    Boolean.toString(ready.wasAnimated()),
                    ready.hash()));
            words.addAll(result.notes());
            return new Entry(words, ready.bytes());
        }

        static Optional<Result> parse(Entry entry) {
            List<String> words = entry.words();
            String[] fields = words.isEmpty() ? new String[0] : words.getFirst().split(" ", -1);
            if (fields.length != 9) {
                return Optional.empty();
            }
            try {
                Ready ready = new Ready(
                        new MediaType(fields[0], fields[1]),
                        entry.bytes(),
                        Integer.parseInt(fields[2]),
                        Integer.parseInt(fields[3]),
                        Integer.parseInt(fields[4]),
                        Integer.parseInt(fields[5]),
                        Boolean.parseBoolean(fields[6]),
                        Boolean.parseBoolean(fields[7]),
                        fields[8]);
                return Optional.of(new Result(ready, List.copyOf(words.subList(1, words.size()))));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }
}
