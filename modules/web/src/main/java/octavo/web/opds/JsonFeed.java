package octavo.web.opds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import octavo.model.Direction;
import octavo.model.Language;
import octavo.render.MediaType;
import octavo.render.json.Json;
import octavo.render.json.JsonFields;

/// A catalogue as OPDS Catalog 2.0, whose words for books are those of the Readium Web Publication Manifest.
final class JsonFeed {
    private static final Map<String, String> ROLES = Map.of(
            "aut", "author",
            "trl", "translator",
            "edt", "editor",
            "ill", "illustrator",
            "art", "artist",
            "nrt", "narrator");

    private JsonFeed() {}

    /// @param parts the catalogues of each language, none where there is but one
    /// @param home the address of the folder, or nothing
    static String write(Catalogue catalogue, List<Catalogue> parts, String home) {
        boolean grouped = catalogue.name().equals(Catalogue.NAME) && !parts.isEmpty();
        Json metadata = metadata(catalogue, catalogue.title())
                .text("description", catalogue.description())
                .json();
        JsonFields feed = new JsonFields().put("metadata", metadata).put("links", links(catalogue, home));
        if (grouped) {
            feed.list("groups", parts, JsonFeed::group);
        } else {
            feed.list("publications", catalogue.books(), JsonFeed::publication);
        }
        return Json.print(feed.json());
    }

    private static JsonFields metadata(Catalogue catalogue, String title) {
        return new JsonFields()
                .text("identifier", catalogue.identifier())
                .text("title", title)
                .text("modified", catalogue.modified().toString())
                .number("numberOfItems", catalogue.books().size());
    }

    private static Json links(Catalogue catalogue, String home) {
        List<Json> links = new ArrayList<>();
        links.add(link("self", home + href(catalogue), MediaType.OPDS.value()));
        links.add(link("start", Catalogue.NAME + ".json", MediaType.OPDS.value()));
        links.add(link("alternate", catalogue.name() + ".xml", AtomFeed.TYPE));
        return new Json.Array(links);
    }

    private static Json group(Catalogue part) {
        Language language = part.language();
        return new JsonFields()
                .put("metadata", metadata(part, language.nativeName()).json())
                .put("links", new Json.Array(List.of(link("self", href(part), MediaType.OPDS.value()))))
                .list("publications", part.books(), JsonFeed::publication)
                .json();
    }

    private static String href(Catalogue catalogue) {
        return catalogue.name() + ".json";
    }

    private static Json link(String relation, String href, String type) {
        return new JsonFields()
                .text("rel", relation)
                .text("href", href)
                .text("type", type)
                .json();
    }

    private static Json publication(Book book) {
        JsonFields metadata = new JsonFields()
                .text("@type", "http://schema.org/Book")
                .text("identifier", book.identifier())
                .text("title", book.title())
                .text("language", book.language().tag());
        people(book).forEach((role, names) -> metadata.list(role, names, Json.Text::new));
        metadata.text("publisher", book.publisher())
                .text("published", book.issued())
                .text("modified", book.modified().toString())
                .text("description", book.summary())
                .list("subject", book.subjects(), Json.Text::new);
        if (book.language().direction() == Direction.RTL) {
            metadata.text("readingProgression", "rtl");
        }
        book.series().ifPresent(series -> metadata.put("belongsTo", belonging(series)));
        return new JsonFields()
                .put("metadata", metadata.json())
                .put("links", new Json.Array(List.of(acquisition(book.acquisition()))))
                .list("images", book.images(), JsonFeed::image)
                .json();
    }

    /// Names by what they did: first the authors, and those of no known role last.
    private static Map<String, List<String>> people(Book book) {
        Map<String, List<String>> people = new LinkedHashMap<>();
        people.put("author", new ArrayList<>(book.authors()));
        List<String> others = new ArrayList<>();
        for (Book.Contributor contributor : book.contributors()) {
            String role = ROLES.getOrDefault(contributor.role(), "");
            // Whose texts are in the book is not the author of the whole of it.
            boolean named = !role.isEmpty() && !role.equals("author");
            (named ? people.computeIfAbsent(role, _ -> new ArrayList<>()) : others).add(contributor.name());
        }
        people.put("contributor", others);
        return people;
    }

    private static Json belonging(Book.Series series) {
        Json named = new JsonFields()
                .text("name", series.name())
                .number("position", series.position())
                .json();
        return new JsonFields().put("series", named).json();
    }

    private static Json acquisition(Book.Resource book) {
        return link(AtomFeed.OPEN_ACCESS, book.href(), book.type());
    }

    private static Json image(Book.Image image) {
        return new JsonFields()
                .text("href", image.href())
                .text("type", image.type())
                .number("width", image.width())
                .number("height", image.height())
                .json();
    }
}
