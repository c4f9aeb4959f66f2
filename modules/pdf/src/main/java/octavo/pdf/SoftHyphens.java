package octavo.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import octavo.pdf.dom.Elements;
import octavo.pdf.hyphen.Hyphenation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// Lets long words of running text be divided at the ends of lines, by the rules of the language they are in.
final class SoftHyphens {
    private static final Set<String> WHOLE =
            Set.of("head", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "code", "kbd", "samp", "th");
    private static final Set<String> WHOLE_BY_CLASS = Set.of(
            "running",
            "running-section",
            "title-page",
            "contents",
            "links-table",
            "index",
            "colophon",
            "authors",
            "lead");
    private final Predicate<Element> inline;

    /// @param inline whether an element stands in a line, by its style
    SoftHyphens(Predicate<Element> inline) {
        this.inline = inline;
    }

    void apply(Document document) {
        Element root = document.getDocumentElement();
        block(root, Hyphenation.of(root.getAttribute("lang")));
    }

    private record Passage(Text text, Hyphenation hyphenation) {}

    private void block(Element block, Optional<Hyphenation> language) {
        List<Passage> passages = new ArrayList<>();
        collect(block, language, passages);
        divide(passages);
    }

    private void collect(Element element, Optional<Hyphenation> language, List<Passage> passages) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                language.ifPresent(hyphenation -> passages.add(new Passage(text, hyphenation)));
            } else if (child instanceof Element inner && !isWhole(inner)) {
                Optional<Hyphenation> own =
                        inner.hasAttribute("lang") ? Hyphenation.of(inner.getAttribute("lang")) : language;
                if (inline.test(inner)) {
                    collect(inner, own, passages);
                } else {
                    divide(passages);
                    block(inner, own);
                }
            }
        }
    }

    private static boolean isWhole(Element element) {
        return WHOLE.contains(element.getNodeName())
                || Elements.classes(element).stream().anyMatch(WHOLE_BY_CLASS::contains);
    }

    /// Divides the words of what stands together in a paragraph, and forgets it.
    private static void divide(List<Passage> passages) {
        while (!passages.isEmpty() && passages.getLast().text().getData().isBlank()) {
            passages.removeLast();
        }
        for (int i = 0; i < passages.size(); i++) {
            Text text = passages.get(i).text();
            String divided = passages.get(i).hyphenation().divided(text.getData(), i < passages.size() - 1);
            if (divided.length() != text.getLength()) {
                text.setData(divided);
            }
        }
        passages.clear();
    }
}
