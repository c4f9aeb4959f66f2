package octavo.epub;

import java.util.List;
import java.util.Map;
import octavo.model.Outline;

/// A page of the book with text of the edition in it: an issue, or a section that stands once.
///
/// @param file its name in the book
/// @param title in plain text
/// @param data what its template is filled with, without what depends on other pages
/// @param outline the headings below its title
record Chapter(String file, String title, Map<String, Object> data, List<Outline.Entry> outline) {
    Chapter {
        data = Map.copyOf(data);
        outline = List.copyOf(outline);
    }
}
