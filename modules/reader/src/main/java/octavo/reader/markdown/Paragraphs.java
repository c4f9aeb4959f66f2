package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Location;
import octavo.model.Picture;
import octavo.model.Target;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// Paragraphs, and what Hugo makes of shortcodes in them: one on a line of its own stands between paragraphs.
final class Paragraphs {
    private static final Set<String> ALWAYS_BLOCKS = Set.of("figure", "highlight");

    private final Reading reading;
    private final InlineReader inlines;

    Paragraphs(Reading reading, InlineReader inlines) {
        this.reading = reading;
        this.inlines = inlines;
    }

    List<Piece> read(Paragraph paragraph) {
        return split(inlines.pieces(paragraph), reading.location(paragraph));
    }

    boolean endsSummary(Paragraph paragraph) {
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof HtmlInline html && HtmlText.hasSummaryEnd(html.getLiteral())) {
                return true;
            }
        }
        return false;
    }

    /// Lines of raw HTML, as text or as HTML, with the tags among them.
    List<Piece> html(String html, Location location) {
        List<Piece> pieces = new ArrayList<>();
        boolean escape = reading.dialect.rawHtml() == RawHtml.ESCAPE;
        for (String line : html.strip().split("\n", -1)) {
            if (!pieces.isEmpty()) {
                pieces.add(new Piece.OfInline(new Inline.SoftBreak()));
            }
            int from = 0;
            int tag;
            while ((tag = line.indexOf(Signs.TAG_START, from)) >= 0) {
                htmlText(line.substring(from, tag), escape, location, pieces);
                pieces.add(new Piece.OfTag(reading.tagAt(line, tag)));
                from = Reading.tagEnd(line, tag);
            }
            htmlText(line.substring(from), escape, location, pieces);
        }
        return pieces;
    }

    private static void htmlText(String text, boolean escape, Location location, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.OfInline(escape ? new Inline.Text(text) : new Inline.Html(text, location)));
        }
    }

    /// Paragraphs with the tags between them that stand for blocks.
    List<Piece> split(List<Piece> pieces, Location location) {
        boolean[] isBlock = blockTags(pieces);
        alignPairs(pieces, isBlock);
        List<Piece> parts = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (isBlock[i]) {
                flush(line, location, parts);
                parts.add(pieces.get(i));
            } else {
                line.add(pieces.get(i));
            }
        }
        flush(line, location, parts);
        return parts;
    }

    /// Which pieces are tags that stand for blocks: some always do, others where no text stands on their line.
    private static boolean[] blockTags(List<Piece> pieces) {
        boolean[] isBlock = new boolean[pieces.size()];
        int lineStart = 0;
        for (int end = 0; end <= pieces.size(); end++) {
            if (end == pieces.size() || isBreak(pieces.get(end))) {
                boolean isAlone = pieces.subList(lineStart, end).stream().noneMatch(Paragraphs::isText);
                for (int i = lineStart; i < end; i++) {
                    isBlock[i] = pieces.get(i) instanceof Piece.OfTag(Tag tag) && (isAlone || isAlwaysBlock(tag));
                }
                lineStart = end + 1;
            }
        }
        return isBlock;
    }

    private static boolean isBreak(Piece piece) {
        return piece instanceof Piece.OfInline(Inline inline) && Runs.isBreak(inline);
    }

    private static boolean isText(Piece piece) {
        return switch (piece) {
            case Piece.OfInline(Inline inline) -> !Runs.isSpace(inline);
            case Piece.OfTag(Tag tag) -> tag instanceof Tag.Literal;
            case Piece.OfBlock _ -> true;
        };
    }

    private static boolean isAlwaysBlock(Tag tag) {
        return tag instanceof Tag.Single(Tag.Call call) && ALWAYS_BLOCKS.contains(call.name());
    }

    /// Where one of two tags stands for a block, so does the other.
    private static void alignPairs(List<Piece> pieces, boolean[] isBlock) {
        Set<Tag.Call> paired = Shortcodes.paired(pieces);
        Set<Tag.Call> blocks = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < isBlock.length; i++) {
            if (isBlock[i]) {
                call(pieces.get(i)).filter(paired::contains).ifPresent(blocks::add);
            }
        }
        for (int i = 0; i < isBlock.length; i++) {
            isBlock[i] |= call(pieces.get(i)).filter(blocks::contains).isPresent();
        }
        closeAlone(pieces, isBlock, paired);
    }

    /// A tag whose partner stands in another block can only be a block's.
    private static void closeAlone(List<Piece> pieces, boolean[] isBlock, Set<Tag.Call> paired) {
        for (int i = 0; i < isBlock.length; i++) {
            boolean hasPartner = pieces.get(i) instanceof Piece.OfTag(Tag tag)
                    && (tag instanceof Tag.Open || tag instanceof Tag.Close);
            isBlock[i] |=
                    hasPartner && call(pieces.get(i)).filter(paired::contains).isEmpty();
        }
    }

    private static Optional<Tag.Call> call(Piece piece) {
        return piece instanceof Piece.OfTag(Tag tag)
                ? switch (tag) {
                    case Tag.Literal _ -> Optional.empty();
                    case Tag.Single(Tag.Call call) -> Optional.of(call);
                    case Tag.Open(Tag.Call call) -> Optional.of(call);
                    case Tag.Close(Tag.Call call) -> Optional.of(call);
                }
                : Optional.empty();
    }

    private void flush(List<Piece> line, Location location, List<Piece> parts) {
        List<Inline> content = inlines.inlines(line);
        line.clear();
        if (reading.dialect.extensions()) {
            content = Runs.trim(content);
        }
        if (!content.isEmpty()) {
            parts.add(new Piece.OfBlock(block(content, location)));
        }
    }

    private Block block(List<Inline> content, Location location) {
        if (content.stream().allMatch(inline -> inline instanceof Inline.Html || Runs.isBreak(inline))
                && reading.dialect.extensions()) {
            return new Block.Html(html(content), location);
        }
        Optional<Block> figure = reading.dialect.figures() ? figure(content, location) : Optional.empty();
        return figure.orElseGet(() -> {
            List<Inline> finished = inlines.finish(content, location);
            if (reading.dialect.extensions()) {
                LinkCheck.checkText(finished, location, reading);
            }
            return new Block.Paragraph(finished, location);
        });
    }

    private static String html(List<Inline> content) {
        StringBuilder html = new StringBuilder();
        for (Inline inline : content) {
            html.append(inline instanceof Inline.Html raw ? raw.html() : "\n");
        }
        return html.append('\n').toString();
    }

    /// A paragraph that holds only a picture, or only a link around one.
    private Optional<Block> figure(List<Inline> content, Location location) {
        if (content.size() != 1) {
            return Optional.empty();
        }
        return switch (content.getFirst()) {
            case Inline.Image(Picture picture) -> Optional.of(figure(picture, Optional.empty(), location));
            case Inline.Link link
            when link.content().size() == 1 && link.content().getFirst() instanceof Inline.Image(Picture picture) ->
                Optional.of(figure(picture, Optional.of(link.target()), location));
            default -> Optional.empty();
        };
    }

    private Block figure(Picture picture, Optional<Target> link, Location location) {
        List<Inline> caption = picture.title()
                .filter(title -> !title.isBlank())
                .<List<Inline>>map(title -> List.of(new Inline.Text(title)))
                .orElse(List.of());
        Picture shown = new Picture(
                picture.source(),
                picture.alt(),
                Optional.empty(),
                picture.width(),
                picture.height(),
                picture.location());
        return new Block.Figure(shown, List.of(), inlines.finish(caption, location), link, location);
    }
}
