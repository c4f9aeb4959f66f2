package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Location;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/// Blocks: the parser's nodes to the model's.
final class BlockReader {
    private final Reading reading;
    private final Shortcodes shortcodes;
    private final Paragraphs paragraphs;
    private final Headings headings;
    private final Tables tables;
    private OptionalInt summaryEnd = OptionalInt.empty();

    BlockReader(Reading reading, InlineReader inlines, Shortcodes shortcodes) {
        this.reading = reading;
        this.shortcodes = shortcodes;
        this.paragraphs = new Paragraphs(reading, inlines);
        this.headings = new Headings(reading, inlines);
        this.tables = new Tables(reading, inlines);
    }

    /// How many of the outermost blocks stand before `<!--more-->`.
    OptionalInt summaryEnd() {
        return summaryEnd;
    }

    List<Block> document(Node document) {
        return grouped(pieces(document, 0));
    }

    List<Block> blocks(Node parent, int depth) {
        return grouped(pieces(parent, depth));
    }

    private List<Piece> pieces(Node parent, int depth) {
        List<Piece> pieces = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(node, depth, pieces);
        }
        return pieces;
    }

    private void add(Node node, int depth, List<Piece> pieces) {
        Location location = reading.location(node);
        if (depth >= MarkdownReader.MAX_DEPTH - 3) {
            reading.warnOnce(
                    location, "nesting", "quotes and lists are nested too deep; the innermost become plain text");
        }
        switch (node) {
            case Paragraph paragraph -> {
                pieces.addAll(paragraphs.read(paragraph));
                endSummary(depth, pieces, paragraphs.endsSummary(paragraph));
            }
            case Heading heading -> add(headings.read(heading), pieces);
            case ListBlock list -> add(list(list, depth), pieces);
            case BlockQuote quote -> add(Alerts.read(blocks(quote, depth + 1), location, reading), pieces);
            case FencedCodeBlock code -> add(code(code.getInfo(), code.getLiteral(), location), pieces);
            case IndentedCodeBlock code -> add(code("", code.getLiteral(), location), pieces);
            case ThematicBreak _ -> add(new Block.Rule(location), pieces);
            case HtmlBlock html -> {
                html(html.getLiteral(), location, pieces);
                endSummary(depth, pieces, HtmlText.hasSummaryEnd(html.getLiteral()));
            }
            case TableBlock table -> add(tables.read(table), pieces);
            case LinkReferenceDefinition _, NoteDefinition _ -> {}
            default -> pieces.addAll(pieces(node, depth + 1));
        }
    }

    private static void add(Block block, List<Piece> pieces) {
        pieces.add(new Piece.OfBlock(block));
    }

    private void endSummary(int depth, List<Piece> pieces, boolean ends) {
        if (ends && depth == 0 && summaryEnd.isEmpty()) {
            summaryEnd = OptionalInt.of(grouped(pieces).size());
        }
    }

    private Block list(ListBlock list, int depth) {
        List<Block.Item> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(Tasks.item(blocks(item, depth + 2), reading.location(item), reading));
        }
        Location location = reading.location(list);
        return switch (list) {
            case OrderedList ordered -> {
                Integer start = ordered.getMarkerStartNumber();
                yield new Block.OrderedList(start == null ? 1 : start, list.isTight(), items, location);
            }
            case BulletList _ -> new Block.BulletList(list.isTight(), items, location);
            default -> throw new IllegalStateException("a list that is neither bulleted nor numbered");
        };
    }

    private Block code(@Nullable String info, String code, Location location) {
        String written = shortcodes.code(code, location);
        return new Block.CodeBlock(info == null ? "" : shortcodes.code(info, location), written, location);
    }

    private void html(String literal, Location location, List<Piece> pieces) {
        if (!reading.dialect.extensions()) {
            add(new Block.Html(literal, location), pieces);
            return;
        }
        String html = HtmlText.withoutComments(literal);
        if (html.isBlank()) {
            return;
        }
        List<Piece> parts = paragraphs.split(paragraphs.html(html, location), location);
        pieces.addAll(parts);
    }

    /// Blocks in which each shortcode has taken in what stands between its tags.
    private List<Block> grouped(List<Piece> pieces) {
        Set<Tag.Call> paired = Shortcodes.paired(pieces);
        List<List<Block>> open = new ArrayList<>();
        open.add(new ArrayList<>());
        for (Piece piece : pieces) {
            List<Block> current = open.getLast();
            switch (piece) {
                case Piece.OfBlock(Block block) -> current.add(block);
                case Piece.OfInline(Inline inline) ->
                    throw new IllegalStateException("running text among blocks: " + inline);
                case Piece.OfTag(Tag.Literal(String text)) ->
                    throw new IllegalStateException("an escaped tag among blocks: " + text);
                case Piece.OfTag(Tag.Single(Tag.Call call)) -> current.addAll(shortcodes.blocks(call, List.of()));
                case Piece.OfTag(Tag.Open(Tag.Call call)) -> {
                    if (paired.contains(call)) {
                        open.add(new ArrayList<>());
                    } else {
                        shortcodes.reportUnpaired(call);
                    }
                }
                case Piece.OfTag(Tag.Close(Tag.Call call)) -> {
                    if (paired.contains(call)) {
                        List<Block> body = open.removeLast();
                        open.getLast().addAll(shortcodes.blocks(call, body));
                    }
                }
            }
        }
        return open.getFirst();
    }
}
