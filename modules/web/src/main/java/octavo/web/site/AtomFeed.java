package octavo.web.site;

import octavo.render.MediaType;
import octavo.render.xhtml.Xml;
import octavo.web.WebAddress;

/// A feed as Atom (RFC 4287).
final class AtomFeed {
    private final Xml xml = new Xml();

    private AtomFeed() {}

    static String write(Feed feed) {
        return new AtomFeed().written(feed);
    }

    private String written(Feed feed) {
        xml.open(
                "feed",
                "xmlns",
                "http://www.w3.org/2005/Atom",
                "xml:lang",
                feed.language().tag());
        xml.text("id", feed.id());
        xml.text("title", feed.title(), "xml:lang", feed.titleLanguage().tag());
        feed.description().ifPresent(text -> xml.text("subtitle", text));
        xml.text("updated", feed.updated().toString());
        author(feed);
        link("self", feed.addresses().atom(), MediaType.ATOM);
        link("alternate", feed.home(), MediaType.HTML);
        feed.publication().licence().filter(text -> !text.isBlank()).ifPresent(text -> xml.text("rights", text));
        feed.items().forEach(this::entry);
        return xml.close().toString();
    }

    private void author(Feed feed) {
        xml.open("author").text("name", feed.author());
        feed.publication().home().filter(WebAddress::isAbsolute).ifPresent(home -> xml.text("uri", home));
        xml.close();
    }

    private void entry(Feed.Item item) {
        xml.open("entry");
        xml.text("id", item.id());
        xml.text("title", item.title());
        item.published().ifPresent(time -> xml.text("published", time.toString()));
        xml.text("updated", item.updated().toString());
        item.authors().forEach(name -> xml.open("author").text("name", name).close());
        link("alternate", item.address(), MediaType.HTML);
        item.tags().forEach(tag -> xml.empty("category", "term", tag));
        item.summary().ifPresent(text -> xml.text("summary", text));
        xml.text("content", item.html(), "type", "html");
        xml.close();
    }

    private void link(String relation, String href, MediaType type) {
        xml.empty("link", "rel", relation, "type", type.value(), "href", href);
    }
}
