package octavo.email;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import octavo.email.StyleSheet.Declaration;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Moves style rules into style attributes, for mail clients that read no style sheets.
///
/// `p { margin: 0 }` over `<p>` becomes `<p style="margin:0">`, after the cascade of CSS: `!important`,
/// then specificity, then order, the attribute's own declarations above all normal ones. What depends on
/// more than the document, such as media queries and `:hover`, goes into style elements in the head: rules
/// in one, at-rules in another, for some clients drop a whole element over one rule that they do not know.
final class CssInliner {
    private static final Set<String> INVISIBLE = Set.of("head", "style", "title", "meta", "link", "script");
    private static final Set<String> CELLS = Set.of("table", "td", "th");

    /// A declaration with all that decides whether it wins.
    ///
    /// @param rule the rule's number in the sheet
    private record Weighted(Declaration declaration, Specificity specificity, int rule, int position) {
        static final Comparator<Weighted> WEAKEST_FIRST = Comparator.comparing(
                        (Weighted weighted) -> weighted.declaration().important())
                .thenComparing(Weighted::specificity)
                .thenComparingInt(Weighted::position);

        /// Whether both stand in one rule for clients to take the last that they know: a colour, and then one with
        /// transparency.
        boolean fallsBackTo(Weighted earlier) {
            return rule == earlier.rule && declaration.important() == earlier.declaration.important();
        }
    }

    private final IdentityHashMap<Element, List<Weighted>> found = new IdentityHashMap<>();
    private int position;
    private int rule;

    private CssInliner() {}

    /// Applies a style sheet to a document, which is changed.
    static void inline(StyleSheet sheet, Document document) {
        CssInliner inliner = new CssInliner();
        List<Element> elements = document.getAllElements().stream()
                .filter(element -> !INVISIBLE.contains(element.normalName()))
                .toList();
        for (StyleSheet.Rule rule : sheet.rules()) {
            inliner.rule++;
            for (Element element : elements) {
                if (rule.selector().matches(element)) {
                    inliner.add(element, rule.specificity(), rule.declarations());
                }
            }
        }
        elements.forEach(inliner::writeStyle);
        addStyleElement(document, sheet.restRules());
        addStyleElement(document, sheet.restAtRules());
    }

    private void add(Element element, Specificity specificity, List<Declaration> declarations) {
        List<Weighted> own = found.computeIfAbsent(element, _ -> new ArrayList<>());
        for (Declaration declaration : declarations) {
            own.add(new Weighted(declaration, specificity, rule, position++));
        }
    }

    private void writeStyle(Element element) {
        if (!found.containsKey(element)) {
            return;
        }
        rule++;
        add(element, Specificity.STYLE_ATTRIBUTE, StyleSheet.ofAttribute(element.attr("style")));
        Map<String, List<Weighted>> winners = new LinkedHashMap<>();
        found.getOrDefault(element, List.of()).stream()
                .sorted(Weighted.WEAKEST_FIRST)
                .forEach(next -> {
                    // A winner moves to the end: `margin` after `margin-top` must win over it.
                    String property = next.declaration().property();
                    List<Weighted> before = Objects.requireNonNullElse(winners.remove(property), List.of());
                    boolean together = !before.isEmpty() && next.fallsBackTo(before.getLast());
                    List<Weighted> now = new ArrayList<>(together ? before : List.of());
                    now.add(next);
                    winners.put(property, now);
                });
        List<Declaration> style = winners.values().stream()
                .flatMap(List::stream)
                .map(Weighted::declaration)
                .toList();
        element.attr(
                "style",
                style.stream()
                        .map(winner -> winner.property() + ":" + winner.value())
                        .collect(Collectors.joining(";")));
        style.stream()
                .filter(winner -> winner.property().equals("background-color"))
                .findFirst()
                .ifPresent(colour -> addColourAttribute(element, colour.value()));
    }

    /// Outlook for Windows minds `bgcolor` more reliably than the style.
    private static void addColourAttribute(Element element, String colour) {
        if (CELLS.contains(element.normalName()) && !element.hasAttr("bgcolor")) {
            element.attr("bgcolor", colour);
        }
    }

    private static void addStyleElement(Document document, String css) {
        if (!css.isEmpty()) {
            document.head().appendElement("style").appendChild(new DataNode("\n" + css));
        }
    }
}
