package octavo.pdf;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// The words that go on in another element: in `“<a>Gull</a>”, she` the quotation marks and the comma belong to one
/// word with the link. The engine sees one text at a time and would end a line at any seam.
///
/// The engine says which element the text stands in that it is about to break, by asking for its language: see
/// [DigestHandler].
final class Seams {
    /// In characters, to either side of a seam: longer words may end a line there.
    private static final int REACH = 40;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final IdentityHashMap<Element, List<Seam>> seams = new IdentityHashMap<>();
    private @Nullable Element asked;

    /// @param before how the text ends
    /// @param behind what of the same word follows in other elements
    private record Seam(String before, String behind) {}

    /// @param inline whether an element stands in a line, by its style
    void find(Document document, Predicate<Element> inline) {
        List<Text> texts = new ArrayList<>();
        collect(document.getDocumentElement(), inline, texts);
        join(texts);
    }

    /// The next question is about a text of this element.
    void at(@Nullable Element element) {
        asked = element;
    }

    /// What follows a text without a place for a line to end, empty if there is one.
    ///
    /// @param text the text or its last part
    String behind(String text) {
        List<Seam> known = asked == null ? List.of() : seams.getOrDefault(asked, List.of());
        asked = null;
        String behind = "";
        for (Seam seam : known) {
            boolean longer = seam.behind().length() > behind.length();
            behind = longer && text.endsWith(seam.before()) ? seam.behind() : behind;
        }
        return behind;
    }

    private void collect(Element parent, Predicate<Element> inline, List<Text> texts) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                texts.add(text);
            } else if (child instanceof Element element) {
                boolean inLine = !element.getNodeName().equals("br") && inline.test(element);
                if (!inLine) {
                    join(texts);
                }
                collect(element, inline, texts);
                if (!inLine) {
                    join(texts);
                }
            }
        }
    }

    /// Looks at the seams of texts that stand together in a paragraph, and forgets them.
    private void join(List<Text> texts) {
        StringBuilder paragraph = new StringBuilder();
        int[] ends = new int[texts.size()];
        for (int i = 0; i < ends.length; i++) {
            paragraph.append(SPACES.matcher(texts.get(i).getData()).replaceAll(" "));
            ends[i] = paragraph.length();
        }
        for (int i = 0; i < ends.length - 1; i++) {
            int start = i == 0 ? 0 : ends[i - 1];
            if (ends[i] > start && ends[i] < paragraph.length() && texts.get(i).getParentNode() instanceof Element in) {
                join(in, paragraph, start, ends[i]);
            }
        }
        texts.clear();
    }

    private void join(Element element, StringBuilder paragraph, int start, int end) {
        int from = Math.max(0, end - REACH);
        String near = paragraph.substring(from, Math.min(paragraph.length(), end + REACH));
        int seam = end - from;
        if (!LinePlaces.mayJoin(near, seam)) {
            return;
        }
        int last = 0;
        int next = near.length();
        for (int place : LinePlaces.of(near).toArray()) {
            if (near.substring(Math.min(place, seam), Math.max(place, seam)).isBlank()) {
                return;
            }
            last = place < seam ? place : last;
            next = place > seam ? Math.min(place, next) : next;
        }
        String before = near.substring(Math.max(last, start - from), seam).stripLeading();
        if (!before.isEmpty()) {
            seams.computeIfAbsent(element, key -> new ArrayList<>()).add(new Seam(before, near.substring(seam, next)));
        }
    }
}
