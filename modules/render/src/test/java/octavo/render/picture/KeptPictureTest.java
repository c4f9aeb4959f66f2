package octavo.render.picture;

import static octavo.render.picture.Samples.latin;
import static octavo.render.picture.Samples.photo;
import static octavo.render.picture.Samples.screenshot;
import static octavo.render.picture.Samples.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import octavo.model.Diagnostic;
import octavo.model.Picture;
import octavo.render.picture.PictureCache.Entry;
import octavo.render.picture.PreparedPicture.Ready;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was made once is not made again, and nothing depends on it.
class KeptPictureTest extends StoreFixture {
    private static String hash(PreparedPicture picture) {
        return ((Ready) picture).hash();
    }

    private Path onlyEntry() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile)
                    .reduce((a, b) -> {
                        throw new AssertionError("more than one entry");
                    })
                    .orElseThrow();
        }
    }

    @Test
    void whatAnOutputMakesItselfIsMadeOnceForARecipe() throws IOException {
        List<String> recipe = List.of("cover", "a\nb", "c");
        byte[] first = store.made(recipe, () -> latin("first"));
        PictureStore later = PictureStore.of(root, cache, RemotePolicy.NONE, diagnostics::add);
        assertThat(later.made(recipe, () -> latin("second"))).isEqualTo(first);
        assertThat(later.made(List.of("cover", "a", "b\nc"), () -> latin("other")))
                .isEqualTo(latin("other"));
    }

    @Test
    void resultsComeInTheOrderAskedForAndAreTheSameEachTime(@TempDir Path otherCache) {
        List<Picture.Source> sources = IntStream.range(0, 24)
                .mapToObj(i -> file(
                        "p" + i,
                        write(i % 3 == 0 ? photo(210 + i, 220) : screenshot(300 - i, 150), i % 2 == 0 ? "png" : "jpg")))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        sources.addAll(sources.subList(0, 5));
        Map<Picture.Source, PreparedPicture> first = store.prepare(sources, SPEC);
        assertThat(first.keySet()).containsExactlyElementsOf(sources.subList(0, 24));
        PictureStore other = PictureStore.of(root, otherCache, RemotePolicy.NONE, diagnostics::add);
        List<Picture.Source> reversed = sources.subList(0, 24).reversed();
        Map<Picture.Source, PreparedPicture> second = other.prepare(reversed, SPEC);
        assertThat(second.keySet()).containsExactlyElementsOf(reversed);
        assertThat(sources.stream().map(second::get).map(KeptPictureTest::hash))
                .containsExactlyElementsOf(sources.stream()
                        .map(first::get)
                        .map(KeptPictureTest::hash)
                        .toList());
    }

    @Test
    void secondRunTakesWhatWasKept() throws IOException {
        byte[] png = write(screenshot(600, 300), "png");
        Ready first = ready("a.png", png, SPEC);
        String key = onlyEntry().getFileName().toString();
        PictureCache kept = new PictureCache(cache, diagnostics::add);
        Entry entry = kept.find(key).orElseThrow();
        kept.keep(key, new Entry(entry.words(), latin("not decoded, so it passes")));
        assertThat(ready("a.png", png, SPEC).bytes()).isEqualTo(latin("not decoded, so it passes"));
        assertThat(ready("a.png", png, PictureSpec.within(100, 100)).width()).isEqualTo(100);
        assertThat(first.width()).isEqualTo(200);
    }

    @Test
    void damagedEntryIsMadeAnew() throws IOException {
        byte[] png = write(screenshot(600, 300), "png");
        Ready first = ready("a.png", png, SPEC);
        Path entry = onlyEntry();
        byte[] good = Files.readAllBytes(entry);
        for (int length : new int[] {0, 5, 90, good.length - 1}) {
            Files.write(entry, Arrays.copyOf(good, length));
            assertThat(ready("a.png", png, SPEC).hash()).isEqualTo(first.hash());
            assertThat(entry).hasBinaryContent(good);
        }
        assertThat(diagnostics).isEmpty();
    }

    @Test
    void worksWithoutACacheAndSaysSoOnce() throws IOException {
        Path file = Files.writeString(cache.resolve("in-the-way"), "x");
        store = PictureStore.of(root, file.resolve("pictures"), RemotePolicy.NONE, diagnostics::add);
        ready("a.png", write(screenshot(600, 300), "png"), SPEC);
        ready("b.png", write(screenshot(500, 300), "png"), SPEC);
        store.tidy();
        assertThat(diagnostics).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("picture-cache");
            assertThat(note.severity()).isEqualTo(Diagnostic.Severity.NOTE);
        });
    }

    @Test
    void pruningDropsTheOldestFirst() throws IOException {
        PictureCache kept = new PictureCache(cache, diagnostics::add);
        for (int i = 0; i < 6; i++) {
            String key = Hashes.of("entry " + i);
            kept.keep(key, new Entry(List.of("x"), new byte[1000]));
            Files.setLastModifiedTime(
                    cache.resolve(key.substring(0, 2)).resolve(key),
                    java.nio.file.attribute.FileTime.fromMillis(1_700_000_000_000L + i));
        }
        kept.prune(3500);
        assertThat(IntStream.range(0, 6)
                        .mapToObj(i -> kept.find(Hashes.of("entry " + i)).isPresent()))
                .containsExactly(false, false, false, true, true, true);
    }
}
