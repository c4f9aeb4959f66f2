package octavo.epub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Cuts lists and tables that alone would fill a file. Each piece is one of its kind: a table's has the head again, and
/// an ordered list counts on.
final class LongBlocks {
    private LongBlocks() {}

    /// @param longest in bytes of UTF-8
    static void cut(Element body, int longest) {
        for (Element block : List.copyOf(body.children())) {
            if (PageSplitter.size(block.outerHtml()) > longest) {
                rows(block).filter(LongBlocks::canBeCut).ifPresent(rows -> cut(block, rows, longest / 2));
            }
        }
    }

    /// What has a block's rows or items as its children.
    private static Optional<Element> rows(Element block) {
        return switch (block.normalName()) {
            case "ul", "ol" -> Optional.of(block);
            case "div" ->
                block.hasClass("table-scroll")
                        ? Optional.ofNullable(block.selectFirst("> table > tbody"))
                        : block.hasClass("footnotes")
                                ? Optional.ofNullable(block.selectFirst("> ol"))
                                : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// Not where an author's HTML has text beside the items, or counts them in a way of its own.
    private static boolean canBeCut(Element rows) {
        return rows.ownText().isBlank()
                && !rows.children().isEmpty()
                && !rows.hasAttr("reversed")
                && rows.select("> li[value]").isEmpty();
    }

    private static void cut(Element block, Element rows, int longest) {
        List<Element> all = List.copyOf(rows.children());
        rows.empty();
        int start = block.hasAttr("start") ? Integer.parseInt(block.attr("start")) : 1;
        int from = 0;
        while (from < all.size()) {
            int to = from;
            int length = 0;
            List<Element> piece = new ArrayList<>();
            while (to < all.size() && (to == from || length < longest)) {
                length += PageSplitter.size(all.get(to).outerHtml());
                piece.add(all.get(to));
                to++;
            }
            Element copy = block.clone();
            if (copy.normalName().equals("ol") && from > 0) {
                copy.attr("start", Integer.toString(start + from));
            }
            block.before(copy);
            rows(copy).ifPresent(into -> into.appendChildren(piece));
            from = to;
        }
        block.remove();
    }
}
