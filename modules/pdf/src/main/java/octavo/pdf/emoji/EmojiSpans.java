package octavo.pdf.emoji;

import java.util.Optional;
import java.util.Set;
import octavo.fonts.Fonts;
import octavo.pdf.dom.Elements;
import octavo.pdf.tag.Tagging;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// Finds the emoji of a document, and tells what an element shows.
///
/// For the layout engine an emoji is a letter: one that stands in for it, in the font of pictographs, so that lines
/// break around it as around any letter. It is painted as a drawing.
public final class EmojiSpans {
    private static final Set<String> SKIPPED = Set.of("head", "style", "script", "title");
    private static final String STAND_IN = "\u2B1B";

    private EmojiSpans() {}

    /// Whether a text has emoji in it.
    public static boolean concern(String text) {
        return Emoji.concerns(text);
    }

    /// Puts each emoji into an element of its own.
    public static void mark(Document document) {
        mark(document.getDocumentElement());
    }

    private static void mark(Element element) {
        Node child = element.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child instanceof Text text && Emoji.concerns(text.getData())) {
                mark(element, text);
            } else if (child instanceof Element inner && !SKIPPED.contains(inner.getNodeName())) {
                mark(inner);
            }
            child = next;
        }
    }

    private static void mark(Element element, Text text) {
        int[] codePoints = text.getData().codePoints().toArray();
        int done = 0;
        for (int i = 0; i < codePoints.length; ) {
            Optional<Emoji> emoji = Emoji.at(codePoints, i);
            if (emoji.isPresent()) {
                before(text, new String(codePoints, done, i - done));
                element.insertBefore(span(element, emoji.get()), text);
                i += emoji.get().text().codePointCount(0, emoji.get().text().length());
                done = i;
            } else {
                i++;
            }
        }
        if (done > 0) {
            before(text, new String(codePoints, done, codePoints.length - done));
            element.removeChild(text);
        }
    }

    private static void before(Text text, String words) {
        if (!words.isEmpty()) {
            text.getParentNode().insertBefore(text.getOwnerDocument().createTextNode(words), text);
        }
    }

    private static Element span(Element around, Emoji emoji) {
        Document document = around.getOwnerDocument();
        Element span = document.createElement("span");
        span.setAttribute("class", "emoji");
        span.setAttribute("style", "font-family: '" + Fonts.EMOJI + "'");
        span.setAttribute("alt", emoji.name(Elements.language(around)));
        span.setAttribute(Tagging.EMOJI, emoji.text());
        int first = emoji.text().codePointAt(0);
        span.appendChild(
                document.createTextNode(Character.isEmojiPresentation(first) ? Character.toString(first) : STAND_IN));
        return span;
    }

    /// The emoji that an element was made for.
    public static Optional<Emoji> of(Element element) {
        String text = element.getAttribute(Tagging.EMOJI);
        return text.isEmpty() ? Optional.empty() : Emoji.at(text.codePoints().toArray(), 0);
    }
}
