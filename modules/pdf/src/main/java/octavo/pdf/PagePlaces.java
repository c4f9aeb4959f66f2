package octavo.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.pdf.dom.Elements;
import octavo.render.PageMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xhtmlrenderer.layout.Layer;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.InlineLayoutBox;
import org.xhtmlrenderer.render.InlineText;
import org.xhtmlrenderer.render.LineBox;
import org.xhtmlrenderer.render.PageBox;

/// Finds where the pages of a finished layout begin in the text.
final class PagePlaces {
    private final List<PageBox> pages;
    private final List<PageMap.Entry> entries = new ArrayList<>();
    private final Map<String, Integer> letters = new HashMap<>();
    private int page = -1;

    private PagePlaces(List<PageBox> pages) {
        this.pages = pages;
    }

    static PageMap of(BlockBox root) {
        Layer layer = root.getLayer();
        PagePlaces places = new PagePlaces(layer == null ? List.of() : layer.getPages());
        places.walk(root);
        return new PageMap(places.entries);
    }

    private void walk(Box box) {
        for (Box child : box.getChildren()) {
            if (child instanceof LineBox line) {
                if (!VisualOrder.isRunning(line)) {
                    line(line);
                }
            } else {
                walk(child);
            }
        }
    }

    private void line(LineBox line) {
        turn(line);
        line.getNonFlowContent().forEach(this::walk);
        texts(line.getChildren());
    }

    /// Notes the first line of each page.
    private void turn(LineBox line) {
        int on = page(line.getAbsY());
        if (on > page) {
            page = on;
            element(line).flatMap(PagePlaces::part).map(PagePlaces::place).ifPresent(place -> {
                if (!place.isEmpty()) {
                    entries.add(new PageMap.Entry(Integer.toString(on + 1), place, letters.getOrDefault(place, 0)));
                }
            });
        }
    }

    private int page(int y) {
        int on = Math.max(0, page);
        while (on < pages.size() - 1 && y >= pages.get(on).getBottom()) {
            on++;
        }
        return on;
    }

    private void texts(List<?> children) {
        for (Object child : children) {
            switch (child) {
                case InlineText text -> count(text);
                case InlineLayoutBox inline -> texts(inline.getInlineChildren());
                case Box box -> walk(box);
                default -> {}
            }
        }
    }

    private void count(InlineText text) {
        element(text.getParent())
                .filter(PagePlaces::isEditions)
                .flatMap(PagePlaces::part)
                .map(PagePlaces::place)
                .ifPresent(place -> letters.merge(place, PageMap.letters(text.getSubstring()), Integer::sum));
    }

    /// What a box was made of; many boxes have only an outer one that knows.
    private static Optional<Element> element(@Nullable Box box) {
        for (Box around = box; around != null; around = around.getParent()) {
            if (around.getElement() != null) {
                return Optional.of(around.getElement());
            }
        }
        return Optional.empty();
    }

    /// Whether a text is the edition's own, and not added for the print.
    private static boolean isEditions(Element element) {
        boolean own = false;
        for (Node node = element; node instanceof Element ancestor; node = node.getParentNode()) {
            List<String> classes = Elements.classes(ancestor);
            if (classes.contains("link-mark") || classes.contains("page-mark")) {
                return false;
            }
            own |= classes.contains("body") || classes.contains("footnotes");
        }
        return own;
    }

    /// The part of the document in which something stands: a child of its body.
    private static Optional<Element> part(Element element) {
        for (Node node = element; node instanceof Element ancestor; node = node.getParentNode()) {
            if (node.getParentNode() instanceof Element parent
                    && parent.getNodeName().equals("body")) {
                return Optional.of(ancestor);
            }
        }
        return Optional.empty();
    }

    private static String place(Element part) {
        String id = part.getAttribute("id");
        return id.isEmpty() ? Elements.classes(part).stream().findFirst().orElse("") : id;
    }
}
