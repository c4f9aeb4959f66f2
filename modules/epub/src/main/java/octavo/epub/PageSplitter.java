package octavo.epub;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Cuts a text that is too long for one file: reading devices load a file as a whole, and older ones stop at 300 KB.
/// A cut goes before a heading where there is one, and never between a heading and what it stands over.
final class PageSplitter {
    /// In bytes of UTF-8: with a page's head, foot and notes it stays below 256 KB.
    private static final int LONGEST = 200_000;

    /// How many bytes of a file a text fills.
    static int size(String xhtml) {
        return xhtml.getBytes(StandardCharsets.UTF_8).length;
    }

    /// Whether a text and its notes share a file for sure, before it is known what they look like in the end:
    /// parsed and written again, a no-break space has three times its bytes, and nothing more.
    boolean surelyFit(String text, String notes) {
        return 3L * (size(text) + size(notes)) <= LONGEST;
    }

    /// Whether two texts can share a file.
    boolean fit(String first, String second) {
        return size(first) + size(second) <= LONGEST;
    }

    /// A body as the bodies of one file or several. What cannot be cut, such as one endless paragraph, stays whole.
    List<Element> split(Element body) {
        LongBlocks.cut(body, LONGEST);
        List<Node> nodes = body.childNodes();
        List<Integer> sizes = nodes.stream().map(node -> size(node.outerHtml())).toList();
        List<Element> parts = new ArrayList<>();
        int from = 0;
        while (from < nodes.size()) {
            int to = end(nodes, sizes, from);
            parts.add(PageBodies.parse(""));
            nodes.subList(from, to).forEach(node -> parts.getLast().appendChild(node.clone()));
            from = to;
        }
        return parts.size() > 1 ? parts : List.of(body);
    }

    /// The node after the last one that goes into the part which begins at `from`.
    private int end(List<Node> nodes, List<Integer> sizes, int from) {
        int full = from;
        int length = 0;
        while (full < nodes.size() && (full == from || length + sizes.get(full) <= LONGEST)) {
            length += sizes.get(full);
            full++;
        }
        return full == nodes.size() ? full : cut(nodes, sizes, from, full);
    }

    /// Before the highest heading of the part's second half, the last one of that level; else where it is full.
    private int cut(List<Node> nodes, List<Integer> sizes, int from, int full) {
        int best = full;
        int bestLevel = Integer.MAX_VALUE;
        int length = 0;
        for (int i = from; i < full; i++) {
            int level = level(nodes.get(i));
            if (i > from && length >= LONGEST / 2 && level <= bestLevel && level > 0) {
                best = i;
                bestLevel = level;
            }
            length += sizes.get(i);
        }
        int before = best;
        while (before > from + 1 && isOpening(nodes.get(before - 1))) {
            before--;
        }
        // Where there is nothing but headings, one of them has to be the last.
        return before > from + 1 ? before : best;
    }

    /// Whether a node belongs to what follows it: a heading, or the white space after one.
    private static boolean isOpening(Node node) {
        return level(node) > 0 || (node instanceof TextNode text && text.isBlank());
    }

    /// The level of a heading, 0 for anything else.
    private static int level(Node node) {
        return node instanceof Element element && element.normalName().matches("h[1-6]")
                ? element.normalName().charAt(1) - '0'
                : 0;
    }
}
