package octavo.web.site;

import java.util.Map;
import octavo.render.theme.Messages;

/// The part of a list in which an issue stands.
final class Years {
    private Years() {}

    /// Its id and its heading.
    static Map<String, String> of(Page page, Messages messages) {
        return page.issue()
                .date()
                .map(date -> Integer.toString(date.getYear()))
                .map(year -> Map.of("id", "y" + year, "name", year))
                .orElseGet(() -> Map.of("id", "undated", "name", messages.text("undated")));
    }
}
