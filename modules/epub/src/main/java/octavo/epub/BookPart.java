package octavo.epub;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Period;
import octavo.render.theme.Messages;

/// Chapters that belong together: in a collected edition those of one year, behind a title page of their own.
///
/// @param title empty where the book has only one part
/// @param page its title page
record BookPart(String title, Optional<Chapter.Page> page, List<Chapter> chapters) {
    BookPart {
        chapters = List.copyOf(chapters);
    }

    /// The parts of an edition: one, or one a year where a compilation spans several and is not itself that of a year,
    /// which may well begin in the one before.
    ///
    /// @param chapters of the issues, in their order
    static List<BookPart> of(Edition edition, List<Chapter> chapters, Messages messages) {
        List<String> years = edition.issues().stream().map(BookPart::year).toList();
        boolean several =
                years.stream().filter(year -> !year.isEmpty()).distinct().count() > 1;
        boolean ofYear = edition.period() instanceof Period.OfYear;
        if (edition.kind() != Edition.Kind.COMPILATION || ofYear || !several) {
            return List.of(new BookPart("", Optional.empty(), chapters));
        }
        List<BookPart> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= chapters.size(); i++) {
            if (i == chapters.size() || !years.get(i).equals(years.get(from))) {
                parts.add(ofYear(years.get(from), from, i, edition, chapters, messages));
                from = i;
            }
        }
        return List.copyOf(parts);
    }

    /// Issues without a date come first and have no year to stand under.
    private static BookPart ofYear(
            String year, int from, int to, Edition edition, List<Chapter> chapters, Messages messages) {
        List<Chapter> own = chapters.subList(from, to);
        if (year.isEmpty()) {
            return new BookPart("", Optional.empty(), own);
        }
        List<Map<String, Object>> issues = new ArrayList<>();
        for (int i = from; i < to; i++) {
            issues.add(Map.of(
                    "href", chapters.get(i).file(),
                    "title", chapters.get(i).title(),
                    "date", date(edition.issues().get(i), messages)));
        }
        Map<String, Object> data = Map.of(
                "title", year, "count", messages.text("issues-count", own.size()), "issues", List.copyOf(issues));
        return new BookPart(year, Optional.of(new Chapter.Page(name(year) + ".xhtml", data)), own);
    }

    /// What the files of title pages are called, without ending: names that no chapter may have.
    static List<String> names(Edition edition) {
        return edition.issues().stream()
                .map(BookPart::year)
                .distinct()
                .map(BookPart::name)
                .toList();
    }

    private static String name(String year) {
        return "year-" + year;
    }

    private static String year(Issue issue) {
        return issue.date().map(LocalDate::getYear).map(String::valueOf).orElse("");
    }

    private static String date(Issue issue, Messages messages) {
        return issue.date().map(day -> messages.shortDate(day, false)).orElse("");
    }
}
