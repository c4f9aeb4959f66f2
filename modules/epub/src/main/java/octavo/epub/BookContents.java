package octavo.epub;

import io.documentnode.epub4j.domain.TOCReference;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import octavo.model.Outline;
import octavo.model.PlainText;

/// The contents of a book: issue, section, item, below the year where there are several. Deeper levels make contents
/// that nobody can oversee.
final class BookContents {
    private static final int LEVELS = 3;

    private final EpubBook book;
    private final Chapters chapters;
    private final boolean compiled;
    /// Where the contents lead already: each place once, or their order would not be the text's (NAV-011).
    private final Set<String> places = new HashSet<>();

    /// @param compiled whether there is more than the one issue, whose sections would else stand beside its title
    BookContents(EpubBook book, Chapters chapters, boolean compiled) {
        this.book = book;
        this.chapters = chapters;
        this.compiled = compiled;
    }

    void add(BookPart part) {
        Optional<TOCReference> year = part.page().map(page -> book.entry(part.title(), page.file()));
        for (Chapter chapter : part.chapters()) {
            TOCReference entry = year.map(top -> {
                        TOCReference below = book.reference(chapter.title(), chapter.file(), "");
                        top.addChildSection(below);
                        return below;
                    })
                    .orElseGet(() -> book.entry(chapter.title(), chapter.file()));
            sections(chapter, entry);
        }
    }

    /// A section that stands once.
    void add(Chapter section) {
        sections(section, book.entry(section.title(), section.file()));
    }

    /// A page of the book's own.
    void add(String title, String file) {
        book.entry(title, file);
    }

    /// The entries for the template.
    List<Map<String, Object>> items() {
        return book.contents().stream().map(BookContents::item).toList();
    }

    private void sections(Chapter chapter, TOCReference entry) {
        for (Outline.Entry section : chapter.outline()) {
            entries(chapter, section, compiled ? LEVELS - 1 : LEVELS)
                    .forEach(compiled ? entry::addChildSection : book::entry);
        }
    }

    /// The entry for a heading; in place of one that has no words or no place of its own stand the entries below it.
    ///
    /// @param levels how many there may be, its own included
    private List<TOCReference> entries(Chapter chapter, Outline.Entry outline, int levels) {
        String title = PlainText.of(outline.heading().content());
        Optional<PageBodies.Place> place = chapters.place(chapter, outline.heading())
                .filter(found -> !title.isBlank() && places.add(found.href()));
        List<TOCReference> below = levels == 1
                ? List.of()
                : outline.children().stream()
                        .flatMap(child -> entries(chapter, child, levels - 1).stream())
                        .toList();
        return place.map(found -> {
                    TOCReference reference = book.reference(title, found.file(), found.id());
                    below.forEach(reference::addChildSection);
                    return List.of(reference);
                })
                .orElse(below);
    }

    private static Map<String, Object> item(TOCReference entry) {
        return Map.of(
                "href", entry.getCompleteHref(),
                "title", entry.getTitle(),
                "children", entry.getChildren().stream().map(BookContents::item).toList());
    }
}
