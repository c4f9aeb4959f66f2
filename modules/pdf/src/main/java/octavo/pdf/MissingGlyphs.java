package octavo.pdf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import octavo.model.Block;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Edition;
import octavo.model.Footnote;
import octavo.model.Issue;
import octavo.model.Location;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Characters that no font has, gathered by issue so that a text in an unknown script is one report and not
/// thousands. The report's place is the block in which the first of them stands.
final class MissingGlyphs {
    private static final int MOST_NAMED = 10;

    private final Diagnostics diagnostics;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<Source, Map<Integer, Integer>> missing = new LinkedHashMap<>();

    /// A text and the file that it comes from.
    private record Source(Location origin, List<Block> body, List<Footnote> footnotes) {
        static final Source NONE = new Source(Location.NONE, List.of(), List.of());

        Location place(int codePoint) {
            return new CharacterPlace(codePoint)
                    .in(body, footnotes)
                    .filter(place -> !place.equals(Location.NONE))
                    .orElse(origin);
        }
    }

    MissingGlyphs(Edition edition, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        for (Issue issue : edition.issues()) {
            sources.put(issue.anchor(), new Source(issue.origin(), issue.body(), issue.footnotes()));
        }
        for (Edition.BackMatter matter : edition.backMatter()) {
            sources.put(
                    matter.heading().id(), new Source(matter.heading().location(), matter.body(), matter.footnotes()));
        }
    }

    void add(Element element, int codePoint) {
        missing.computeIfAbsent(source(element), key -> new LinkedHashMap<>()).merge(codePoint, 1, Integer::sum);
    }

    void report() {
        missing.forEach((source, counts) -> {
            int first = counts.keySet().iterator().next();
            diagnostics.report(Diagnostic.warning(
                    source.place(first),
                    "glyph-missing",
                    "no font of the PDF has " + named(counts.keySet())
                            + "; the replacement character stands in their place, "
                            + times(counts.values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum())));
        });
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times, here first";
    }

    private static String named(Set<Integer> codePoints) {
        String named =
                codePoints.stream().limit(MOST_NAMED).map(MissingGlyphs::name).collect(Collectors.joining(", "));
        return codePoints.size() > MOST_NAMED ? named + " and " + (codePoints.size() - MOST_NAMED) + " more" : named;
    }

    private Source source(Element element) {
        for (Node node = element; node instanceof Element ancestor; node = node.getParentNode()) {
            Source source = sources.get(ancestor.getAttribute("id"));
            if (source != null) {
                return source;
            }
        }
        return sources.size() == 1 ? sources.values().iterator().next() : Source.NONE;
    }

    /// `U+AC00 (가, HANGUL SYLLABLES GA)`
    private static String name(int codePoint) {
        return "U+%04X (%s, %s)".formatted(codePoint, Character.toString(codePoint), Character.getName(codePoint));
    }
}
