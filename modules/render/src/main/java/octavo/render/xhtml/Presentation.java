package octavo.render.xhtml;

import java.util.Optional;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Picture;
import octavo.model.Target;

/// What differs between outputs that share [XhtmlWriter]: where links lead and where pictures live.
public interface Presentation {
    /// A picture as an `img` element shows it.
    ///
    /// @param src as the attribute's value
    /// @param width in CSS pixels, 0 to leave it out
    /// @param height in CSS pixels, 0 to leave it out
    record Shown(String src, int width, int height) {}

    /// @return the address for an `a` element, or empty where only the link's text is to stand
    Optional<String> href(Target target);

    /// @return how the picture is shown, or empty where its words and a link stand in for it
    Optional<Shown> picture(Picture picture);

    /// The id of a link's element, where something leads to it; asked once for each link that is written. See
    /// [IndexMarks].
    default Optional<String> linkId(Inline.Link link) {
        return Optional.empty();
    }

    /// XHTML that stands right after a link, such as the number of a printed note.
    default String afterLink(Inline.Link link) {
        return "";
    }

    /// Attributes of the link that leads to a footnote, each with a space before it.
    default String noteReferenceAttributes() {
        return " role=\"doc-noteref\"";
    }

    /// Attributes of the element that holds a footnote, each with a space before it.
    default String noteAttributes() {
        return " role=\"doc-footnote\"";
    }

    /// Attributes of the box around a table, each with a space before it: what makes a wide one reachable by keyboard
    /// where it scrolls.
    default String tableAttributes(Block.Table table) {
        return "";
    }

    /// Attributes of each picture, each with a space before it, such as one that has it loaded late.
    default String pictureAttributes() {
        return "";
    }
}
