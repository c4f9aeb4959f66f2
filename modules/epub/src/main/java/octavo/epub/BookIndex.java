package octavo.epub;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.render.theme.Messages;
import octavo.render.xhtml.IndexMarks;

/// The index of names: where a printed one has pages, a book has the days of the issues that talk about a name.
record BookIndex(Edition edition, Messages messages, IndexMarks marks, PageBodies bodies) {
    /// What the template shows: initials, below each its names, below each name its places.
    List<Map<String, Object>> entries() {
        Map<String, String> labels = labels();
        List<Map<String, Object>> groups = new ArrayList<>();
        List<Map<String, Object>> names = new ArrayList<>();
        String initial = "";
        for (IndexMarks.Entry entry : marks.entries()) {
            List<Map<String, String>> places = entry.firsts().stream()
                    .flatMap(mark -> place(mark, labels).stream())
                    .toList();
            if (places.isEmpty()) {
                continue;
            }
            if (groups.isEmpty() || !entry.initial().equals(initial)) {
                names = new ArrayList<>();
                groups.add(Map.of("initial", entry.initial(), "names", names));
            }
            initial = entry.initial();
            names.add(Map.of("name", entry.name(), "places", places));
        }
        return List.copyOf(groups);
    }

    private Optional<Map<String, String>> place(IndexMarks.Mark mark, Map<String, String> labels) {
        return bodies.placeOf(mark.id())
                .map(place -> Map.of("href", place.href(), "label", labels.getOrDefault(mark.issue(), "")));
    }

    /// By the anchor of an issue, the fewest words that tell it from the others.
    private Map<String, String> labels() {
        boolean years = edition.issues().stream()
                        .flatMap(issue -> issue.date().stream())
                        .map(LocalDate::getYear)
                        .distinct()
                        .count()
                > 1;
        Map<String, String> labels = new HashMap<>();
        for (Issue issue : edition.issues()) {
            labels.put(
                    issue.anchor(),
                    issue.date()
                            .map(day -> messages.shortDate(day, years))
                            .orElseGet(() -> Titles.of(issue, messages)));
        }
        return labels;
    }
}
