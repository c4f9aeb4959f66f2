package octavo.reader.markdown;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Location;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/// What the parts of the reader share while one text is being read.
final class Reading {
    final Dialect dialect;
    final Surroundings surroundings;
    final HeadingIds headingIds;
    final Notes notes;

    private final TaggedText source;
    private final Offsets offsets;
    private final Diagnostics diagnostics;
    private final Optional<Location> fixed;
    private final Map<String, Integer> reported = new HashMap<>();

    Reading(TaggedText source, Dialect dialect, Surroundings surroundings, Diagnostics diagnostics) {
        this(source, dialect, surroundings, diagnostics, new HeadingIds(), Optional.empty());
    }

    private Reading(
            TaggedText source,
            Dialect dialect,
            Surroundings surroundings,
            Diagnostics diagnostics,
            HeadingIds ids,
            Optional<Location> fixed) {
        this.source = source;
        this.fixed = fixed;
        this.offsets = source.offsets();
        this.dialect = dialect;
        this.surroundings = surroundings;
        this.diagnostics = diagnostics;
        this.headingIds = ids;
        this.notes = new Notes();
    }

    /// A text inside this one, such as a caption.
    ///
    /// @param location given to all that is in it
    Reading inside(TaggedText inner, Location location) {
        return new Reading(inner, dialect, surroundings, diagnostics, headingIds, Optional.of(location));
    }

    String text(int from, int to) {
        return source.text().substring(from, to);
    }

    /// Where a node begins.
    Location location(Node node) {
        if (fixed.isPresent()) {
            return fixed.get();
        }
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty()
                ? offsets.ofReplaced(0)
                : offsets.ofReplaced(spans.getFirst().getInputIndex());
    }

    void warn(Location location, String code, String message) {
        diagnostics.report(Diagnostic.warning(location, code, message));
    }

    void note(Location location, String code, String message) {
        diagnostics.report(Diagnostic.note(location, code, message));
    }

    /// A warning that is worth saying once a text.
    void warnOnce(Location location, String code, String message) {
        if (reported.merge(code, 1, Integer::sum) == 1) {
            warn(location, code, message);
        }
    }

    /// The tag whose sign begins at an index of a text.
    Tag tagAt(String text, int start) {
        return source.tag(Integer.parseInt(text, start + 1, tagEnd(text, start) - 1, 10));
    }

    /// The index after the sign of a tag.
    static int tagEnd(String text, int start) {
        return text.indexOf(Signs.TAG_END, start) + 1;
    }

    static boolean hasTags(String text) {
        return text.indexOf(Signs.TAG_START) >= 0;
    }
}
