package octavo.pdf;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import octavo.pdf.script.Shaper;
import octavo.pdf.tag.Tagging;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// Prepares text of the Arabic and Hebrew scripts for a layout engine that knows only lines from left to
/// right: finds the direction of each piece of each paragraph (Unicode Standard Annex 9) and notes it in an
/// attribute by which [VisualOrder] puts the pieces in their places once the lines are broken.
final class RightToLeft {
    /// The embedding level of the text in an element: odd from right to left.
    static final String LEVEL = "data-level";

    private static final char LEFT_TO_RIGHT_EMBEDDING = '\u202A';
    private static final char END_OF_EMBEDDING = '\u202C';
    private static final char OBJECT = '\uFFFC';
    private static final Set<String> LEFT_TO_RIGHT = Set.of("code", "kbd", "samp");
    private static final Set<String> SKIPPED = Set.of("head", "script", "style");

    private final Predicate<Element> inline;

    /// @param inline whether an element stands in a line, by its style
    RightToLeft(Predicate<Element> inline) {
        this.inline = inline;
    }

    /// Whether a document has anything to be put in order.
    static boolean concerns(Document document) {
        Element root = document.getDocumentElement();
        return isRightToLeft(root) || Shaper.isRightToLeft(root.getTextContent());
    }

    static boolean isRightToLeft(Element element) {
        for (Node node = element; node instanceof Element ancestor; node = node.getParentNode()) {
            if (ancestor.hasAttribute("dir")) {
                return ancestor.getAttribute("dir").equalsIgnoreCase("rtl");
            }
        }
        return false;
    }

    void apply(Document document) {
        block(document.getDocumentElement());
    }

    private void block(Element block) {
        switch (block.getNodeName()) {
            case "pre" -> block.setAttribute("dir", "ltr");
            case "tr" -> {
                if (isRightToLeft(block)) {
                    reverseChildren(block);
                    block.setAttribute(Tagging.REVERSED, "");
                }
            }
            default -> {}
        }
        Paragraph paragraph = new Paragraph(isRightToLeft(block));
        children(block, paragraph);
        paragraph.split();
    }

    private void children(Element parent, Paragraph paragraph) {
        for (Node child : snapshot(parent)) {
            if (child instanceof Text text) {
                paragraph.add(text);
            } else if (child instanceof Element element && !SKIPPED.contains(element.getNodeName())) {
                element(element, paragraph);
            }
        }
    }

    private void element(Element element, Paragraph paragraph) {
        String name = element.getNodeName();
        if (name.equals("br") || !inline.test(element)) {
            paragraph.split();
            block(element);
        } else if (name.equals("img")) {
            paragraph.add(OBJECT);
        } else if (LEFT_TO_RIGHT.contains(name)) {
            paragraph.add(LEFT_TO_RIGHT_EMBEDDING);
            children(element, paragraph);
            paragraph.add(END_OF_EMBEDDING);
        } else {
            children(element, paragraph);
        }
    }

    private static List<Node> snapshot(Element parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    private static void reverseChildren(Element row) {
        for (Node cell : snapshot(row)) {
            row.insertBefore(cell, row.getFirstChild());
        }
    }

    /// Pieces of text that follow each other in the same lines.
    private static final class Paragraph {
        private final boolean rightToLeft;
        private final StringBuilder characters = new StringBuilder();
        private final List<Text> texts = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>();

        Paragraph(boolean rightToLeft) {
            this.rightToLeft = rightToLeft;
        }

        void add(char character) {
            characters.append(character);
        }

        void add(Text text) {
            texts.add(text);
            starts.add(characters.length());
            // A line feed in the source is a space, but would end a paragraph for Bidi.
            characters.append(text.getData().replace('\n', ' ').replace('\r', ' '));
        }

        /// Cuts the texts where their direction changes and begins anew.
        void split() {
            // Spaces between blocks stay as they are: wrapped, they would become lines and table cells.
            boolean concerned = rightToLeft ? !characters.toString().isBlank() : Shaper.isRightToLeft(characters);
            if (concerned) {
                Bidi bidi = bidi();
                for (int i = 0; i < texts.size(); i++) {
                    cut(texts.get(i), starts.get(i), bidi);
                }
            }
            clear();
        }

        private Bidi bidi() {
            return new Bidi(
                    characters.toString(), rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        }

        private void clear() {
            characters.setLength(0);
            texts.clear();
            starts.clear();
        }

        private static void cut(Text text, int start, Bidi bidi) {
            int end = start + text.getData().length();
            Node parent = text.getParentNode();
            for (int from = start; from < end; ) {
                int level = bidi.getLevelAt(from);
                int to = from + 1;
                while (to < end && bidi.getLevelAt(to) == level) {
                    to++;
                }
                parent.insertBefore(
                        piece(text.getOwnerDocument(), text.getData().substring(from - start, to - start), level),
                        text);
                from = to;
            }
            parent.removeChild(text);
        }

        private static Element piece(Document document, String text, int level) {
            Element span = document.createElement("span");
            span.setAttribute(LEVEL, Integer.toString(level));
            span.appendChild(document.createTextNode(text));
            return span;
        }
    }
}
