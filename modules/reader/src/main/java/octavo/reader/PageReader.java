package octavo.reader;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Location;
import octavo.reader.data.Value;

/// Reads a file as far as its front matter: what other pages need to know for links to it.
final class PageReader {
    /// Hugo's order of dates.
    private static final List<String> DATES =
            List.of("date", "publishdate", "pubdate", "published", "lastmod", "modified");

    private final Settings settings;
    private final Permalinks permalinks;

    PageReader(Settings settings) {
        this.settings = settings;
        this.permalinks = new Permalinks(settings.site(), settings.publication().mainLanguage());
    }

    Optional<Page> read(IssueFile file, Diagnostics diagnostics) {
        return TextFile.read(file.path(), file.name(), diagnostics).map(text -> {
            FrontMatter source = FrontMatter.read(text, file.name(), diagnostics);
            Optional<String> written =
                    source.data().text("title").map(String::strip).filter(t -> !t.isEmpty());
            String title = written.orElseGet(() -> titleOf(file.baseName()));
            Optional<LocalDate> date = date(file, source.data(), diagnostics);
            Optional<String> path =
                    permalinks.path(file, title, date, text(source.data(), "slug"), text(source.data(), "url"));
            Optional<String> address = path.flatMap(p -> Urls.isAbsolute(p)
                    ? Optional.of(p)
                    : settings.site().baseUrl().map(base -> base + p));
            return new Page(file, source, title, written.isPresent(), date, path, address);
        });
    }

    private static Optional<String> text(Value.Mapping data, String key) {
        return data.text(key).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<LocalDate> date(IssueFile file, Value.Mapping data, Diagnostics diagnostics) {
        for (String key : DATES) {
            Optional<Value> value = data.get(key).filter(v -> v.asText().isPresent());
            if (value.isPresent()) {
                Optional<Dates> date = value.get().asText().flatMap(Dates::parse);
                if (date.isPresent()) {
                    return date.map(Dates::day);
                }
                diagnostics.report(Diagnostic.warning(
                        value.get().location(),
                        "date",
                        "'" + value.get().asText().orElse("") + "' is no date; write " + key + ": 2024-12-05"));
            }
        }
        Optional<LocalDate> ofName = Dates.ofFileName(file.baseName());
        ofName.ifPresentOrElse(
                date -> diagnostics.report(Diagnostic.note(
                        Location.of(file.name()),
                        "date",
                        "there is no date; " + date + " is taken from the file's name")),
                () -> diagnostics.report(Diagnostic.warning(
                        Location.of(file.name()),
                        "date",
                        "there is no date; write date: 2024-12-05 in the front matter")));
        return ofName;
    }

    /// `2024-12-05-the_letter` as `The letter`.
    private static String titleOf(String baseName) {
        String name = Dates.ofFileName(baseName).isPresent() ? baseName.substring(10) : baseName;
        String words = name.replace('-', ' ').replace('_', ' ').strip();
        if (words.isEmpty()) {
            return baseName;
        }
        int first = words.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + words.substring(Character.charCount(first));
    }
}
