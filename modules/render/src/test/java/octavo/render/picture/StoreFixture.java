package octavo.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import octavo.model.Diagnostic;
import octavo.model.Picture;
import octavo.render.picture.PreparedPicture.Ready;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// An archive with the pictures that a test puts into it, and a store that makes them ready.
abstract class StoreFixture {
    static final PictureSpec SPEC = PictureSpec.within(200, 200);

    @TempDir
    Path root;

    @TempDir
    Path cache;

    final List<Diagnostic> diagnostics = Collections.synchronizedList(new ArrayList<>());
    PictureStore store;

    @BeforeEach
    void makeStore() {
        store = PictureStore.of(root, cache, RemotePolicy.NONE, diagnostics::add);
    }

    Picture.Source file(String name, byte[] bytes) {
        try {
            Files.write(root.resolve(name), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return local(name);
    }

    static Picture.Source local(String path) {
        return new Picture.Source.Local(path, "/" + path);
    }

    PreparedPicture prepare(Picture.Source source, PictureSpec spec) {
        return Objects.requireNonNull(store.prepare(List.of(source), spec).get(source));
    }

    Ready ready(String name, byte[] bytes, PictureSpec spec) {
        PreparedPicture prepared = prepare(file(name, bytes), spec);
        assertThat(prepared).as("diagnostics: %s", diagnostics).isInstanceOf(Ready.class);
        return (Ready) prepared;
    }
}
