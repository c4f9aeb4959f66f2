package octavo.render.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import octavo.model.Diagnostic;
import octavo.model.Picture;
import octavo.render.picture.PreparedPicture.Ready;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every picture of the samples and of the corpus, where that is there.
class CorpusPicturesTest {
    private static final PictureSpec SPEC = PictureSpec.within(1200, 1600);

    @TempDir
    private Path cache;

    private static Path above(String path) {
        return Path.of("../..").resolve(path).normalize();
    }

    @Test
    void everyPictureOfTheSamplesIsShown() throws IOException {
        everyPictureIsShown(above("samples/archive/static"), 10);
    }

    @Test
    void everyPictureOfTheCorpusIsShown() throws IOException {
        Path corpus = Optional.ofNullable(System.getProperty("octavo.corpus"))
                .map(Path::of)
                .orElse(above("../shared/corpus/xmpp"));
        assumeTrue(Files.isDirectory(corpus), "no corpus");
        everyPictureIsShown(corpus.resolve("static"), 40);
    }

    private void everyPictureIsShown(Path root, int atLeast) throws IOException {
        List<Picture.Source> sources;
        try (Stream<Path> files = Files.walk(root)) {
            sources = files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .<Picture.Source>map(path -> new Picture.Source.Local(path, "/" + path))
                    .toList();
        }
        assertThat(sources).hasSizeGreaterThanOrEqualTo(atLeast);
        List<Diagnostic> diagnostics = new CopyOnWriteArrayList<>();
        PictureStore store = PictureStore.of(root, cache, RemotePolicy.NONE, diagnostics::add);
        Map<Picture.Source, PreparedPicture> prepared = store.prepare(sources, SPEC);
        assertThat(diagnostics).isEmpty();
        assertThat(prepared.values()).allSatisfy(picture -> {
            Ready ready = (Ready) picture;
            assertThat(SPEC.types()).contains(ready.type());
            assertThat(Sniffer.type(ready.bytes())).contains(ready.type());
            PictureHeader header = PictureHeader.find(ready.bytes()).orElseThrow();
            assertThat(new Size(header.width(), header.height())).isEqualTo(new Size(ready.width(), ready.height()));
            assertThat(ready.width()).isLessThanOrEqualTo(SPEC.maxWidth());
        });
        assertThat(store.prepare(sources, SPEC).values().stream().map(picture -> ((Ready) picture).hash()))
                .containsExactlyElementsOf(prepared.values().stream()
                        .map(picture -> ((Ready) picture).hash())
                        .toList());
    }
}
