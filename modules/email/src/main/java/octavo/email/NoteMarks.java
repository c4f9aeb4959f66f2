package octavo.email;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import octavo.model.Block;
import octavo.model.Footnote;
import octavo.model.Inline;

/// Finds the footnotes that a part of an issue refers to.
final class NoteMarks {
    private final Set<String> ids = new HashSet<>();

    private NoteMarks() {}

    /// Those of the notes that blocks refer to, and those that such notes refer to.
    static List<Footnote> of(List<Block> body, List<Footnote> notes) {
        NoteMarks marks = new NoteMarks();
        body.forEach(marks::block);
        // A note's own marks come after the text's, so one way through the list finds them all but odd ones.
        return notes.stream()
                .filter(note -> marks.ids.contains(note.id()))
                .peek(note -> note.body().forEach(marks::block))
                .toList();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> inlines(heading.content());
            case Block.Paragraph paragraph -> inlines(paragraph.content());
            case Block.BulletList list -> items(list.items());
            case Block.OrderedList list -> items(list.items());
            case Block.Quote quote -> quote.body().forEach(this::block);
            case Block.Callout callout -> {
                inlines(callout.title());
                callout.body().forEach(this::block);
            }
            case Block.Table table -> {
                table.header().forEach(this::inlines);
                table.rows().forEach(row -> row.forEach(this::inlines));
            }
            case Block.Figure figure -> {
                inlines(figure.title());
                inlines(figure.caption());
            }
            case Block.Shortcode shortcode -> shortcode.body().forEach(this::block);
            case Block.CodeBlock _, Block.Rule _, Block.Html _ -> {}
        }
    }

    private void items(List<Block.Item> items) {
        items.forEach(item -> item.body().forEach(this::block));
    }

    private void inlines(List<Inline> inlines) {
        for (Inline inline : inlines) {
            switch (inline) {
                case Inline.NoteReference reference -> ids.add(reference.id());
                case Inline.Emphasis emphasis -> inlines(emphasis.content());
                case Inline.Strong strong -> inlines(strong.content());
                case Inline.Strikethrough struck -> inlines(struck.content());
                case Inline.Link link -> inlines(link.content());
                case Inline.Shortcode shortcode -> inlines(shortcode.body());
                case Inline.Text _,
                        Inline.SoftBreak _,
                        Inline.LineBreak _,
                        Inline.Code _,
                        Inline.Image _,
                        Inline.Html _ -> {}
            }
        }
    }
}
