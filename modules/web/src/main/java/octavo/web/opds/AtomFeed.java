package octavo.web.opds;

import java.util.ArrayList;
import java.util.List;
import octavo.render.MediaType;
import octavo.render.xhtml.Xml;
import octavo.web.WebAddress;

/// A catalogue as an Atom feed (RFC 4287) after OPDS Catalog 1.2, section 2.3: an acquisition feed.
final class AtomFeed {
    static final String TYPE = "application/atom+xml;profile=opds-catalog;kind=acquisition";
    static final String OPEN_ACCESS = "http://opds-spec.org/acquisition/open-access";

    private final Catalogue catalogue;
    private final boolean mixed;
    private final Xml xml = new Xml();

    private AtomFeed(Catalogue catalogue, boolean mixed) {
        this.catalogue = catalogue;
        this.mixed = mixed;
    }

    /// @param parts the catalogues of each language, none where there is but one
    /// @param home the address of the folder, or nothing
    /// @param facet what to call the choice of a language
    static String write(Catalogue catalogue, List<Catalogue> parts, String home, String facet) {
        boolean mixed = catalogue.name().equals(Catalogue.NAME) && !parts.isEmpty();
        return new AtomFeed(catalogue, mixed).write(parts, home, facet);
    }

    private String write(List<Catalogue> parts, String home, String facet) {
        xml.open(
                "feed",
                "xmlns",
                "http://www.w3.org/2005/Atom",
                "xmlns:dc",
                "http://purl.org/dc/terms/",
                "xmlns:opds",
                "http://opds-spec.org/2010/catalog",
                "xmlns:thr",
                "http://purl.org/syndication/thread/1.0",
                "xml:lang",
                catalogue.language().tag());
        xml.text("id", catalogue.identifier());
        xml.text("title", catalogue.title());
        catalogue.description().ifPresent(text -> xml.text("subtitle", text));
        xml.text("updated", catalogue.modified().toString());
        author();
        link("self", home + catalogue.name() + ".xml", TYPE);
        link("start", Catalogue.NAME + ".xml", TYPE);
        link("alternate", catalogue.name() + ".json", MediaType.OPDS.value());
        parts.forEach(part -> facet(part, facet));
        catalogue.books().forEach(this::entry);
        return xml.close().toString();
    }

    private void author() {
        xml.open("author");
        xml.text(
                "name",
                catalogue
                        .publication()
                        .publisher()
                        .filter(name -> !name.isBlank())
                        .orElseGet(catalogue::title));
        catalogue.publication().home().filter(WebAddress::isAbsolute).ifPresent(home -> xml.text("uri", home));
        xml.close();
    }

    private void facet(Catalogue part, String group) {
        List<String> attributes = new ArrayList<>(List.of(
                "rel",
                "http://opds-spec.org/facet",
                "href",
                part.name() + ".xml",
                "type",
                TYPE,
                "title",
                part.language().nativeName(),
                "opds:facetGroup",
                group,
                "thr:count",
                Integer.toString(part.books().size())));
        if (part.name().equals(catalogue.name())) {
            attributes.addAll(List.of("opds:activeFacet", "true"));
        }
        xml.empty("link", attributes.toArray(String[]::new));
    }

    private void entry(Book book) {
        xml.open("entry", "xml:lang", book.language().tag());
        xml.text("id", book.identifier());
        xml.text("title", mixed ? book.title() + " · " + book.language().nativeName() : book.title());
        xml.text("updated", book.modified().toString());
        book.authors().forEach(name -> person("author", name));
        book.contributors().forEach(contributor -> person("contributor", contributor.name()));
        book.publisher().ifPresent(name -> xml.text("dc:publisher", name));
        xml.text("dc:language", book.language().tag());
        book.issued().ifPresent(date -> xml.text("dc:issued", date.toString()));
        book.subjects().forEach(subject -> xml.empty("category", "term", subject, "label", subject));
        book.rights().ifPresent(rights -> xml.text("rights", rights));
        book.summary().ifPresent(text -> xml.text("summary", text));
        xml.text("content", content(book), "type", "text");
        images(book.images());
        Book.Resource file = book.acquisition();
        xml.empty(
                "link",
                "rel",
                OPEN_ACCESS,
                "href",
                file.href(),
                "type",
                file.type(),
                "length",
                Long.toString(file.bytes()));
        xml.close();
    }

    /// Never empty: an entry without content would have to name a page about the book (RFC 4287, section 4.1.2).
    private static String content(Book book) {
        List<String> lines = new ArrayList<>(book.summary().stream().toList());
        lines.addAll(book.issues());
        return lines.isEmpty() ? book.title() : String.join("\n", lines);
    }

    private void images(List<Book.Image> images) {
        if (!images.isEmpty()) {
            link(
                    "http://opds-spec.org/image",
                    images.getFirst().href(),
                    images.getFirst().type());
            link(
                    "http://opds-spec.org/image/thumbnail",
                    images.getLast().href(),
                    images.getLast().type());
        }
    }

    private void person(String element, String name) {
        xml.open(element).text("name", name).close();
    }

    private void link(String relation, String href, String type) {
        xml.empty("link", "rel", relation, "href", href, "type", type);
    }
}
