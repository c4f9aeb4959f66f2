package octavo.render.xhtml;

import java.util.List;
import octavo.model.Block;
import octavo.model.Inline;

/// Lists of short news, each item beginning with the name of what it is about.
final class News {
    private News() {}

    /// Whether half of the items or more begin with a link or strong text and then say something.
    static boolean is(List<Block.Item> items) {
        long leads = items.stream().filter(News::hasLead).count();
        return leads > 0 && leads * 2 >= items.size();
    }

    /// Whether an item begins with such a name.
    static boolean hasLead(Block.Item item) {
        return !item.body().isEmpty()
                && item.body().getFirst() instanceof Block.Paragraph paragraph
                && paragraph.content().size() > 1
                && (paragraph.content().getFirst() instanceof Inline.Link
                        || paragraph.content().getFirst() instanceof Inline.Strong);
    }
}
