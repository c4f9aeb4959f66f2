package octavo.compile;

import java.util.ArrayList;
import java.util.List;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.PlainText;
import octavo.model.Target;

/// The paragraphs of an issue that link the web: also items of lists, cells of tables, captions, headings.
final class LinkedParagraphs extends DocumentMapper {
    /// A paragraph.
    ///
    /// @param text all its words
    /// @param links to the web, in order
    record Linked(String text, List<Inline.Link> links) {}

    private final List<Linked> paragraphs = new ArrayList<>();
    private final List<Inline.Link> links = new ArrayList<>();
    private boolean inside;

    private LinkedParagraphs() {}

    static List<Linked> of(Issue issue) {
        LinkedParagraphs found = new LinkedParagraphs();
        found.blocks(issue.body());
        issue.footnotes().stream().map(Footnote::body).forEach(found::blocks);
        return found.paragraphs;
    }

    @Override
    List<Inline> inlines(List<Inline> inlines) {
        if (inside) {
            return super.inlines(inlines);
        }
        inside = true;
        List<Inline> same = super.inlines(inlines);
        inside = false;
        if (!links.isEmpty()) {
            paragraphs.add(new Linked(PlainText.of(inlines), List.copyOf(links)));
            links.clear();
        }
        return same;
    }

    @Override
    List<Inline> link(Inline.Link link) {
        if (link.target() instanceof Target.Web) {
            links.add(link);
        }
        return List.of(link);
    }
}
