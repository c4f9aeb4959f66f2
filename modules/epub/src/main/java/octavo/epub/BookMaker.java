package octavo.epub;

import io.documentnode.epub4j.domain.MediaTypes;
import io.documentnode.epub4j.domain.Resource;
import io.documentnode.epub4j.domain.TOCReference;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import octavo.model.Edition;
import octavo.model.Outline;
import octavo.model.PlainText;
import octavo.render.theme.Messages;
import octavo.render.theme.Theme;
import octavo.render.xhtml.Xml;

/// Lays a book out: cover, title page, contents, a chapter for each issue, recurring sections, colophon.
final class BookMaker {
    private static final String COVER = "cover.xhtml";
    private static final String TITLE = "title.xhtml";
    private static final String NAV = "nav.xhtml";
    private static final String COLOPHON = "colophon.xhtml";
    private static final String STYLE = "style.css";
    /// Issue, section, item: deeper levels make contents that nobody can oversee.
    private static final int CONTENTS_DEPTH = 3;

    private final EpubBook book;
    private final BookMetadata metadata;
    private final Edition edition;
    private final Theme theme;
    private final Messages messages;
    private final Chapters chapters;
    private final List<Map<String, Object>> landmarks = new ArrayList<>();
    /// Where the contents lead already: each place once, or their order would not be the text's (NAV-011).
    private final Set<String> places = new HashSet<>();

    BookMaker(EpubBook book, BookMetadata metadata, Edition edition, Theme theme, BookPictures pictures) {
        this.book = book;
        this.metadata = metadata;
        this.edition = edition;
        this.theme = theme;
        this.messages = theme.messages(edition.language());
        this.chapters = new Chapters(edition, messages, pictures);
    }

    void make(CoverPicture cover) {
        book.add(STYLE, utf8(theme.render("epub/style.css", edition.language(), Map.of())), MediaTypes.CSS);
        boolean compiled = edition.kind() == Edition.Kind.COMPILATION;
        List<Resource> front = new ArrayList<>();
        front.add(cover(cover));
        if (compiled) {
            front.add(page(TITLE, "title.xhtml", titlePage()));
            landmark("titlepage", TITLE, "title-page");
        }
        List<Chapter> all = chapters.make();
        List<Resource> pages = all.stream()
                .map(chapter -> page(chapter.file(), "chapter.xhtml", chapter.data()))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            entries(all.get(i), pages.get(i), compiled);
        }
        Resource colophon = page(COLOPHON, "colophon.xhtml", colophon());
        book.entry(messages.text("colophon"), colophon);

        landmark("toc", NAV + "#toc", "contents");
        landmark("bodymatter", all.isEmpty() ? COLOPHON : all.getFirst().file(), "begin");
        landmark("colophon", COLOPHON, "colophon");
        front.add(contents());

        front.forEach(book::read);
        pages.forEach(book::read);
        book.read(colophon);
        book.add(EpubRenderer.NCX, utf8(NcxDocument.write(metadata, book.contents())), MediaTypes.NCX);
    }

    private Resource cover(CoverPicture cover) {
        book.add(cover.file(), cover.bytes(), cover.type());
        book.mark(cover.file(), "cover-image");
        landmark("cover", COVER, "cover");
        return page(COVER, "cover.xhtml", Map.of("title", metadata.title(), "picture", cover.file()));
    }

    private Map<String, Object> titlePage() {
        Map<String, Object> data = new HashMap<>();
        data.put("title", Titles.of(edition));
        data.put("period", messages.period(edition.period()));
        data.put("count", messages.text("issues-count", edition.issues().size()));
        edition.publication().description().ifPresent(text -> data.put("description", text));
        metadata.publisher().ifPresent(name -> data.put("publisher", messages.text("published-by", name)));
        return data;
    }

    private Resource contents() {
        Map<String, Object> data = Map.of(
                "title",
                messages.text("contents"),
                "compiled",
                edition.kind() == Edition.Kind.COMPILATION,
                "entries",
                book.contents().stream().map(BookMaker::item).toList(),
                "landmarks",
                landmarks);
        Resource page = page(NAV, "contents.xhtml", data);
        book.mark(NAV, "nav");
        return page;
    }

    private Map<String, Object> colophon() {
        Map<String, Object> data = new HashMap<>();
        data.put("title", messages.text("colophon"));
        data.put("name", metadata.title());
        metadata.publisher().ifPresent(name -> data.put("publisher", messages.text("published-by", name)));
        metadata.rights().map(Licence::of).ifPresent(licence -> {
            data.put("licence", messages.text("licence-is", licence.name()));
            licence.address().ifPresent(address -> data.put("licenceAddress", address));
        });
        metadata.source().ifPresent(address -> data.put("home", address));
        edition.modified()
                .map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC))
                .ifPresent(day -> data.put("updated", messages.text("updated-on", messages.date(day))));
        data.put("identifier", metadata.identifier());
        return data;
    }

    /// A single issue is the book: its sections stand beside its title and not below it.
    private void entries(Chapter chapter, Resource page, boolean compiled) {
        TOCReference top = book.entry(chapter.title(), page);
        for (Outline.Entry section : chapter.outline()) {
            entry(chapter, page, section, compiled ? 2 : 1).forEach(compiled ? top::addChildSection : book::entry);
        }
    }

    /// The entry for a heading; in place of one that has no words or no place of its own stand the entries
    /// below it.
    private List<TOCReference> entry(Chapter chapter, Resource page, Outline.Entry outline, int depth) {
        String title = PlainText.of(outline.heading().content());
        String fragment = chapters.fragment(chapter, outline.heading()).orElse("");
        boolean own = !title.isBlank() && !fragment.isEmpty() && places.add(page.getHref() + "#" + fragment);
        List<TOCReference> below = depth == CONTENTS_DEPTH
                ? List.of()
                : outline.children().stream()
                        .flatMap(child -> entry(chapter, page, child, depth + 1).stream())
                        .toList();
        return own ? List.of(new TOCReference(title, page, fragment, new ArrayList<>(below))) : below;
    }

    private static Map<String, Object> item(TOCReference entry) {
        return Map.of(
                "href", entry.getCompleteHref(),
                "title", entry.getTitle(),
                "children", entry.getChildren().stream().map(BookMaker::item).toList());
    }

    private void landmark(String type, String href, String word) {
        landmarks.add(Map.of("type", type, "href", href, "title", messages.text(word)));
    }

    /// Fills a template. What all pages have in common stands below a page's own data.
    private Resource page(String file, String template, Map<String, Object> own) {
        Map<String, Object> data = new HashMap<>();
        data.put("language", edition.language().tag());
        data.put("direction", Chapters.direction(edition.language()));
        data.putAll(own);
        String xhtml = theme.render("epub/" + template, edition.language(), data);
        return book.page(file, Xml.cleaned(xhtml));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
