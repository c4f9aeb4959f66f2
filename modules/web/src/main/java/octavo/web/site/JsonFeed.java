package octavo.web.site;

import java.util.List;
import java.util.Optional;
import octavo.render.json.Json;
import octavo.render.json.JsonFields;
import octavo.web.WebAddress;

/// A feed as JSON Feed 1.1. What has to be a full address there is left out where the site's home is unknown.
final class JsonFeed {
    private JsonFeed() {}

    static String write(Feed feed) {
        Optional<String> home = feed.publication().home();
        return Json.print(new JsonFields()
                .text("version", "https://jsonfeed.org/version/1.1")
                .text("title", feed.title())
                .text("home_page_url", full(feed.home()).or(() -> home.flatMap(JsonFeed::full)))
                .text("feed_url", full(feed.addresses().json()))
                .text("description", feed.description())
                .text("language", feed.language().tag())
                .put("authors", authors(List.of(feed.author()), home.flatMap(JsonFeed::full)))
                .list("items", feed.items(), JsonFeed::item)
                .json());
    }

    private static Json item(Feed.Item item) {
        JsonFields fields = new JsonFields()
                .text("id", item.id())
                .text("url", item.address())
                .text("title", item.title())
                .text("summary", item.summary())
                .text("image", item.picture().flatMap(JsonFeed::full))
                .text("date_published", item.published().map(Object::toString))
                .text("date_modified", item.changed());
        if (!item.authors().isEmpty()) {
            fields.put("authors", authors(item.authors(), Optional.empty()));
        }
        return fields.list("tags", item.tags(), Json.Text::new)
                .text("content_html", item.html())
                .json();
    }

    private static Json authors(List<String> names, Optional<String> url) {
        return new Json.Array(names.stream()
                .map(name ->
                        new JsonFields().text("name", name).text("url", url).json())
                .toList());
    }

    private static Optional<String> full(String address) {
        return Optional.of(address).filter(WebAddress::isAbsolute);
    }
}
