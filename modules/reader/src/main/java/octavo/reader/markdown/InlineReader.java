package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import octavo.model.Inline;
import octavo.model.Location;
import octavo.model.Picture;
import octavo.model.PlainText;
import octavo.model.Target;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// Running text: the parser's nodes to the model's.
final class InlineReader {
    private final Reading reading;
    private final Shortcodes shortcodes;
    private final Finisher finisher;
    private int depth;

    InlineReader(Reading reading, Shortcodes shortcodes) {
        this.reading = reading;
        this.shortcodes = shortcodes;
        this.finisher = new Finisher(reading.dialect);
    }

    /// The running text inside a node, complete.
    List<Inline> finished(Node parent) {
        return finish(inlines(pieces(parent)), reading.location(parent));
    }

    /// Sets what stands in plain characters: links, emoji, quotation marks.
    List<Inline> finish(List<Inline> inlines, Location location) {
        return finisher.finish(inlines, location);
    }

    /// The running text inside a node, with the shortcode tags that stand directly in it.
    List<Piece> pieces(Node parent) {
        List<Piece> pieces = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(node, pieces);
        }
        return pieces;
    }

    /// Pieces of which none stands for a block.
    List<Inline> inlines(List<Piece> pieces) {
        return Runs.merge(shortcodes.inlines(pieces));
    }

    private List<Inline> content(Node node) {
        depth++;
        if (depth >= MarkdownReader.MAX_DEPTH) {
            reading.warnOnce(
                    reading.location(node),
                    "nesting",
                    "links and emphasis are nested too deep; the innermost become plain text");
        }
        List<Inline> content = inlines(pieces(node));
        depth--;
        return content;
    }

    private void add(Node node, List<Piece> pieces) {
        switch (node) {
            case Text text -> addText(text.getLiteral(), pieces);
            case SoftLineBreak _ -> add(new Inline.SoftBreak(), pieces);
            case HardLineBreak _ -> add(new Inline.LineBreak(), pieces);
            case Emphasis emphasis -> add(new Inline.Emphasis(content(emphasis)), pieces);
            case StrongEmphasis strong -> add(new Inline.Strong(content(strong)), pieces);
            case Strikethrough struck -> add(new Inline.Strikethrough(content(struck)), pieces);
            case Code code -> add(new Inline.Code(shortcodes.code(code.getLiteral(), reading.location(code))), pieces);
            case Link link -> addLink(link, pieces);
            case Image image -> add(new Inline.Image(picture(image)), pieces);
            case HtmlInline html -> addHtml(html, pieces);
            case NoteMark reference -> addMark(reference, pieces);
            default -> pieces.addAll(pieces(node));
        }
    }

    private static void add(Inline inline, List<Piece> pieces) {
        pieces.add(new Piece.OfInline(inline));
    }

    private void addText(String text, List<Piece> pieces) {
        int from = 0;
        int tag;
        while ((tag = text.indexOf(Signs.TAG_START, from)) >= 0) {
            if (tag > from) {
                add(new Inline.Text(text.substring(from, tag)), pieces);
            }
            pieces.add(new Piece.OfTag(reading.tagAt(text, tag)));
            from = Reading.tagEnd(text, tag);
        }
        if (from < text.length()) {
            add(new Inline.Text(text.substring(from)), pieces);
        }
    }

    private void addLink(Link link, List<Piece> pieces) {
        Location location = reading.location(link);
        List<Inline> content = content(link);
        String href = shortcodes.address(link.getDestination(), location);
        if (reading.dialect.extensions()) {
            if (content.isEmpty()) {
                reading.note(location, "link-empty", "a link to " + href + " has no text, so nobody sees it");
                return;
            }
            LinkCheck.check(href, location, reading);
        }
        add(new Inline.Link(new Target.Written(href), title(link.getTitle()), content, location), pieces);
    }

    private Picture picture(Image image) {
        Location location = reading.location(image);
        String address = shortcodes.address(image.getDestination(), location);
        return new Picture(
                reading.surroundings.picture(address, location),
                Signs.plain(PlainText.of(content(image))),
                title(image.getTitle()),
                OptionalInt.empty(),
                OptionalInt.empty(),
                location);
    }

    private Optional<String> title(@Nullable String title) {
        return title == null || (title.isEmpty() && reading.dialect.extensions())
                ? Optional.empty()
                : Optional.of(shortcodes.plain(title));
    }

    private void addHtml(HtmlInline html, List<Piece> pieces) {
        if (!reading.dialect.extensions()) {
            add(new Inline.Html(html.getLiteral(), reading.location(html)), pieces);
        } else if (HtmlText.isBreak(html.getLiteral())) {
            add(new Inline.LineBreak(), pieces);
        } else if (!HtmlText.isComment(html.getLiteral())) {
            String literal = shortcodes.plain(html.getLiteral());
            add(
                    reading.dialect.rawHtml() == RawHtml.ESCAPE
                            ? new Inline.Text(literal)
                            : new Inline.Html(literal, reading.location(html)),
                    pieces);
        }
    }

    private void addMark(NoteMark reference, List<Piece> pieces) {
        Location location = reading.location(reference);
        Optional<Inline> mark = reading.notes.mark(reference.label(), location);
        String written = "[^" + reference.label() + "]";
        if (mark.isEmpty()) {
            reading.warn(
                    location,
                    "footnote-missing",
                    "no footnote belongs to the mark " + written + ", so it is shown as text; write '" + written
                            + ": …' at the beginning of a line");
        }
        add(mark.orElseGet(() -> new Inline.Text(written)), pieces);
    }
}
