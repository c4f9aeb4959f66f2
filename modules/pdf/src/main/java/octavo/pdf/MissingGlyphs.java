package octavo.pdf;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Location;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Characters that no font has, gathered by issue so that a text in an unknown script is one report and not
/// thousands.
final class MissingGlyphs {
    private static final int MOST_NAMED = 10;

    private final Diagnostics diagnostics;
    private final Map<String, Location> origins = new LinkedHashMap<>();
    private final Map<Location, Set<Integer>> missing = new LinkedHashMap<>();

    MissingGlyphs(Edition edition, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        for (Issue issue : edition.issues()) {
            origins.put(issue.anchor(), issue.origin());
        }
        for (Edition.BackMatter matter : edition.backMatter()) {
            origins.put(matter.heading().id(), matter.heading().location());
        }
    }

    void add(Element element, int codePoint) {
        missing.computeIfAbsent(origin(element), key -> new LinkedHashSet<>()).add(codePoint);
    }

    void report() {
        missing.forEach((origin, codePoints) -> {
            String named = codePoints.stream()
                    .limit(MOST_NAMED)
                    .map(MissingGlyphs::name)
                    .collect(Collectors.joining(", "));
            String more = codePoints.size() > MOST_NAMED ? " and " + (codePoints.size() - MOST_NAMED) + " more" : "";
            diagnostics.report(Diagnostic.warning(
                    origin,
                    "glyph-missing",
                    "no font of the PDF has " + named + more + "; the replacement character stands in their place"));
        });
    }

    private Location origin(Element element) {
        for (Node node = element; node instanceof Element ancestor; node = node.getParentNode()) {
            Location origin = origins.get(ancestor.getAttribute("id"));
            if (origin != null) {
                return origin;
            }
        }
        return origins.size() == 1 ? origins.values().iterator().next() : Location.NONE;
    }

    /// `U+AC00 (가, HANGUL SYLLABLES GA)`
    private static String name(int codePoint) {
        return "U+%04X (%s, %s)".formatted(codePoint, Character.toString(codePoint), Character.getName(codePoint));
    }
}
