package octavo.web.site;

import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import octavo.model.Picture;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.RenderContext;
import octavo.render.html.IssuePage;
import octavo.render.html.PagePresentation;
import octavo.render.picture.Hashes;
import octavo.render.theme.Messages;

/// Writes a site file by file. The style sheet comes first, for its name depends on its content; an issue's page comes
/// before what shows the same pictures.
final class SiteWriter {
    /// The reader sees what is on the screen first; the rest is loaded as it comes nearer.
    private static final String LATE = " loading=\"lazy\" decoding=\"async\"";

    private final Site site;
    private final RenderContext context;
    private final OutputSink sink;
    private final SitePictures pictures;
    private String styleSheet = "";

    /// @param sink of the site's root
    SiteWriter(Site site, RenderContext context, OutputSink sink) {
        this.site = site;
        this.context = context;
        this.sink = sink;
        this.pictures = new SitePictures(context.pictures(), sink);
    }

    /// The one style sheet of all pages.
    void styleSheet() throws IOException {
        String css = context.theme().render("web/page.css", site.publication().mainLanguage(), Map.of());
        styleSheet = "page." + HashedNames.of(Hashes.of(css), MediaType.CSS);
        sink.write(styleSheet, MediaType.CSS, css);
    }

    void issue(Shelf shelf, Page page) throws IOException {
        Messages messages = context.theme().messages(shelf.language());
        pictures.place(IssuePage.pictures(page.edition(), messages));
        PagePresentation presentation = presentation(page.path(), LATE, messages);
        Map<String, Object> data = new IssuePage(page.edition(), messages, presentation).data();
        data.putAll(new Surroundings(site, shelf, messages).of(page));
        page(IssuePage.TEMPLATE, page.path(), shelf, data);
    }

    void index(Shelf shelf) throws IOException {
        Messages messages = context.theme().messages(shelf.language());
        pictures.place(site.publication().logo().map(Picture::source).stream().toList());
        Map<String, Object> data =
                IssuePage.common(site.publication(), shelf.language(), presentation(shelf.index(), "", messages));
        data.putAll(new IndexPage(site, shelf, messages).data());
        page(IndexPage.TEMPLATE, shelf.index(), shelf, data);
    }

    private void page(String template, String path, Shelf shelf, Map<String, Object> data) throws IOException {
        data.put("stylesheet", Page.link(path, styleSheet));
        sink.write(path, MediaType.HTML, context.theme().render(template, shelf.language(), data));
    }

    void feeds(Shelf shelf, int most) throws IOException {
        Messages messages = context.theme().messages(shelf.language());
        // Feeds lie at the root, so without a home their links are relative to it.
        UnaryOperator<String> links = address -> site.hasHome() ? site.link(address, site::address) : address;
        PagePresentation presentation = new PagePresentation(
                links,
                source -> pictures.find(source).map(placed -> placed.withSrc(site.address(placed.src()))),
                "",
                messages);
        Feed feed = Feed.of(site, shelf, most, presentation);
        sink.write(shelf.feed("atom"), MediaType.ATOM, AtomFeed.write(feed));
        sink.write(shelf.feed("json"), MediaType.JSON_FEED, JsonFeed.write(feed));
    }

    private PagePresentation presentation(String path, String pictureAttributes, Messages messages) {
        return new PagePresentation(
                address -> site.link(address, to -> Page.link(path, to)),
                source -> pictures.find(source).map(placed -> placed.withSrc(Page.link(path, placed.src()))),
                pictureAttributes,
                messages);
    }
}
