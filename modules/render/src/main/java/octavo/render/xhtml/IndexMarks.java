package octavo.render.xhtml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import octavo.model.Edition;
import octavo.model.IndexEntry;
import octavo.model.Inline;
import octavo.model.Issue;

/// The ids by which an index finds the links of its entries.
///
/// One object goes with one writing of an edition: the [Presentation]s of all its parts hand their links to [#id], and
/// when all bodies are written, [#entries] tells which ids there are.
///
/// ```java
/// IndexMarks marks = new IndexMarks(edition);
/// // in each Presentation:  linkId(link) -> marks.id(link)
/// List<IndexMarks.Entry> index = marks.entries();
/// ```
public final class IndexMarks {
    private final Edition edition;
    private final Map<Inline.Link, String> ids = new HashMap<>();
    private final Set<String> written = new LinkedHashSet<>();

    /// A name with the places that were written.
    ///
    /// @param initial what it stands under
    public record Entry(String name, String initial, List<Mark> marks) {
        public Entry {
            marks = List.copyOf(marks);
        }

        /// The first place in each issue: what an index tells.
        public List<Mark> firsts() {
            Set<String> issues = new HashSet<>();
            return marks.stream().filter(mark -> issues.add(mark.issue())).toList();
        }
    }

    /// A link that was written.
    ///
    /// @param id of its `a` element, unique in the edition
    /// @param issue the anchor of the issue in which it stands
    public record Mark(String id, String issue) {}

    public IndexMarks(Edition edition) {
        this.edition = edition;
        String prefix = prefix(edition);
        for (int entry = 0; entry < edition.index().size(); entry++) {
            int number = 0;
            for (IndexEntry.Occurrence occurrence : edition.index().get(entry).occurrences()) {
                ids.putIfAbsent(occurrence.link(), prefix + (entry + 1) + "-" + ++number);
            }
        }
    }

    /// Each id of a compilation is an issue's anchor, or begins with one, or with `back-`.
    private static String prefix(Edition edition) {
        String name = "name";
        while (edition.issues().stream().map(Issue::anchor).anyMatch(owns(name))) {
            name += "x";
        }
        return name + "-";
    }

    private static Predicate<String> owns(String name) {
        return anchor -> anchor.equals(name) || anchor.startsWith(name + "-");
    }

    /// The id of a link that is being written, where the index leads to it; each is given only once.
    public Optional<String> id(Inline.Link link) {
        return Optional.ofNullable(ids.get(link)).filter(written::add);
    }

    /// The index: entries in the order of the edition, the marks of each in the order of the document. What was not
    /// written is left out.
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (IndexEntry entry : edition.index()) {
            List<Mark> marks = entry.occurrences().stream()
                    .map(occurrence -> new Mark(ids.getOrDefault(occurrence.link(), ""), occurrence.issue()))
                    .filter(mark -> written.contains(mark.id()))
                    .distinct()
                    .toList();
            if (!marks.isEmpty()) {
                entries.add(new Entry(entry.name(), entry.initial(), marks));
            }
        }
        return List.copyOf(entries);
    }
}
