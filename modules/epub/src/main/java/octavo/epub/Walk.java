package octavo.epub;

import java.util.List;
import java.util.function.Consumer;
import octavo.model.Block;
import octavo.model.Edition;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Issue;

/// Goes through every block and every piece of running text of an edition, from the first to the last.
///
/// @param onBlock called before what is inside it
/// @param onInline called before what is inside it
record Walk(Consumer<Block> onBlock, Consumer<Inline> onInline) {
    void edition(Edition edition) {
        edition.issues().forEach(this::issue);
        for (Edition.BackMatter section : edition.backMatter()) {
            block(section.heading());
            section.body().forEach(this::block);
            notes(section.footnotes());
        }
    }

    private void issue(Issue issue) {
        issue.body().forEach(this::block);
        notes(issue.footnotes());
    }

    private void notes(List<Footnote> notes) {
        notes.forEach(note -> note.body().forEach(this::block));
    }

    private void block(Block block) {
        onBlock.accept(block);
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
        inlines.forEach(this::inline);
    }

    private void inline(Inline inline) {
        onInline.accept(inline);
        switch (inline) {
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
                    Inline.NoteReference _,
                    Inline.Html _ -> {}
        }
    }
}
