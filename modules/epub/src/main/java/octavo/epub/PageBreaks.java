package octavo.epub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import octavo.render.PageMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Marks in a book's text where the pages of its printed sibling begin.
final class PageBreaks {
    private final PageMap map;
    private final List<Mark> marks = new ArrayList<>();

    /// A page of the printed edition and its place in the book: an entry of the page list.
    record Mark(String page, String href) {
        Map<String, Object> data() {
            return Map.of("title", page, "href", href);
        }
    }

    /// A mark in a text that is not in a file yet.
    record Marker(String page, String id) {}

    PageBreaks(PageMap map) {
        this.map = map;
    }

    /// Marks the breaks in a chapter, before it is cut into files: there a table's head may stand again.
    ///
    /// @param place as the map names it
    /// @param parts the chapter's text and its notes
    List<Marker> mark(String place, List<Element> parts) {
        List<PageMap.Entry> breaks = map.entries().stream()
                .filter(entry -> entry.place().equals(place))
                .sorted(Comparator.comparingInt(PageMap.Entry::letters))
                .toList();
        List<Marker> markers = new ArrayList<>();
        int next = 0;
        int letters = 0;
        for (TextNode text : breaks.isEmpty() ? List.<TextNode>of() : texts(parts)) {
            TextNode rest = text;
            int end = letters + PageMap.letters(text.getWholeText());
            while (next < breaks.size() && breaks.get(next).letters() < end) {
                Element marker = marker(breaks.get(next), parts, markers);
                rest = split(rest, breaks.get(next).letters() - letters, marker);
                letters = end - PageMap.letters(rest.getWholeText());
                next++;
            }
            letters = end;
        }
        // Pages of addresses have none of the book's own text.
        for (PageMap.Entry entry : breaks.subList(next, breaks.size())) {
            last(parts).appendChild(marker(entry, parts, markers));
        }
        return markers;
    }

    private static Element last(List<Element> parts) {
        return parts.stream()
                .filter(part -> part.childNodeSize() > 0)
                .reduce((_, later) -> later)
                .orElse(parts.getFirst());
    }

    /// Names the place of a page; called in the order of the book.
    void add(String page, String href) {
        marks.add(new Mark(page, href));
    }

    /// Names the pages of what is a file of its own in the book, and has no marks inside.
    void addAll(String place, String file) {
        map.entries().stream().filter(entry -> entry.place().equals(place)).forEach(entry -> add(entry.page(), file));
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    private static List<TextNode> texts(List<Element> parts) {
        List<TextNode> texts = new ArrayList<>();
        for (Element part : parts) {
            part.traverse((node, _) -> {
                if (node instanceof TextNode text) {
                    texts.add(text);
                }
            });
        }
        return texts;
    }

    /// Puts a mark before the word that has a letter in it.
    ///
    /// @return what of the text follows the mark
    private static TextNode split(TextNode text, int letter, Element marker) {
        int at = start(text.getWholeText(), letter);
        TextNode rest = at == 0 ? text : text.splitText(at);
        Node outer = rest;
        while (at == 0
                && outer.parent() instanceof Element parent
                && parent.normalName().equals("a")) {
            outer = parent;
        }
        outer.before(marker);
        return rest;
    }

    /// Where the word begins that has the letter of that number in it.
    private static int start(String text, int letter) {
        int at = 0;
        int seen = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Character.isLetter(c) && seen++ == letter) {
                break;
            }
            at += Character.charCount(c);
        }
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1)) && !isIdeograph(text.codePointAt(at))) {
            at--;
        }
        return at;
    }

    /// Whether a character is a word to itself.
    private static boolean isIdeograph(int c) {
        return Character.isIdeographic(c)
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA;
    }

    private static Element marker(PageMap.Entry entry, List<Element> parts, List<Marker> markers) {
        String id = "page-" + PageBodies.id(entry.page());
        while (isTaken(id, parts)) {
            id += "-";
        }
        markers.add(new Marker(entry.page(), id));
        return new Element("span")
                .attr("id", id)
                .attr("epub:type", "pagebreak")
                .attr("role", "doc-pagebreak")
                .attr("aria-label", entry.page());
    }

    private static boolean isTaken(String id, List<Element> parts) {
        return parts.stream().anyMatch(part -> part.getElementById(id) != null);
    }
}
