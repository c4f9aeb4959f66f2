package octavo.epub;

import java.util.Optional;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Picture;
import octavo.model.Target;
import octavo.render.theme.Messages;
import octavo.render.xhtml.IndexMarks;
import octavo.render.xhtml.Markup;
import octavo.render.xhtml.Presentation;

/// How a page of a book links and shows pictures. A link inside the edition is left as a mere fragment
/// until the whole book is known: [PageBodies] finds the file.
record BookPresentation(BookPictures pictures, IndexMarks marks, Messages messages) implements Presentation {
    /// In columns.
    private static final int WIDE = 5;
    /// In rows: with its head it is on a telephone's page.
    private static final int SHORT = 10;

    @Override
    public Optional<String> href(Target target) {
        return switch (target) {
            case Target.Web(var address) -> Optional.of(address).filter(LinkRules::isValid);
            case Target.Internal(var anchor) -> Optional.of("#" + PageBodies.id(anchor));
            case Target.Dead _, Target.Written _ -> Optional.empty();
        };
    }

    @Override
    public Optional<String> linkId(Inline.Link link) {
        return marks.id(link);
    }

    @Override
    public Optional<Shown> picture(Picture picture) {
        return pictures.shown(picture);
    }

    /// `epub:type` is what makes reading systems open the note in place.
    @Override
    public String noteReferenceAttributes() {
        return " epub:type=\"noteref\" role=\"doc-noteref\"";
    }

    @Override
    public String noteAttributes() {
        return " epub:type=\"footnote\" role=\"doc-footnote\"";
    }

    /// What scrolls cannot go on on the next page, so a table scrolls only where it is wide and short; another's words
    /// are broken instead.
    @Override
    public String tableAttributes(Block.Table table) {
        boolean scrolls = table.header().size() >= WIDE && table.rows().size() <= SHORT;
        return scrolls
                ? " role=\"group\" tabindex=\"0\" aria-label=\"" + Markup.escape(messages.text("table")) + "\""
                : "";
    }
}
