package octavo.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import octavo.model.Block;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Outline;
import octavo.model.PlainText;
import octavo.pdf.dom.Elements;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// The document as a tree, prepared for the layout engine.
final class DigestDom {
    private static final String LABEL = "label";

    private DigestDom() {}

    /// jsoup parses: it knows no DTD and no entity but HTML's own, and no input stops it.
    static Document parse(String xhtml) {
        return new W3CDom().namespaceAware(false).fromJsoup(Jsoup.parse(xhtml));
    }

    /// Bookmarks as Flying Saucer wants them: each issue with its sections, then the back matter.
    static void addBookmarks(Document document, Edition edition) {
        Element bookmarks = document.createElement("bookmarks");
        boolean single = edition.kind() == Edition.Kind.SINGLE;
        for (Issue issue : edition.issues()) {
            Element parent = single ? bookmarks : bookmark(bookmarks, issue.title(), issue.anchor());
            sections(parent, Outline.of(issue.body()).entries());
        }
        for (Edition.BackMatter matter : edition.backMatter()) {
            Element parent = bookmark(
                    bookmarks,
                    PlainText.of(matter.heading().content()),
                    matter.heading().id());
            sections(parent, Outline.of(matter.body()).entries());
        }
        for (Element section : Elements.named(document, "section")) {
            if (section.getAttribute("id").equals("index")
                    || section.getAttribute("id").equals("list-of-figures")) {
                Element title = Elements.named(section, "h1").getFirst();
                bookmark(bookmarks, title.getTextContent().strip(), section.getAttribute("id"));
            }
        }
        Elements.named(document, "head").getFirst().appendChild(bookmarks);
    }

    private static void sections(Element parent, List<Outline.Entry> entries) {
        for (Outline.Entry entry : entries) {
            Block.Heading heading = entry.heading();
            sections(bookmark(parent, PlainText.of(heading.content()), heading.id()), entry.children());
        }
    }

    private static Element bookmark(Element parent, String name, String anchor) {
        Element bookmark = parent.getOwnerDocument().createElement("bookmark");
        bookmark.setAttribute("name", name);
        bookmark.setAttribute("href", "#" + anchor);
        parent.appendChild(bookmark);
        return bookmark;
    }

    /// Puts the title of each section of an issue where the heads of its pages find it.
    static void addRunningSections(Document document) {
        for (Element heading : Elements.named(document, "h2")) {
            if (heading.getParentNode() instanceof Element body && Elements.hasClass(body, "body")) {
                Element running = document.createElement("div");
                running.setAttribute("class", "running-section");
                running.setTextContent(heading.getTextContent().strip());
                body.insertBefore(running, heading);
            }
        }
    }

    /// Fills the list of figures, where the document has one, with all that have a caption.
    static void listFigures(Document document) {
        Optional<Element> list = Elements.named(document, "ol").stream()
                .filter(element -> Elements.hasClass(element, "figures"))
                .findFirst();
        int number = 0;
        for (Element caption : list.isEmpty() ? List.<Element>of() : Elements.named(document, "figcaption")) {
            if (caption.getParentNode() instanceof Element figure) {
                number++;
                figure.setAttribute("id", "figure-" + number);
                Element link = document.createElement("a");
                link.setAttribute("href", "#figure-" + number);
                link.setTextContent(caption.getTextContent().strip());
                Element item = document.createElement("li");
                item.appendChild(link);
                list.get().appendChild(item);
            }
        }
    }

    /// A link to nowhere becomes its words; a mark that would say its page goes altogether.
    static void unlinkDead(Document document) {
        Set<String> ids = new HashSet<>();
        Elements.all(document).forEach(element -> ids.add(element.getAttribute("id")));
        for (Element anchor : Elements.named(document, "a")) {
            String href = anchor.getAttribute("href");
            if (href.startsWith("#") && (href.length() == 1 || !ids.contains(href.substring(1)))) {
                anchor.removeAttribute("href");
                if (anchor.getParentNode() instanceof Element mark && Elements.hasClass(mark, "page-mark")) {
                    mark.getParentNode().removeChild(mark);
                }
            }
        }
    }

    /// Gives each list item its bullet or number as an element of its own, which can be set in the margin
    /// on either side. News need none: the name that each begins with is what the eye finds. Footnotes have
    /// one.
    static void labelLists(Document document) {
        for (Element item : Elements.named(document, "li")) {
            if (item.getParentNode() instanceof Element list
                    && !Elements.hasClass(list, "contents")
                    && !(Elements.hasClass(list, "news") && list.getNodeName().equals("ul"))
                    && !(list.getParentNode() instanceof Element box && Elements.hasClass(box, "footnotes"))) {
                labelItem(list, item);
            }
        }
    }

    private static void labelItem(Element list, Element item) {
        Node start = firstContent(item);
        Element line = start instanceof Element element && element.getNodeName().equals("p") ? element : item;
        if (firstContent(line) instanceof Element box && Elements.hasClass(box, "task")) {
            Elements.addClass(box, LABEL);
            return;
        }
        Element label = item.getOwnerDocument().createElement("span");
        label.setAttribute("class", LABEL);
        label.setTextContent(list.getNodeName().equals("ol") ? number(list, item) + "." : "•");
        line.insertBefore(label, line.getFirstChild());
    }

    /// Sets the numbers of the notes as raised figures into their links. As elements of their own they
    /// would be parted from their words at the end of a line.
    static void raiseLinkMarks(Document document) {
        for (Element mark : Elements.named(document, "a")) {
            if (Elements.hasClass(mark, "link-mark") && mark.getPreviousSibling() instanceof Element link) {
                Node last = link;
                while (last.getLastChild() != null) {
                    last = last.getLastChild();
                }
                String raised = raised(mark.getTextContent());
                if (last instanceof Text text
                        && !text.getParentNode().getNodeName().equals("code")) {
                    text.setData(text.getData() + raised);
                } else {
                    link.appendChild(document.createTextNode(raised));
                }
                mark.getParentNode().removeChild(mark);
            }
        }
    }

    /// Marks links around pictures: as boxes of their own they can be clicked, as parts of a line they are
    /// as wide as their words, of which they have none.
    static void markPictureLinks(Document document) {
        for (Element picture : Elements.named(document, "img")) {
            if (picture.getParentNode() instanceof Element link
                    && link.getNodeName().equals("a")) {
                Elements.addClass(link, "picture-link");
            }
        }
    }

    private static String raised(String digits) {
        return digits.chars()
                .mapToObj(digit -> "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
    }

    private static int number(Element list, Element item) {
        int number =
                list.getAttribute("start").matches("[0-9]{1,9}") ? Integer.parseInt(list.getAttribute("start")) : 1;
        for (Node before = item.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            if (before.getNodeName().equals("li")) {
                number++;
            }
        }
        return number;
    }

    private static Node firstContent(Node parent) {
        Node child = parent.getFirstChild();
        while (child instanceof Text text && text.getData().isBlank() && child.getNextSibling() != null) {
            child = child.getNextSibling();
        }
        return child;
    }
}
