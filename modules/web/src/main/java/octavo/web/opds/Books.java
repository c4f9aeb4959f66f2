package octavo.web.opds;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.RenderedFile;
import octavo.render.picture.Covers;
import octavo.render.picture.PreparedPicture.Ready;
import octavo.render.theme.Theme;
import octavo.web.WebAddress;

/// Takes books into the shelf: reads what each says about itself, and puts its cover beside it.
final class Books {
    /// As large as the cover is in the book.
    private static final int COVER = 2400;

    /// Enough for a list on a dense screen.
    private static final int THUMBNAIL = 480;

    private final Theme theme;
    private final OutputSink sink;

    Books(Theme theme, OutputSink sink) {
        this.theme = theme;
        this.sink = sink;
    }

    Book take(RenderedFile file) throws IOException {
        PackageDocument book = PackageDocument.read(file.content());
        Edition edition = file.edition();
        return new Book(
                book.identifier().orElseGet(() -> edition.publication().urn(file.name())),
                first(book.texts("title")).orElse(edition.title()),
                edition.language(),
                book.texts("creator"),
                contributors(book),
                first(book.texts("description")).or(() -> extent(edition)),
                edition.issues().stream()
                        .map(Issue::title)
                        .filter(title -> !title.isBlank())
                        .toList(),
                first(book.texts("publisher")),
                first(book.texts("rights")),
                first(book.texts("date")).flatMap(date -> parsed(date, LocalDate::parse)),
                book.property("dcterms:modified")
                        .map(PackageDocument::text)
                        .flatMap(time -> parsed(time, Instant::parse))
                        .or(edition::modified)
                        .orElse(Instant.EPOCH),
                book.texts("subject"),
                series(book),
                new Book.Resource(WebAddress.href(file.name()), file.type().value(), file.bytes()),
                images(file.name(), book));
    }

    private static Optional<String> first(List<String> texts) {
        return texts.stream().findFirst();
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<Book.Contributor> contributors(PackageDocument book) {
        return book.dublinCore("contributor").stream()
                .map(element -> new Book.Contributor(
                        PackageDocument.text(element),
                        book.refinement(element, "role").orElse("")))
                .toList();
    }

    private static Optional<Book.Series> series(PackageDocument book) {
        return book.property("belongs-to-collection")
                .map(series -> new Book.Series(
                        PackageDocument.text(series),
                        book.refinement(series, "group-position")
                                .filter(position -> position.matches("[0-9]{1,6}"))
                                .map(position -> OptionalInt.of(Integer.parseInt(position)))
                                .orElse(OptionalInt.empty())));
    }

    private Optional<String> extent(Edition edition) {
        return edition.kind() == Edition.Kind.SINGLE
                ? Optional.empty()
                : Optional.of(theme.messages(edition.language())
                        .text("issues-count", edition.issues().size()));
    }

    private List<Book.Image> images(String book, PackageDocument document) throws IOException {
        String name = book.replaceFirst("[.][^./]*$", "");
        List<Book.Image> images = new ArrayList<>();
        if (document.cover().isPresent()) {
            byte[] cover = document.cover().get();
            image(name + ".cover.jpg", Covers.jpeg(cover, COVER, COVER)).ifPresent(images::add);
            image(name + ".thumbnail.jpg", Covers.jpeg(cover, THUMBNAIL, THUMBNAIL))
                    .ifPresent(images::add);
        }
        return images;
    }

    private Optional<Book.Image> image(String name, Optional<Ready> made) throws IOException {
        if (made.isEmpty()) {
            return Optional.empty();
        }
        Ready picture = made.get();
        sink.write(name, MediaType.JPEG, picture.bytes());
        return Optional.of(
                new Book.Image(WebAddress.href(name), picture.type().value(), picture.width(), picture.height()));
    }
}
