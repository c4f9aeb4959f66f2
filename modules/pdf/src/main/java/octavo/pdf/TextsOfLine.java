package octavo.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xhtmlrenderer.render.InlineLayoutBox;
import org.xhtmlrenderer.render.InlineText;
import org.xhtmlrenderer.render.LineBox;

/// The texts of one line, kept until all of them are known. The engine paints those of a paragraph first and those of
/// its
/// links and emphasis after them; a reader who takes a page as it is written wants them in their order.
final class TextsOfLine {
    private final Set<InlineText> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable LineBox line;

    /// Whether a text stands in the line that is being gathered.
    boolean takes(InlineText text) {
        return line == null || line.equals(lineOf(text));
    }

    void add(InlineText text) {
        line = lineOf(text);
        waiting.add(text);
    }

    private static @Nullable LineBox lineOf(InlineText text) {
        return text.getParent() == null ? null : text.getParent().getLineBox();
    }

    /// All that were gathered, in the order of the document; there are none afterwards.
    List<InlineText> take() {
        List<InlineText> ordered = new ArrayList<>();
        if (line != null) {
            collect(line.getChildren(), ordered);
        }
        ordered.addAll(waiting);
        waiting.clear();
        line = null;
        return ordered;
    }

    private void collect(List<?> children, List<InlineText> ordered) {
        for (Object child : children) {
            if (child instanceof InlineText text && waiting.remove(text)) {
                ordered.add(text);
            } else if (child instanceof InlineLayoutBox inline) {
                collect(inline.getInlineChildren(), ordered);
            }
        }
    }
}
