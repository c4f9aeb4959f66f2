package octavo.web.site;

import static octavo.render.xhtml.Markup.escape;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.Publication;
import octavo.render.html.IssuePage;
import octavo.render.html.PagePresentation;
import octavo.render.html.PagePresentation.Placed;
import octavo.web.WebAddress;

/// The newest issues of a language, for those who subscribe with a feed reader.
///
/// @param id the same as long as the publication's home is
/// @param home the page that lists all issues
/// @param items the newest first
record Feed(
        Publication publication,
        Language language,
        String id,
        String title,
        String home,
        Addresses addresses,
        List<Item> items) {
    /// Where the feed itself will be, in both its forms.
    record Addresses(String atom, String json) {}

    /// An issue.
    ///
    /// @param id its web address, which stays when the archive moves
    /// @param address where it is read
    /// @param changed at the last change that its front matter tells of, else when it was published
    /// @param html its whole text
    record Item(
            String id,
            String address,
            String title,
            Optional<String> summary,
            List<String> authors,
            Optional<Instant> published,
            Optional<Instant> changed,
            List<String> tags,
            Optional<String> picture,
            String html) {
        /// When it was changed; the beginning of time where nobody says.
        Instant updated() {
            return changed.orElse(Instant.EPOCH);
        }
    }

    Feed {
        items = List.copyOf(items);
    }

    static Feed of(Site site, Shelf shelf, int most, PagePresentation presentation) {
        Publication publication = site.publication();
        String title = publication.title(shelf.language());
        return new Feed(
                publication,
                shelf.language(),
                publication.urn(shelf.feed("atom")),
                title.isBlank() ? presentation.messages().text("issues") : title,
                site.address(shelf.index()),
                new Addresses(site.address(shelf.feed("atom")), site.address(shelf.feed("json"))),
                shelf.pages().stream()
                        .limit(most)
                        .map(page -> item(site, page, presentation))
                        .toList());
    }

    private static Item item(Site site, Page page, PagePresentation presentation) {
        Issue issue = page.issue();
        Optional<String> original = issue.address().filter(WebAddress::isAbsolute);
        String own = site.address(page.path());
        String address = site.hasHome() ? own : original.orElse(own);
        Optional<Instant> published =
                issue.date().map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant());
        return new Item(
                original.orElseGet(() -> site.publication().urn(page.edition().fileName("html"))),
                address,
                IssuePage.heading(page.edition(), presentation.messages()),
                issue.summary().filter(summary -> !summary.isBlank()),
                issue.authors(),
                published,
                issue.modified().or(() -> published),
                issue.tags(),
                issue.cover()
                        .flatMap(cover -> presentation.pictures().apply(cover.source()))
                        .map(Placed::src),
                html(new IssuePage(page.edition(), presentation.messages(), presentation), address));
    }

    private static String html(IssuePage page, String address) {
        Map<String, Object> data = page.data();
        String text = String.valueOf(data.get("cover")) + data.get("body") + data.get("notes");
        Language language = page.edition().language();
        // A reader shows many issues on one page: their places are found on the issue's own.
        return "<div lang=\"" + language.tag() + "\" dir=\"" + IssuePage.direction(language) + "\">\n"
                + text.replace("href=\"#", "href=\"" + escape(address) + "#") + "</div>\n";
    }

    /// When the newest change was.
    Instant updated() {
        return items.stream().map(Item::updated).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    /// Who answers for it.
    String author() {
        return publication.publisher().filter(name -> !name.isBlank()).orElse(title);
    }

    /// The title's language, which may be another than the feed's.
    Language titleLanguage() {
        return publication.titleLanguage(language);
    }

    Optional<String> description() {
        return publication.description().filter(text -> !text.isBlank());
    }
}
