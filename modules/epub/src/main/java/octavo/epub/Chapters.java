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
import octavo.render.xhtml.XhtmlWriter;

/// Turns the issues and recurring sections of an edition into chapters, links between them resolved.
final class Chapters {
    private final Edition edition;
    private final Messages messages;
    private final BookPresentation presentation;
    private final PageBodies bodies;
    private final FileNames names = new FileNames("cover", "title", "nav", "colophon");

    Chapters(Edition edition, Messages messages, BookPictures pictures) {
        this.edition = edition;
        this.messages = messages;
        this.presentation = new BookPresentation(pictures);
        this.bodies = new PageBodies(pictures);
    }

    /// All chapters in the order of the edition, recurring sections last.
    List<Chapter> make() {
        List<Chapter> issues = edition.issues().stream().map(this::issue).toList();
        List<Chapter> sections =
                edition.backMatter().stream().map(this::section).toList();
        bodies.resolve();
        List<Chapter> all = new ArrayList<>();
        for (int i = 0; i < issues.size(); i++) {
            Map<String, Object> data = withBody(issues.get(i));
            if (i > 0) {
                data.put("previous", neighbour(issues.get(i - 1)));
            }
            if (i < issues.size() - 1) {
                data.put("next", neighbour(issues.get(i + 1)));
            }
            all.add(new Chapter(
                    issues.get(i).file(),
                    issues.get(i).title(),
                    data,
                    issues.get(i).outline()));
        }
        for (Chapter section : sections) {
            all.add(new Chapter(section.file(), section.title(), withBody(section), section.outline()));
        }
        return all;
    }

    /// The id with which the contents lead to a heading, where it has one.
    Optional<String> fragment(Chapter chapter, Block.Heading heading) {
        return bodies.idOf(chapter.file(), heading.id());
    }

    private Chapter issue(Issue issue) {
        String file = names.page(issue.id().slug());
        String title = Titles.of(issue, messages);
        String anchor = PageBodies.id(issue.anchor());
        add(file, anchor, issue.body(), issue.footnotes());

        Map<String, Object> data = frame(anchor, title, issue.language());
        issue.date().ifPresent(date -> {
            data.put("date", messages.date(date));
            data.put("day", date.toString());
        });
        List<String> authors = issue.authors().stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!authors.isEmpty()) {
            data.put("by", messages.text("by", String.join(", ", authors)));
        }
        issue.summary().map(String::strip).filter(text -> !text.isEmpty()).ifPresent(text -> data.put("summary", text));
        issue.address().filter(LinkRules::isValid).ifPresent(address -> data.put("address", address));
        return new Chapter(file, title, data, issue.outline().entries());
    }

    private Chapter section(Edition.BackMatter section) {
        String title = PlainText.of(section.heading().content());
        if (title.isBlank()) {
            title = messages.text("back-matter");
        }
        String anchor = PageBodies.id(section.heading().id());
        String file = names.page(anchor);
        add(file, anchor, section.body(), section.footnotes());
        Map<String, Object> data = frame(anchor, title, edition.language());
        return new Chapter(file, title, data, Outline.of(section.body()).entries());
    }

    private void add(String file, String anchor, List<Block> body, List<Footnote> notes) {
        bodies.add(
                file,
                anchor,
                XhtmlWriter.blocks(body, presentation, messages),
                XhtmlWriter.footnotes(notes, presentation, messages));
    }

    private Map<String, Object> withBody(Chapter chapter) {
        Map<String, Object> data = new HashMap<>(chapter.data());
        data.put("body", bodies.xhtml(chapter.file(), 0));
        data.put("notes", bodies.xhtml(chapter.file(), 1));
        return data;
    }

    private static Map<String, Object> frame(String anchor, String title, Language language) {
        Map<String, Object> data = new HashMap<>();
        data.put("anchor", anchor);
        data.put("title", title);
        data.put("language", language.tag());
        data.put("direction", direction(language));
        return data;
    }

    static String direction(Language language) {
        return language.direction() == Direction.RTL ? "rtl" : "ltr";
    }

    private static Map<String, Object> neighbour(Chapter chapter) {
        return Map.of("href", chapter.file(), "title", chapter.title());
    }
}
