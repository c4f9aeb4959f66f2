package octavo.render.picture;

import static octavo.render.picture.Samples.latin;
import static octavo.render.picture.Samples.photo;
import static octavo.render.picture.Samples.screenshot;
import static octavo.render.picture.Samples.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import octavo.model.Diagnostic;
import octavo.model.Picture;
import octavo.render.picture.PreparedPicture.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is no picture, or none that may be had, is told and leaves a gap.
class BadPictureTest extends StoreFixture {
    private void unavailable(Picture.Source source, String code) {
        assertThat(prepare(source, SPEC)).isInstanceOf(Unavailable.class);
        assertThat(diagnostics).singleElement().extracting(Diagnostic::code).isEqualTo(code);
    }

    @Test
    void textIsNoPicture() {
        unavailable(file("notes.png", latin("Dear editor, please find the picture attached.")), "picture-unknown");
        assertThat(diagnostics.getFirst().location().file()).isEqualTo("notes.png");
    }

    @Test
    void emptyFileIsNoPicture() {
        unavailable(file("empty.png", new byte[0]), "picture-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "tiff", "jpg"})
    void everyTruncationEndsInAPictureOrADiagnostic(String format) {
        byte[] whole = write(photo(300, 220), format);
        List<Picture.Source> sources = IntStream.range(0, 16)
                .mapToObj(i -> file(i + ".x", Arrays.copyOf(whole, whole.length * i / 16)))
                .toList();
        Map<Picture.Source, PreparedPicture> prepared = store.prepare(sources, SPEC);
        long lost =
                prepared.values().stream().filter(Unavailable.class::isInstance).count();
        assertThat(prepared).hasSize(16);
        assertThat(diagnostics).hasSize((int) lost).isNotEmpty();
    }

    @Test
    void damagedPngIsReported() {
        byte[] png = write(photo(300, 220), "png");
        unavailable(file("cut.png", Arrays.copyOf(png, png.length / 2)), "picture-broken");
    }

    @Test
    void bombIsRefusedByItsHeader() {
        unavailable(file("bomb.png", Samples.bomb()), "picture-too-large");
    }

    @Test
    void nothingOutsideTheArchiveIsRead(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.write(elsewhere.resolve("secret.png"), write(screenshot(9, 9), "png"));
        Files.createSymbolicLink(root.resolve("link.png"), secret);
        unavailable(local("link.png"), "picture-missing");
        diagnostics.clear();
        unavailable(local("../" + elsewhere.getFileName() + "/secret.png"), "picture-missing");
        diagnostics.clear();
        unavailable(local(secret.toString()), "picture-missing");
    }

    @Test
    void oddPathsAreReported() {
        unavailable(local("nowhere.png"), "picture-missing");
        diagnostics.clear();
        unavailable(local("nul\0.png"), "picture-missing");
        diagnostics.clear();
        unavailable(local("."), "picture-missing");
    }

    @Test
    void problemIsReportedOnceHoweverOftenItIsMet() {
        Picture.Source source = file("notes.png", latin("text"));
        prepare(source, SPEC);
        prepare(source, PictureSpec.within(10, 10));
        assertThat(diagnostics).hasSize(1);
    }

    @Test
    void remoteIsLeftAloneWithANote() {
        PreparedPicture prepared = prepare(new Picture.Source.Remote("https://example.org/a.png"), SPEC);
        assertThat(prepared).isEqualTo(new Unavailable("remote"));
        assertThat(diagnostics).singleElement().satisfies(note -> {
            assertThat(note.severity()).isEqualTo(Diagnostic.Severity.NOTE);
            assertThat(note.message()).contains("https://example.org/a.png", "--fetch-remote");
        });
    }

    @Test
    void missingIsNotReportedAgain() {
        assertThat(prepare(new Picture.Source.Missing("/a.png"), SPEC)).isInstanceOf(Unavailable.class);
        assertThat(diagnostics).isEmpty();
    }
}
