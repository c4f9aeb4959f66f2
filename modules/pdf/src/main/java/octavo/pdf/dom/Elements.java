package octavo.pdf.dom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Finds elements of a document, and what is said of them.
public final class Elements {
    private Elements() {}

    /// All elements below a node, in the order of the document. What is changed later does not change the list.
    public static List<Element> all(Node root) {
        List<Element> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    /// The elements of that name below a node, in the order of the document.
    public static List<Element> named(Node root, String name) {
        return all(root).stream()
                .filter(element -> element.getNodeName().equals(name))
                .toList();
    }

    private static void collect(Node parent, List<Element> found) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
                collect(element, found);
            }
        }
    }

    /// The nearest element of that name, this one included.
    public static Optional<Element> enclosing(Element element, String name) {
        for (Node node = element; node instanceof Element ancestor; node = node.getParentNode()) {
            if (ancestor.getNodeName().equals(name)) {
                return Optional.of(ancestor);
            }
        }
        return Optional.empty();
    }

    /// The language of a passage without its region; empty where nothing says it.
    public static String language(Element element) {
        for (Node node = element; node instanceof Element ancestor; node = node.getParentNode()) {
            if (ancestor.hasAttribute("lang")) {
                return ancestor.getAttribute("lang").replaceFirst("[-_].*", "");
            }
        }
        return "";
    }

    public static List<String> classes(Element element) {
        String names = element.getAttribute("class");
        return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
    }

    public static boolean hasClass(Element element, String name) {
        return classes(element).contains(name);
    }

    public static void addClass(Element element, String name) {
        String old = element.getAttribute("class");
        element.setAttribute("class", old.isEmpty() ? name : old + " " + name);
    }
}
