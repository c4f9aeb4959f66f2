package octavo.web.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import octavo.model.Issue;
import octavo.model.Publication;
import octavo.render.MediaType;
import octavo.render.html.IssuePage;
import octavo.render.theme.Messages;

/// What a page of the site has around its content: ways to other pages, and what machines want to know.
record Surroundings(Site site, Shelf shelf, Messages messages) {
    /// Of an issue's page; instead of what a page that stands alone has.
    Map<String, Object> of(Page page) {
        Issue issue = page.issue();
        Map<String, Object> data = common(page.path());
        Optional<String> elsewhere = issue.address().filter(address -> !address.equals(site.address(page.path())));
        data.put("address", elsewhere.orElse(""));
        data.put("canonical", elsewhere.or(() -> own(page.path())).orElse(""));
        data.put("home", Page.link(page.path(), shelf.index()));
        data.put("translations", translations(page));
        Map<String, String> year = Years.of(page, messages);
        data.put(
                "year",
                Map.of(
                        "href",
                        Page.link(page.path(), shelf.index()) + "#" + year.get("id"),
                        "name",
                        String.valueOf(year.get("name"))));
        shelf.older(page).ifPresent(other -> data.put("previous", link(page, other)));
        shelf.newer(page).ifPresent(other -> data.put("next", link(page, other)));
        return data;
    }

    /// Of any page.
    ///
    /// @param path of the page
    Map<String, Object> common(String path) {
        Publication publication = site.publication();
        Map<String, Object> data = new HashMap<>();
        data.put("website", publication.home().orElse(""));
        data.put("canonical", own(path).orElse(""));
        data.put(
                "feeds",
                Stream.of(Map.entry("atom", MediaType.ATOM), Map.entry("json", MediaType.JSON_FEED))
                        .map(feed -> Map.of(
                                "href", Page.link(path, shelf.feed(feed.getKey())),
                                "type", feed.getValue().value(),
                                "name", feed.getKey().equals("atom") ? "Atom" : "JSON Feed"))
                        .toList());
        return data;
    }

    private Optional<String> own(String path) {
        return site.hasHome() ? Optional.of(site.address(path)) : Optional.empty();
    }

    private List<Map<String, String>> translations(Page page) {
        return page.issue().translations().stream()
                .flatMap(other -> site
                        .translation(page.issue(), other.language())
                        .map(there -> Page.link(page.path(), there.path()))
                        .or(other::address)
                        .map(address -> IssuePage.translation(other.language(), address))
                        .stream())
                .toList();
    }

    private Map<String, String> link(Page from, Page to) {
        return Map.of(
                "href", Page.link(from.path(), to.path()),
                "title", IssuePage.heading(to.edition(), messages));
    }
}
