package octavo.epub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.model.Block;
import octavo.model.Direction;
import octavo.model.Edition;
import octavo.model.Footnote;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.Outline;
import octavo.model.PlainText;
import octavo.render.theme.Messages;
import octavo.render.xhtml.IndexMarks;
import octavo.render.xhtml.XhtmlWriter;
import org.jsoup.nodes.Element;

/// Turns the issues and recurring sections of an edition into chapters, links between them resolved.
final class Chapters {
    private final Edition edition;
    private final Messages messages;
    private final IndexMarks marks;
    private final BookPresentation presentation;
    private final PageBodies bodies;
    private final PageSplitter splitter = new PageSplitter();
    private final FileNames names = new FileNames();
    private final PageBreaks breaks;

    /// @param bodies takes the text, page by page
    /// @param breaks marks in it where the pages of a printed edition begin
    Chapters(Edition edition, Messages messages, BookPictures pictures, PageBodies bodies, PageBreaks breaks) {
        this.edition = edition;
        names.reserve(List.of("cover", "title", "nav", "index", "colophon"));
        names.reserve(BookPart.names(edition));
        this.messages = messages;
        this.marks = new IndexMarks(edition);
        this.presentation = new BookPresentation(pictures, marks, messages);
        this.bodies = bodies;
        this.breaks = breaks;
    }

    /// @param issues a chapter for each issue of the edition, in its order
    /// @param sections a chapter for each section that stands once
    /// @param index the names that several issues talk about, ready for the template
    record Made(List<Chapter> issues, List<Chapter> sections, List<Map<String, Object>> index) {}

    Made make() {
        List<Draft> issues = edition.issues().stream().map(this::issue).toList();
        List<Draft> sections = edition.backMatter().stream().map(this::section).toList();
        bodies.resolve();
        List<Chapter> chapters = new ArrayList<>();
        for (int i = 0; i < issues.size(); i++) {
            Map<String, Object> turn = new HashMap<>();
            if (i > 0) {
                turn.put("previous", neighbour(issues.get(i - 1)));
            }
            if (i < issues.size() - 1) {
                turn.put("next", neighbour(issues.get(i + 1)));
            }
            chapters.add(chapter(issues.get(i), turn));
        }
        return new Made(
                chapters,
                sections.stream().map(section -> chapter(section, Map.of())).toList(),
                new BookIndex(edition, messages, marks, bodies).entries());
    }

    /// Where the contents lead for a heading, where it has a place.
    Optional<PageBodies.Place> place(Chapter chapter, Block.Heading heading) {
        return bodies.placeOf(chapter.pages().stream().map(Chapter.Page::file).toList(), heading.id());
    }

    /// A chapter of which only the words are known yet.
    ///
    /// @param head what stands on its first page alone
    private record Draft(
            List<String> files,
            String anchor,
            String title,
            Language language,
            Map<String, Object> head,
            List<Outline.Entry> outline) {}

    private Draft issue(Issue issue) {
        String title = Titles.of(issue, messages);
        Map<String, Object> head = new HashMap<>();
        issue.date().ifPresent(date -> {
            head.put("date", messages.date(date));
            head.put("day", date.toString());
        });
        List<String> authors = issue.authors().stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!authors.isEmpty()) {
            head.put("by", messages.text("by", String.join(", ", authors)));
        }
        issue.summary().map(String::strip).filter(text -> !text.isEmpty()).ifPresent(text -> head.put("summary", text));
        issue.address().filter(LinkRules::isValid).ifPresent(address -> head.put("address", address));
        String anchor = PageBodies.id(issue.anchor());
        return new Draft(
                written(issue.id().slug(), issue.anchor(), issue.body(), issue.footnotes()),
                anchor,
                title,
                issue.language(),
                head,
                issue.outline().entries());
    }

    private Draft section(Edition.BackMatter section) {
        String words = PlainText.of(section.heading().content());
        String anchor = PageBodies.id(section.heading().id());
        return new Draft(
                written(anchor, section.heading().id(), section.body(), section.footnotes()),
                anchor,
                words.isBlank() ? messages.text("back-matter") : words,
                edition.language(),
                Map.of(),
                Outline.of(section.body()).entries());
    }

    /// Writes a chapter's text into as many files as it needs; the notes stand at the end of the last.
    ///
    /// @param anchor as it is in the edition
    /// @return the files' names
    private List<String> written(String wish, String anchor, List<Block> body, List<Footnote> footnotes) {
        String text = XhtmlWriter.blocks(body, presentation, messages);
        String notes = XhtmlWriter.footnotes(footnotes, presentation, messages);
        Sheet whole = new Sheet(PageBodies.parse(text), PageBodies.parse(notes));
        List<PageBreaks.Marker> markers = breaks.mark(anchor, List.of(whole.text(), whole.notes()));
        List<Sheet> sheets = splitter.surelyFit(text, notes) ? List.of(whole) : cut(whole);
        List<String> files = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            String file = names.page(i == 0 ? wish : wish + "-" + (i + 1));
            Sheet sheet = sheets.get(i);
            bodies.add(file, i == 0 ? PageBodies.id(anchor) : "", List.of(sheet.text(), sheet.notes()));
            files.add(file);
        }
        markers.forEach(marker ->
                bodies.placeOf(files, marker.id()).ifPresent(place -> breaks.add(marker.page(), place.href())));
        return files;
    }

    /// What one file holds of a chapter.
    private record Sheet(Element text, Element notes) {}

    private List<Sheet> cut(Sheet whole) {
        List<Sheet> sheets = new ArrayList<>();
        splitter.split(whole.text()).forEach(part -> sheets.add(new Sheet(part, PageBodies.parse(""))));
        if (whole.notes().childNodeSize() == 0) {
            return sheets;
        }
        for (Element part : splitter.split(whole.notes())) {
            Sheet last = sheets.getLast();
            if (last.notes().childNodeSize() == 0 && splitter.fit(last.text().html(), part.html())) {
                sheets.set(sheets.size() - 1, new Sheet(last.text(), part));
            } else {
                sheets.add(new Sheet(PageBodies.parse(""), part));
            }
        }
        return sheets;
    }

    private Chapter chapter(Draft draft, Map<String, Object> turn) {
        List<Chapter.Page> pages = new ArrayList<>();
        for (String file : draft.files()) {
            boolean first = pages.isEmpty();
            Map<String, Object> data = new HashMap<>(first ? draft.head() : Map.of());
            data.put("language", draft.language().tag());
            data.put("direction", direction(draft.language()));
            data.put("title", draft.title());
            data.put("anchor", first ? draft.anchor() : "");
            data.put("body", bodies.xhtml(file, 0));
            data.put("notes", bodies.xhtml(file, 1));
            if (file.equals(draft.files().getLast())) {
                data.putAll(turn);
            }
            pages.add(new Chapter.Page(file, data));
        }
        return new Chapter(draft.title(), pages, draft.outline());
    }

    static String direction(Language language) {
        return language.direction() == Direction.RTL ? "rtl" : "ltr";
    }

    private static Map<String, Object> neighbour(Draft chapter) {
        return Map.of("href", chapter.files().getFirst(), "title", chapter.title());
    }
}
