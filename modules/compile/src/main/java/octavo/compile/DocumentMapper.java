package octavo.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Location;
import octavo.model.Target;

/// Rebuilds a document in reading order; subclasses override what they change, all else stays as it is.
abstract class DocumentMapper {
    List<Block> blocks(List<Block> blocks) {
        return mapped(blocks, this::block);
    }

    Block.Heading heading(Block.Heading heading) {
        return new Block.Heading(heading.level(), heading.id(), inlines(heading.content()), heading.location());
    }

    List<Inline> link(Inline.Link link) {
        return List.of(new Inline.Link(
                target(link.target(), link.location()), link.title(), inlines(link.content()), link.location()));
    }

    Target target(Target target, Location location) {
        return target;
    }

    List<Inline> reference(Inline.NoteReference reference) {
        return List.of(reference);
    }

    Block block(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph(var content, var location) -> new Block.Paragraph(inlines(content), location);
            case Block.BulletList(var tight, var items, var location) ->
                new Block.BulletList(tight, items(items), location);
            case Block.OrderedList(var start, var tight, var items, var location) ->
                new Block.OrderedList(start, tight, items(items), location);
            case Block.Quote(var body, var location) -> new Block.Quote(blocks(body), location);
            case Block.Callout(var kind, var title, var body, var location) ->
                new Block.Callout(kind, inlines(title), blocks(body), location);
            case Block.CodeBlock code -> code;
            case Block.Table table -> table(table);
            case Block.Figure(var picture, var title, var caption, var link, var location) -> {
                Optional<Target> target = link.map(written -> target(written, location));
                yield new Block.Figure(picture, inlines(title), inlines(caption), target, location);
            }
            case Block.Rule rule -> rule;
            case Block.Html html -> html;
            case Block.Shortcode(var name, var arguments, var body, var location) ->
                new Block.Shortcode(name, arguments, blocks(body), location);
        };
    }

    private List<Block.Item> items(List<Block.Item> items) {
        return mapped(items, item -> new Block.Item(item.done(), blocks(item.body()), item.location()));
    }

    private Block.Table table(Block.Table table) {
        return new Block.Table(
                table.alignments(),
                mapped(table.header(), this::inlines),
                mapped(table.rows(), row -> mapped(row, this::inlines)),
                table.location());
    }

    List<Inline> inlines(List<Inline> inlines) {
        List<Inline> mapped = new ArrayList<>(inlines.size());
        for (Inline inline : inlines) {
            mapped.addAll(inline(inline));
        }
        return mapped;
    }

    /// A loop, because each level of nested blocks costs stack, and a stream costs four times as much.
    private static <T, R> List<R> mapped(List<T> items, Function<T, R> map) {
        List<R> mapped = new ArrayList<>(items.size());
        for (T item : items) {
            mapped.add(map.apply(item));
        }
        return mapped;
    }

    private List<Inline> inline(Inline inline) {
        return switch (inline) {
            case Inline.Emphasis(var content) -> List.of(new Inline.Emphasis(inlines(content)));
            case Inline.Strong(var content) -> List.of(new Inline.Strong(inlines(content)));
            case Inline.Strikethrough(var content) -> List.of(new Inline.Strikethrough(inlines(content)));
            case Inline.Link link -> link(link);
            case Inline.NoteReference reference -> reference(reference);
            case Inline.Shortcode(var name, var arguments, var body, var location) ->
                List.of(new Inline.Shortcode(name, arguments, inlines(body), location));
            case Inline.Text _, Inline.SoftBreak _, Inline.LineBreak _, Inline.Code _, Inline.Image _, Inline.Html _ ->
                List.of(inline);
        };
    }
}
