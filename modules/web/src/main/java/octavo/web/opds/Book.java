package octavo.web.opds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import octavo.model.Language;

/// A book on the shelf, as it describes itself in its package document.
///
/// @param identifier the book's own, which stays the same when it is made again
/// @param contributors everyone but the authors
/// @param summary the book's description, or how much there is in it
/// @param issues the titles of the issues in it
/// @param issued when its newest issue was published
/// @param acquisition the book
/// @param images cover and thumbnail, largest first; none where the book has no cover
record Book(
        String identifier,
        String title,
        Language language,
        List<String> authors,
        List<Contributor> contributors,
        Optional<String> summary,
        List<String> issues,
        Optional<String> publisher,
        Optional<String> rights,
        Optional<LocalDate> issued,
        Instant modified,
        List<String> subjects,
        Optional<Series> series,
        Resource acquisition,
        List<Image> images) {

    Book {
        authors = List.copyOf(authors);
        contributors = List.copyOf(contributors);
        issues = List.copyOf(issues);
        subjects = List.copyOf(subjects);
        images = List.copyOf(images);
    }

    /// @param role the MARC relator code, such as `trl`; empty where the book does not say it
    record Contributor(String name, String role) {}

    record Series(String name, OptionalInt position) {}

    /// A file beside the catalogue.
    ///
    /// @param href relative to the catalogue
    record Resource(String href, String type, long bytes) {}

    /// @param href relative to the catalogue
    record Image(String href, String type, int width, int height) {}
}
