package octavo.epub;

import io.documentnode.epub4j.domain.MediaTypes;
import io.documentnode.epub4j.domain.Resource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import octavo.model.Direction;
import octavo.model.Edition;
import octavo.render.PageMap;
import octavo.render.theme.Messages;
import octavo.render.theme.Theme;
import octavo.render.xhtml.Xml;

/// Lays a book out: cover, title page, contents, a chapter for each issue, recurring sections, index, colophon.
final class BookMaker {
    private static final String COVER = "cover.xhtml";
    private static final String TITLE = "title.xhtml";
    private static final String NAV = "nav.xhtml";
    private static final String INDEX = "index.xhtml";
    private static final String COLOPHON = "colophon.xhtml";
    private static final String STYLE = "style.css";

    private final EpubBook book;
    private final BookMetadata metadata;
    private final Edition edition;
    private final Theme theme;
    private final Messages messages;
    private final BookPictures pictures;
    private final PageMap pages;
    private final boolean compiled;
    private final List<Map<String, Object>> landmarks = new ArrayList<>();

    /// @param pages of the printed edition, none where nothing is known of one
    BookMaker(
            EpubBook book, BookMetadata metadata, Edition edition, Theme theme, BookPictures pictures, PageMap pages) {
        this.book = book;
        this.metadata = metadata;
        this.edition = edition;
        this.theme = theme;
        this.messages = theme.messages(edition.language());
        this.pictures = pictures;
        this.pages = pages;
        this.compiled = edition.kind() == Edition.Kind.COMPILATION;
    }

    void make(CoverPicture cover) {
        book.add(STYLE, utf8(theme.render("epub/style.css", edition.language(), style())), MediaTypes.CSS);
        List<Resource> front = new ArrayList<>();
        front.add(cover(cover));
        if (compiled) {
            front.add(page(TITLE, "title.xhtml", titlePage()));
            landmark("titlepage", TITLE, "title-page");
        }
        PageBodies bodies = new PageBodies(pictures);
        PageBreaks breaks = new PageBreaks(pages);
        if (compiled) {
            breaks.addAll("title-page", TITLE);
        }
        breaks.addAll("contents-page", NAV);
        Chapters chapters = new Chapters(edition, messages, pictures, bodies, breaks);
        Chapters.Made made = chapters.make();
        BookContents contents = new BookContents(book, chapters, compiled);
        List<Resource> text = new ArrayList<>();
        for (BookPart part : BookPart.of(edition, made.issues(), messages)) {
            part.page().ifPresent(page -> text.add(page(page.file(), "part.xhtml", page.data())));
            part.chapters().forEach(chapter -> text.addAll(pages(chapter)));
            contents.add(part);
        }
        for (Chapter section : made.sections()) {
            text.addAll(pages(section));
            contents.add(section);
        }
        landmark("toc", NAV + "#toc", "contents");
        landmark("bodymatter", text.isEmpty() ? COLOPHON : text.getFirst().getHref(), "begin");
        if (!made.index().isEmpty()) {
            text.add(page(INDEX, "index.xhtml", Map.of("title", messages.text("index"), "groups", made.index())));
            landmark("index", INDEX, "index");
            contents.add(messages.text("index"), INDEX);
            breaks.addAll("index", INDEX);
        }
        breaks.addAll("colophon", COLOPHON);
        text.add(page(COLOPHON, "colophon.xhtml", colophon()));
        landmark("colophon", COLOPHON, "colophon");
        contents.add(messages.text("colophon"), COLOPHON);
        front.add(page(NAV, "contents.xhtml", contents(contents, breaks)));
        book.mark(NAV, "nav");

        front.forEach(book::read);
        text.forEach(book::read);
        book.add(EpubRenderer.NCX, utf8(NcxDocument.write(metadata, book.contents())), MediaTypes.NCX);
    }

    private Map<String, Object> style() {
        return Map.of("rtl", edition.language().direction() == Direction.RTL, "vertical", metadata.vertical());
    }

    private List<Resource> pages(Chapter chapter) {
        return chapter.pages().stream()
                .map(page -> page(page.file(), "chapter.xhtml", page.data()))
                .toList();
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

    private Map<String, Object> contents(BookContents contents, PageBreaks breaks) {
        return Map.of(
                "title",
                messages.text("contents"),
                "compiled",
                compiled,
                "entries",
                contents.items(),
                "pages",
                breaks.marks().stream().map(PageBreaks.Mark::data).toList(),
                "landmarks",
                landmarks);
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
