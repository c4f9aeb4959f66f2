package octavo.web.site;

import java.util.List;
import java.util.Optional;
import octavo.model.Language;

/// All issues of one language.
///
/// @param folder that holds its pages: nothing for the site's main language, `de/` for another
/// @param pages the newest first; never empty
record Shelf(Language language, String folder, List<Page> pages) {
    Shelf {
        pages = List.copyOf(pages);
    }

    /// The page that lists them.
    String index() {
        return folder + "index.html";
    }

    /// Feeds stand side by side at the site's root.
    ///
    /// @param ending such as `atom`
    String feed(String ending) {
        return folder.isEmpty() ? "feed." + ending : "feed." + language.key() + "." + ending;
    }

    /// The issue before one.
    Optional<Page> older(Page page) {
        return at(pages.indexOf(page) + 1);
    }

    /// The issue after one.
    Optional<Page> newer(Page page) {
        return at(pages.indexOf(page) - 1);
    }

    private Optional<Page> at(int place) {
        return place >= 0 && place < pages.size() ? Optional.of(pages.get(place)) : Optional.empty();
    }
}
