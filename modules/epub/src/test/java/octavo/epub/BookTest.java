package octavo.epub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.documentnode.epub4j.domain.Book;
import io.documentnode.epub4j.domain.Resource;
import io.documentnode.epub4j.domain.SpineReference;
import io.documentnode.epub4j.domain.TOCReference;
import io.documentnode.epub4j.epub.EpubReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TimeZone;
import octavo.model.Diagnostic;
import octavo.model.Edition;
import octavo.model.OctavoException;
import octavo.render.Renderer;
import org.junit.jupiter.api.Test;

class BookTest {
    @Test
    void isFoundByItsFormat() {
        assertThat(ServiceLoader.load(Renderer.class))
                .anySatisfy(renderer -> assertThat(renderer.format()).isEqualTo("epub"));
    }

    @Test
    void anotherReaderFindsTheSameOrderAndContents() throws IOException {
        Book book = new EpubReader()
                .readEpub(new ByteArrayInputStream(
                        Rendering.of(SampleEditions.year()).bytes()));

        assertThat(book.getTitle()).isEqualTo("The Harbour Letter 2025");
        assertThat(book.getSpine().getSpineReferences())
                .extracting(SpineReference::getResource)
                .extracting(Resource::getHref)
                .containsExactly(
                        "cover.xhtml",
                        "title.xhtml",
                        "nav.xhtml",
                        "2025-01.xhtml",
                        "2025-02.xhtml",
                        "licence.xhtml",
                        "colophon.xhtml");
        assertThat(book.getCoverImage().getHref()).isEqualTo("cover.jpg");
        List<TOCReference> contents = book.getTableOfContents().getTocReferences();
        assertThat(contents)
                .extracting(TOCReference::getTitle)
                .containsExactly(
                        "The Harbour Letter, January", "February: <Tides> & \"quotes\"", "Licence", "Colophon");
        assertThat(contents.getFirst().getChildren())
                .extracting(TOCReference::getCompleteHref)
                .containsExactly("2025-01.xhtml#jan-h1", "2025-01.xhtml#jan-h2");
        assertThat(contents.getFirst().getChildren().getLast().getChildren())
                .extracting(TOCReference::getTitle)
                .containsExactly("Clients & servers");
    }

    @Test
    void everyLinkAndEveryIdHolds() throws IOException {
        Rendering book = Rendering.of(SampleEditions.year());
        assertThat(WholeBook.internalLinks(book)).isGreaterThan(30);
        assertThat(book.file("2025-02.xhtml")).contains("href=\"2025-01.xhtml#jan-h2\"", "and nothing</p>");
    }

    @Test
    void equalPicturesAreOneFile() throws IOException {
        assertThat(Rendering.of(SampleEditions.year()).files().keySet())
                .filteredOn(name -> name.startsWith("EPUB/pictures/"))
                .hasSize(2);
    }

    @Test
    void picturesThatAreNotThereAreWordsWithALink() throws IOException {
        assertThat(Rendering.of(SampleEditions.year()).file("2025-01.xhtml"))
                .contains("<a href=\"https://example.net/far.png\">Far away</a>")
                .contains("<a href=\"https://example.org/gone.png\">");
    }

    @Test
    void aStillLeadsToItsMovingOriginal() throws IOException {
        assertThat(Rendering.of(SampleEditions.year()).file("2025-01.xhtml"))
                .containsPattern("<a href=\"https://example.org/moving.gif\"><img src=\"pictures/[0-9a-f]+.png\"");
    }

    @Test
    void notesOpenInPlace() throws IOException {
        assertThat(Rendering.of(SampleEditions.year()).file("2025-01.xhtml"))
                .contains("href=\"#jan-fn-1\" epub:type=\"noteref\" role=\"doc-noteref\">1</a>")
                .contains("id=\"jan-fn-1\" epub:type=\"footnote\"");
    }

    @Test
    void sameInputSameBytesInAnyTimeZone() throws IOException {
        Edition edition = SampleEditions.year();
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            byte[] far = Rendering.of(edition).bytes();
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(Rendering.of(edition).bytes()).isEqualTo(far);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void mimetypeIsTheFirstEntryAndStored() throws IOException {
        byte[] bytes = Rendering.of(SampleEditions.year()).bytes();

        assertThat(new String(bytes, 30, 28, StandardCharsets.US_ASCII)).isEqualTo("mimetypeapplication/epub+zip");
    }

    @Test
    void aCoverOfOnesOwn() throws IOException {
        Rendering own = Rendering.of(SampleEditions.year(), Map.of("cover", "/static/cover.png"));
        assertThat(own.file("package.opf"))
                .contains("href=\"cover.png\" media-type=\"image/png\" properties=\"cover-image\"");

        Rendering missing = Rendering.of(SampleEditions.year(), Map.of("cover", "static/missing.png"));
        assertThat(missing.diagnostics()).extracting(Diagnostic::code).containsExactly("epub-cover");
        assertThat(missing.files()).containsKey("EPUB/cover.jpg");
    }

    @Test
    void anUnknownChoiceIsRefused() {
        assertThatThrownBy(() -> Rendering.of(SampleEditions.year(), Map.of("animation", "dance")))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("dance");
    }
}
