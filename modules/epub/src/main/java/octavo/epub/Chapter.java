package octavo.epub;

import java.util.List;
import java.util.Map;
import octavo.model.Outline;

/// A part of the book that its contents name: an issue, or a section that stands once.
///
/// @param title in plain text
/// @param pages its files in reading order: one, unless one would be too long
/// @param outline the headings below its title
record Chapter(String title, List<Page> pages, List<Outline.Entry> outline) {
    /// A file with text of the edition in it.
    ///
    /// @param file its name in the book
    /// @param data what its template is filled with
    record Page(String file, Map<String, Object> data) {
        Page {
            data = Map.copyOf(data);
        }
    }

    Chapter {
        pages = List.copyOf(pages);
        outline = List.copyOf(outline);
    }

    /// Where it begins.
    String file() {
        return pages.getFirst().file();
    }
}
