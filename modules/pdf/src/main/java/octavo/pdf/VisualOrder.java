package octavo.pdf;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.InlineLayoutBox;
import org.xhtmlrenderer.render.InlineText;
import org.xhtmlrenderer.render.LineBox;

/// Puts the pieces of finished lines in the order in which they are seen (Unicode Standard Annex 9, rule
/// L2). Lines of a paragraph from right to left are mirrored as a whole, so that a style sheet's left is
/// where lines start.
final class VisualOrder {
    private VisualOrder() {}

    /// A piece of a line: a run of text in one direction, or a box.
    ///
    /// @param text empty for a box
    /// @param left where it stands on the page, as everything here in the engine's dots
    private record Piece(Box box, Optional<InlineText> text, int left, int width, int level) {}

    /// Whether the text is to be painted with its last character first.
    static boolean isRightToLeft(InlineText text) {
        Text node = text.getTextNode();
        return node != null && level(node, 0) % 2 == 1;
    }

    /// Whether a line stands in a page's head or foot.
    static boolean isRunning(LineBox line) {
        for (Box box = line; box != null; box = box.getParent()) {
            if (box.getElement() != null
                    && box.getElement().getAttribute("class").startsWith("running")) {
                return true;
            }
        }
        return false;
    }

    /// Orders all lines but those whose page numbers and leaders are made up only while they are painted:
    /// these are to be handed to [#order(LineBox)] then.
    static void apply(Box box, LayoutContext context) {
        for (Box child : box.getChildren()) {
            if (child instanceof LineBox line) {
                line.getNonFlowContent().forEach(content -> apply(content, context));
                innerBoxes(line).forEach(inner -> apply(inner, context));
                line.trimTrailingSpace(context);
                if (!line.isContainsDynamicFunction()) {
                    order(line);
                }
            } else {
                apply(child, context);
            }
        }
    }

    private static List<Box> innerBoxes(LineBox line) {
        List<Piece> pieces = new ArrayList<>();
        line.getChildren().forEach(child -> collect(child, 0, pieces));
        return pieces.stream()
                .filter(piece -> piece.text().isEmpty())
                .map(Piece::box)
                .toList();
    }

    /// Orders one line whose pieces all have their final widths.
    static void order(LineBox line) {
        boolean rightToLeft = isRightToLeft(line);
        List<Piece> pieces = new ArrayList<>();
        for (Box child : line.getChildren()) {
            collect(child, rightToLeft ? 1 : 0, pieces);
        }
        if (!pieces.isEmpty() && (rightToLeft || pieces.stream().anyMatch(piece -> piece.level() > 0))) {
            reorder(line, pieces, rightToLeft);
        }
    }

    private static boolean isRightToLeft(Box line) {
        for (Box box = line; box != null; box = box.getParent()) {
            if (box.getElement() != null) {
                return RightToLeft.isRightToLeft(box.getElement());
            }
        }
        return false;
    }

    private static void collect(Box box, int base, List<Piece> pieces) {
        if (!(box instanceof InlineLayoutBox inline)) {
            pieces.add(new Piece(box, Optional.empty(), box.getAbsX(), box.getWidth(), base));
            return;
        }
        for (Object child : inline.getInlineChildren()) {
            if (child instanceof InlineText text) {
                Text node = text.getTextNode();
                int level = node == null ? generatedLevel(text, base) : level(node, base);
                pieces.add(
                        new Piece(inline, Optional.of(text), inline.getAbsX() + text.getX(), text.getWidth(), level));
            } else if (child instanceof Box inner) {
                collect(inner, base, pieces);
            }
        }
    }

    /// Generated text is a page number, which keeps the order of its digits, or dots.
    private static int generatedLevel(InlineText text, int base) {
        return text.getSubstring().chars().anyMatch(Character::isDigit) ? base * 2 : base;
    }

    private static int level(Text node, int base) {
        Node parent = node.getParentNode();
        // A span for another font may stand between the text and the span that bears its level.
        for (int i = 0; i < 2 && parent instanceof Element element; i++) {
            if (element.hasAttribute(RightToLeft.LEVEL)) {
                return Integer.parseInt(element.getAttribute(RightToLeft.LEVEL));
            }
            parent = element.getParentNode();
        }
        return base;
    }

    private static void reorder(LineBox line, List<Piece> pieces, boolean rightToLeft) {
        int start = pieces.getFirst().left();
        int end = pieces.getLast().left() + pieces.getLast().width();
        int left = start;
        Box block = line.getParent();
        if (rightToLeft && block != null) {
            int blockStart = block.getAbsX() + block.getTx();
            left = blockStart + block.getContentWidth() - (end - blockStart);
        }
        byte[] levels = new byte[pieces.size()];
        Integer[] order = new Integer[pieces.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) pieces.get(i).level();
            order[i] = i;
        }
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        int[] places = new int[pieces.size()];
        for (int i : order) {
            Piece piece = pieces.get(i);
            int advance = i + 1 < places.length ? pieces.get(i + 1).left() - piece.left() : piece.width();
            // What a piece keeps free behind it lies on its left in a line from right to left.
            places[i] = rightToLeft ? left + advance - piece.width() : left;
            left += advance;
        }
        move(line, pieces, places);
    }

    private static void move(LineBox line, List<Piece> pieces, int[] places) {
        IdentityHashMap<InlineLayoutBox, int[]> extents = new IdentityHashMap<>();
        for (int i = 0; i < places.length; i++) {
            Piece piece = pieces.get(i);
            if (piece.text().isEmpty()) {
                piece.box().setX(piece.box().getX() + places[i] - piece.left());
            }
            for (Box box = piece.box(); !(box instanceof LineBox) && box != null; box = box.getParent()) {
                if (box instanceof InlineLayoutBox inline) {
                    int[] extent = extents.computeIfAbsent(inline, key -> new int[] {Integer.MAX_VALUE, 0});
                    extent[0] = Math.min(extent[0], places[i]);
                    extent[1] = Math.max(extent[1], places[i] + piece.width());
                }
            }
        }
        extents.forEach((inline, extent) -> {
            inline.setX(extent[0] - line.getAbsX());
            inline.setInlineWidth(extent[1] - extent[0]);
        });
        line.calcChildLocations();
        for (int i = 0; i < places.length; i++) {
            int place = places[i];
            Box box = pieces.get(i).box();
            pieces.get(i).text().ifPresent(text -> text.setX(place - box.getAbsX()));
        }
    }
}
