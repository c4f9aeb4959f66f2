package octavo.pdf;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.InlineLayoutBox;
import org.xhtmlrenderer.render.InlineText;
import org.xhtmlrenderer.render.LineBox;

/// Finds the spaces at the ends of lines. The engine drops them, for they cannot be seen; but who copies a text, or
/// hears it read, would find the last word of one line joined with the first of the next.
final class LineSpaces {
    private LineSpaces() {}

    /// Whether a text is the last of its line, and a space stands between it and the line below.
    static boolean follows(InlineText text) {
        LineBox line = text.getParent() == null ? null : text.getParent().getLineBox();
        if (line == null || !(line.getNextSibling() instanceof LineBox below) || endsWithSpace(text.getSubstring())) {
            return false;
        }
        return last(line.getChildren()).filter(last -> last.equals(text)).isPresent()
                && first(below.getChildren())
                        .map(next -> isSpaceBetween(text, next))
                        .orElse(true);
    }

    private static Optional<InlineText> last(List<? extends Object> children) {
        return children.reversed().stream()
                .map(child -> text(child, true))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<InlineText> first(List<? extends Object> children) {
        return children.stream()
                .map(child -> text(child, false))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<InlineText> text(Object child, boolean last) {
        return switch (child) {
            case InlineText text -> text.isEmpty() ? Optional.empty() : Optional.of(text);
            case InlineLayoutBox inline -> last ? last(inline.getInlineChildren()) : first(inline.getInlineChildren());
            case Box box -> last ? last(box.getChildren()) : first(box.getChildren());
            default -> Optional.empty();
        };
    }

    private static boolean isSpaceBetween(InlineText text, InlineText next) {
        String rest = text.getMasterText().substring(end(text));
        String before = next.getMasterText().substring(0, start(next));
        if (beginsWithSpace(rest) || endsWithSpace(before) || next.isTrimmedLeadingSpace()) {
            return true;
        }
        Text from = text.getTextNode();
        Text to = next.getTextNode();
        return from != null && to != null && !from.equals(to) && isSpaceBetween(from, to);
    }

    /// Where the piece ends in the whole text that it was cut from.
    private static int end(InlineText text) {
        return start(text) + text.getSubstring().length();
    }

    private static int start(InlineText text) {
        return text.getStart();
    }

    /// Whether there is a space between two texts of the document: in one of them, or in texts and breaks between.
    private static boolean isSpaceBetween(Text from, Text to) {
        if (endsWithSpace(from.getData()) || beginsWithSpace(to.getData())) {
            return true;
        }
        for (Node node = next(from); node != null && !node.equals(to); node = next(node)) {
            boolean space =
                    node instanceof Text text && (beginsWithSpace(text.getData()) || endsWithSpace(text.getData()));
            if (space || node.getNodeName().equals("br")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Node next(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node up = node;
        while (up != null && up.getNextSibling() == null) {
            up = up.getParentNode();
        }
        return up == null ? null : up.getNextSibling();
    }

    private static boolean beginsWithSpace(String text) {
        return !text.isEmpty() && Character.isWhitespace(text.charAt(0));
    }

    private static boolean endsWithSpace(String text) {
        return !text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1));
    }
}
