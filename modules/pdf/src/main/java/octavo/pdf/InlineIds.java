package octavo.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.xhtmlrenderer.layout.SharedContext;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.InlineLayoutBox;

/// Tells the engine where the parts of lines are that something leads to. Where a link moves to the next line as a
/// whole,
/// the engine goes on believing in the empty box that it took off the line before, and names page 1.
final class InlineIds {
    private final Map<String, Box> boxes = new HashMap<>();

    private InlineIds() {}

    static void settle(Box root, SharedContext context) {
        InlineIds ids = new InlineIds();
        ids.collect(root.getChildren());
        ids.boxes.forEach(context::addBoxId);
    }

    private void collect(List<?> children) {
        for (Object child : children) {
            if (child instanceof InlineLayoutBox inline) {
                Element element = inline.getElement();
                if (element != null && element.hasAttribute("id")) {
                    boxes.putIfAbsent(element.getAttribute("id"), inline);
                }
                collect(inline.getInlineChildren());
            } else if (child instanceof Box box) {
                collect(box.getChildren());
            }
        }
    }
}
