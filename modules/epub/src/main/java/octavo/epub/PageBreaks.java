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
    private final PageBodies bodies;
    private final List<Mark> marks = new ArrayList<>();

    /// A page of the printed edition and its place in the book: an entry of the page list.
    record Mark(String page, String href) {
        Map<String, Object> data() {
            return Map.of("title", page, "href", href);
        }
    }

    PageBreaks(PageMap map, PageBodies bodies) {
        this.map = map;
        this.bodies = bodies;
    }

    /// Marks the breaks in a chapter; called for each in the order of the book.
    ///
    /// @param place as the map names it
    /// @param files of the chapter, not resolved yet
    void mark(String place, List<String> files) {
        List<PageMap.Entry> breaks = map.entries().stream()
                .filter(entry -> entry.place().equals(place))
                .sorted(Comparator.comparingInt(PageMap.Entry::letters))
                .toList();
        int next = 0;
        int letters = 0;
        for (String file : files) {
            for (TextNode text : texts(file)) {
                TextNode rest = text;
                int end = letters + PageMap.letters(text.getWholeText());
                while (next < breaks.size() && breaks.get(next).letters() < end) {
                    rest = mark(breaks.get(next), letters, rest, file);
                    letters = end - PageMap.letters(rest.getWholeText());
                    next++;
                }
                letters = end;
            }
        }
        for (PageMap.Entry entry : breaks.subList(next, breaks.size())) {
            last(files.getLast()).appendChild(marker(entry, files.getLast()));
        }
    }

    /// The last fragment of a page with anything in it: pages of addresses have none of the book's own text.
    private Element last(String file) {
        List<Element> parts = bodies.parts(file);
        return parts.stream()
                .filter(part -> part.childNodeSize() > 0)
                .reduce((_, later) -> later)
                .orElse(parts.getFirst());
    }

    /// Names the first page of those that a file has in print.
    void mark(String place, String file) {
        map.entries().stream()
                .filter(entry -> entry.place().equals(place))
                .limit(1)
                .forEach(entry -> marks.add(new Mark(entry.page(), file)));
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    private List<TextNode> texts(String file) {
        List<TextNode> texts = new ArrayList<>();
        for (Element part : bodies.parts(file)) {
            part.traverse((node, _) -> {
                if (node instanceof TextNode text) {
                    texts.add(text);
                }
            });
        }
        return texts;
    }

    /// @param before how many letters come before the text
    /// @return what of the text follows the mark
    private TextNode mark(PageMap.Entry entry, int before, TextNode text, String file) {
        int at = start(text.getWholeText(), entry.letters() - before);
        TextNode rest = at == 0 ? text : text.splitText(at);
        Node outer = rest;
        while (at == 0
                && outer.parent() instanceof Element parent
                && parent.normalName().equals("a")) {
            outer = parent;
        }
        outer.before(marker(entry, file));
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

    private Element marker(PageMap.Entry entry, String file) {
        String id = bodies.newId(file, "page-" + PageBodies.id(entry.page()));
        marks.add(new Mark(entry.page(), file + "#" + id));
        return new Element("span")
                .attr("id", id)
                .attr("epub:type", "pagebreak")
                .attr("role", "doc-pagebreak")
                .attr("aria-label", entry.page());
    }
}
