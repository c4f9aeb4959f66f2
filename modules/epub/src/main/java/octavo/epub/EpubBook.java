package octavo.epub;

import io.documentnode.epub4j.domain.Book;
import io.documentnode.epub4j.domain.MediaType;
import io.documentnode.epub4j.domain.MediaTypes;
import io.documentnode.epub4j.domain.Resource;
import io.documentnode.epub4j.domain.SpineReference;
import io.documentnode.epub4j.domain.TOCReference;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A book while it is made: epub4j's model of resources, reading order and contents, and beside it the
/// properties that EPUB 3 puts on items of the manifest, for which that model has no place.
final class EpubBook {
    private final Book book = new Book();
    private final Map<String, String> properties = new HashMap<>();

    /// Adds a page, which has no place in the reading order yet.
    Resource page(String href, String xhtml) {
        return add(href, xhtml.getBytes(StandardCharsets.UTF_8), MediaTypes.XHTML);
    }

    /// Puts a page at the end of the reading order.
    void read(Resource page) {
        book.getSpine().addSpineReference(new SpineReference(page));
    }

    /// Adds a file. Ids have a letter first, so that any file name will do.
    Resource add(String href, byte[] data, MediaType type) {
        String id = "f-" + href.replaceAll("[^A-Za-z0-9-]", "-");
        return book.getResources().add(new Resource(id, data, href, type));
    }

    /// Sets an item's `properties` in the manifest (EPUB 3.3, section 5.6.2.1).
    void mark(String href, String property) {
        properties.put(href, property);
    }

    Optional<String> property(String href) {
        return Optional.ofNullable(properties.get(href));
    }

    /// All files in the order of their names: a hash map's order must not reach the output.
    List<Resource> files() {
        return book.getResources().getAll().stream()
                .sorted(Comparator.comparing(Resource::getHref))
                .toList();
    }

    List<Resource> readingOrder() {
        return book.getSpine().getSpineReferences().stream()
                .map(SpineReference::getResource)
                .toList();
    }

    List<TOCReference> contents() {
        return book.getTableOfContents().getTocReferences();
    }

    /// Adds an entry at the outermost level of the contents.
    TOCReference entry(String title, String file) {
        return entry(reference(title, file, ""));
    }

    /// Adds an entry at the outermost level of the contents, with all that is below it.
    TOCReference entry(TOCReference entry) {
        return book.getTableOfContents().addTOCReference(entry);
    }

    /// An entry that is not yet among the contents.
    ///
    /// @param id of a place on the page, empty for its beginning
    TOCReference reference(String title, String file, String id) {
        return new TOCReference(title, book.getResources().getByHref(file), id);
    }
}
