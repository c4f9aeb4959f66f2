package octavo.epub;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Cuts lists and tables that alone would fill a file. Each piece is one of its kind: a table's has the head again, and
/// an ordered list counts on.
final class LongBlocks {
    private LongBlocks() {}

    /// @param longest in bytes of UTF-8
    static void cut(Element body, int longest) {
        for (Element block : List.copyOf(body.children())) {
            Element rows = rows(block);
            if (rows != null && PageSplitter.size(block.outerHtml()) > longest) {
                cut(block, rows, longest / 2);
            }
        }
    }

    /// What has a block's rows or items as its children, where it can be cut.
    private static @Nullable Element rows(Element block) {
        return switch (block.normalName()) {
            case "ul", "ol" -> block;
            case "div" -> block.hasClass("table-scroll") ? block.selectFirst("> table > tbody") : null;
            default -> null;
        };
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
            Element into = rows(copy);
            if (into != null) {
                into.appendChildren(piece);
            }
            from = to;
        }
        block.remove();
    }
}
