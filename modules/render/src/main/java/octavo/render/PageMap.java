package octavo.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import octavo.model.Edition;
import octavo.model.OctavoException;

/// On which page of a printed edition its text stands: what makes the page numbers of a book on a screen those of its
/// printed sibling (EPUB Accessibility 1.1, section 3.4).
///
/// As a file it has a line for each page with three columns, tabulators between them: `14`, `2025-03-13-spring-tides`,
/// `1204`.
///
/// @param entries in the order of the pages
public record PageMap(List<Entry> entries) {
    public static final MediaType TYPE = new MediaType("text/tab-separated-values", "tsv");

    private static final String HEAD = "page\tplace\tletters";

    /// Where a page begins.
    ///
    /// @param page as it is printed
    /// @param place the anchor of an issue, the id of a section that stands once, or one of
    ///     `title-page`, `contents-page`, `list-of-figures`, `index` and `colophon`
    /// @param letters how many letters of the place's text and footnotes stand on earlier pages;
    ///     no figures and signs, since these differ from output to output
    public record Entry(String page, String place, int letters) {}

    public PageMap {
        entries = List.copyOf(entries);
    }

    /// The name of an edition's map.
    public static String fileName(Edition edition) {
        return edition.fileName("pages." + TYPE.extension());
    }

    /// As the text of a file.
    public String text() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        entries.forEach(entry -> text.append(entry.page())
                .append('\t')
                .append(entry.place())
                .append('\t')
                .append(entry.letters())
                .append('\n'));
        return text.toString();
    }

    /// Reads a file's text.
    ///
    /// @param name of the file, for errors
    /// @throws OctavoException where it is no page map
    public static PageMap parse(String text, String name) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
            throw new OctavoException(name + " is no page map: its first line would be “page place letters”, with"
                    + " tabulators; the PDF run writes one with --set pdf.page-map=true.");
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            int line = i + 1;
            entries.add(entry(lines.get(i))
                    .orElseThrow(() -> new OctavoException(name + ":" + line
                            + ": a page, a place and a number of letters are expected here, with tabulators.")));
        }
        return new PageMap(entries);
    }

    private static Optional<Entry> entry(String line) {
        String[] columns = line.split("\t", -1);
        return columns.length == 3 && !columns[0].isBlank() && columns[2].matches("[0-9]{1,9}")
                ? Optional.of(new Entry(columns[0], columns[1], Integer.parseInt(columns[2])))
                : Optional.empty();
    }

    /// How many letters a piece of text counts for.
    public static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetter).count();
    }
}
