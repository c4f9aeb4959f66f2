package octavo.pdf.tag;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import octavo.pdf.dom.Elements;
import org.w3c.dom.Element;

/// Which standard structure type (ISO 32000-1, 14.8.4) an element of the document becomes.
final class Roles {
    static final String DOCUMENT = "Document";
    static final String PARAGRAPH = "P";
    static final String LIST = "L";
    static final String ITEM = "LI";
    static final String BODY = "LBody";
    static final String LABEL = "Lbl";
    static final String CONTENTS = "TOC";
    static final String CONTENTS_ITEM = "TOCI";
    static final String REFERENCE = "Reference";
    static final String LINK = "Link";
    static final String NOTE = "Note";
    static final String FIGURE = "Figure";
    /// Stands for H1 to H6: the level depends on the headings before.
    static final String HEADING = "H";

    private static final Map<String, String> SIMPLE = Map.ofEntries(
            Map.entry("body", DOCUMENT),
            Map.entry("section", "Sect"),
            Map.entry("nav", "Sect"),
            Map.entry("article", "Art"),
            Map.entry("p", PARAGRAPH),
            Map.entry("pre", PARAGRAPH),
            Map.entry("dt", PARAGRAPH),
            Map.entry("dd", PARAGRAPH),
            Map.entry("figure", "Div"),
            // Beside the Figure, not in it: who hears a figure's alternative text does not hear what is in it.
            Map.entry("figcaption", "Caption"),
            Map.entry("caption", "Caption"),
            Map.entry("blockquote", "BlockQuote"),
            Map.entry("q", "Quote"),
            Map.entry("code", "Code"),
            Map.entry("kbd", "Code"),
            Map.entry("samp", "Code"),
            Map.entry("table", "Table"),
            Map.entry("thead", "THead"),
            Map.entry("tbody", "TBody"),
            Map.entry("tfoot", "TFoot"),
            Map.entry("tr", "TR"),
            Map.entry("th", "TH"),
            Map.entry("td", "TD"),
            Map.entry("h1", HEADING),
            Map.entry("h2", HEADING),
            Map.entry("h3", HEADING),
            Map.entry("h4", HEADING),
            Map.entry("h5", HEADING),
            Map.entry("h6", HEADING));

    private static final Map<String, String> BY_CLASS = Map.of(
            "label", LABEL,
            "footnote", NOTE,
            "footnote-number", LABEL,
            "link-note", NOTE,
            "link-number", LABEL,
            "note-ref", REFERENCE,
            "callout", "Div",
            "index", "Index");

    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins",
            "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
            "u", "var", "wbr");

    /// Structure types that hold blocks and no text of their own (ISO 32000-1, table 333).
    private static final Set<String> GROUPING =
            Set.of(DOCUMENT, "Sect", "Art", "Div", "BlockQuote", "Index", NOTE, LIST, CONTENTS);

    private Roles() {}

    static boolean isInline(Element element) {
        return INLINE.contains(element.getNodeName());
    }

    static boolean isGrouping(Tag tag) {
        return GROUPING.contains(tag.type());
    }

    /// The type of the element, or empty where what it holds belongs to the element around it.
    static Optional<String> of(Element element) {
        if (isEmoji(element)) {
            return Optional.of(FIGURE);
        }
        for (String name : Elements.classes(element)) {
            String type = BY_CLASS.get(name);
            if (type != null) {
                return Optional.of(type);
            }
        }
        if (isLayoutTable(element)) {
            return Optional.empty();
        }
        return switch (element.getNodeName()) {
            case "ul", "ol" -> isNotes(element) ? Optional.empty() : Optional.of(isContents(element) ? CONTENTS : LIST);
            case "li" -> item(element);
            case "a" -> element.hasAttribute("href") ? Optional.of(LINK) : Optional.empty();
            case "img" -> isDecorative(element) ? Optional.empty() : Optional.of(FIGURE);
            default -> {
                Optional<String> simple = Optional.ofNullable(SIMPLE.get(element.getNodeName()));
                boolean passage = element.hasAttribute("lang") && isInline(element);
                yield simple.isEmpty() && passage ? Optional.of("Span") : simple;
            }
        };
    }

    private static boolean isEmoji(Element element) {
        return element.hasAttribute(Tagging.EMOJI);
    }

    /// A table that only puts things side by side.
    private static boolean isLayoutTable(Element element) {
        return switch (element.getNodeName()) {
            case "table", "thead", "tbody", "tfoot", "tr", "th", "td" ->
                Elements.enclosing(element, "table")
                        .filter(table -> table.getAttribute("role").equals("presentation"))
                        .isPresent();
            default -> false;
        };
    }

    private static Optional<String> item(Element item) {
        if (!(item.getParentNode() instanceof Element list)) {
            return Optional.of(ITEM);
        }
        if (isNotes(list)) {
            return Optional.empty(); // each note in it is a Note
        }
        return Optional.of(isContents(list) ? CONTENTS_ITEM : ITEM);
    }

    private static boolean isNotes(Element list) {
        return list.getParentNode() instanceof Element box && Elements.hasClass(box, "footnotes");
    }

    private static boolean isContents(Element list) {
        return Elements.hasClass(list, "contents");
    }

    /// `alt=""` is HTML's way to say that a picture is decoration; PDF/UA-1 (7.3) asks every Figure for a text.
    static boolean isDecorative(Element picture) {
        return picture.getAttribute("alt").isBlank();
    }
}
