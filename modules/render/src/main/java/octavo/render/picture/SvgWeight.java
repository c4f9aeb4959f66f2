package octavo.render.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many elements an SVG has once each reference is replaced by what it stands for. Ten lines of `<use>` that refer
/// to the line before ten times over each come to ten thousand million.
final class SvgWeight {
    private static final long MAX_ELEMENTS = 500_000;

    private static final Pattern REFERENCE = Pattern.compile("url\\([\"']?#([^)\"']*)[\"']?\\)");

    /// An element with an id, or the root: how many elements it holds that belong to no other node, and what they
    /// refer to.
    private static final class Node {
        private long elements;
        private final List<Node> children = new ArrayList<>();
        private final List<String> references = new ArrayList<>();
    }

    private final Node root = new Node();
    private final Map<String, Node> byId = new HashMap<>();
    private final List<Node> open = new ArrayList<>();

    /// For each open element, whether it has a node of its own.
    private final List<Boolean> named = new ArrayList<>();

    void open(Map<String, String> attributes) {
        String id = attributes.getOrDefault("id", "");
        boolean first = named.isEmpty();
        named.add(first || !id.isEmpty());
        if (first) {
            open.add(root);
        } else if (!id.isEmpty()) {
            Node node = new Node();
            open.add(node);
            byId.putIfAbsent(id, node);
        }
        Node current = open.getLast();
        current.elements++;
        attributes.forEach((name, value) -> refer(current, name, value));
    }

    private static void refer(Node node, String name, String value) {
        if (name.endsWith("href") && value.startsWith("#")) {
            node.references.add(value.substring(1));
        } else if (value.contains("url(")) {
            Matcher matcher = REFERENCE.matcher(value);
            while (matcher.find()) {
                node.references.add(matcher.group(1));
            }
        }
    }

    void close() {
        if (named.removeLast()) {
            Node closed = open.removeLast();
            open.getLast().children.add(closed);
        }
    }

    /// To be called when all but the root are closed.
    void check() throws PictureProblem {
        if (total(root, new HashMap<>(), new HashSet<>()) > MAX_ELEMENTS) {
            throw new PictureProblem(
                    PictureProblem.TOO_LARGE, "its references multiply to more than " + MAX_ELEMENTS + " elements");
        }
    }

    private long total(Node node, Map<Node, Long> known, Set<Node> inside) throws PictureProblem {
        Long before = known.get(node);
        if (before != null) {
            return before;
        }
        if (!inside.add(node)) {
            throw new PictureProblem(PictureProblem.BROKEN, "one of its elements refers to itself");
        }
        long sum = node.elements;
        for (Node child : node.children) {
            sum += total(child, known, inside);
        }
        for (String reference : node.references) {
            Node target = byId.get(reference);
            sum += target == null ? 0 : total(target, known, inside);
            sum = Math.min(sum, MAX_ELEMENTS + 1);
        }
        inside.remove(node);
        known.put(node, sum);
        return sum;
    }
}
