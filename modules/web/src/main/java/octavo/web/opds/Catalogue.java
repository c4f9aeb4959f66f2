package octavo.web.opds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import octavo.model.Language;
import octavo.model.Publication;

/// A list of books, the newest first.
///
/// @param name of its files, without their endings: `opds`, `opds.de`
/// @param language of its own words
/// @param books never empty
record Catalogue(String name, Publication publication, Language language, List<Book> books) {
    static final String NAME = "opds";

    Catalogue {
        books = books.stream()
                .sorted(Comparator.comparing((Book book) -> book.issued().orElse(LocalDate.MIN))
                        .reversed()
                        .thenComparing(Book::language, publication.languageOrder())
                        .thenComparing(Book::identifier))
                .toList();
    }

    /// All books there are.
    static Catalogue of(Publication publication, List<Book> books) {
        List<Language> languages = books.stream().map(Book::language).distinct().toList();
        Language language = languages.size() == 1 ? languages.getFirst() : publication.mainLanguage();
        return new Catalogue(NAME, publication, language, books);
    }

    /// A catalogue for each language, the publication's main one first; none where all books are in one.
    List<Catalogue> byLanguage() {
        TreeMap<Language, List<Book>> byLanguage = books.stream()
                .collect(Collectors.groupingBy(
                        Book::language, () -> new TreeMap<>(publication.languageOrder()), Collectors.toList()));
        return byLanguage.size() == 1
                ? List.of()
                : byLanguage.entrySet().stream()
                        .map(entry -> new Catalogue(
                                NAME + "." + entry.getKey().key(), publication, entry.getKey(), entry.getValue()))
                        .toList();
    }

    /// What stays the same as long as the publication's home does.
    String identifier() {
        return publication.urn(name);
    }

    String title() {
        String title = publication.title(language);
        return title.isBlank() ? name : title;
    }

    Optional<String> description() {
        return publication.description().filter(text -> !text.isBlank());
    }

    /// When the newest of its books was changed.
    Instant modified() {
        return books.stream().map(Book::modified).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }
}
