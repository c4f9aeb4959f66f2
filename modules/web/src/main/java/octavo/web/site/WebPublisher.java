package octavo.web.site;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import octavo.model.OctavoException;
import octavo.render.OutputSink;
import octavo.render.Publisher;
import octavo.render.RenderContext;
import octavo.render.Renderer.Scope;
import octavo.render.Run;
import octavo.web.WebAddress;

/// The format `web`: a folder with a page for each issue, a list of all issues of each language by year, an Atom and a
/// JSON feed of each, and nothing that a server would have to run.
public final class WebPublisher implements Publisher {
    private static final String HOME = "home";
    private static final String FEED_ITEMS = "feed-items";
    private static final int USUAL_ITEMS = 20;

    @Override
    public String format() {
        return "web";
    }

    @Override
    public Set<Scope> scopes() {
        return Set.of(Scope.ISSUE);
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option(HOME, "address of the folder where the archive will be; its links are relative without it"),
                new Option(FEED_ITEMS, "how many issues a feed holds: " + USUAL_ITEMS));
    }

    @Override
    public void publish(Run run, RenderContext context, OutputSink sink) throws IOException {
        Site site = Site.of(
                run,
                context.option(HOME)
                        .map(home -> WebAddress.folder(format(), home))
                        .orElse(""));
        int items = context.option(FEED_ITEMS).map(WebPublisher::items).orElse(USUAL_ITEMS);
        SiteWriter writer = new SiteWriter(site, context, (name, type) -> sink.file(format() + "/" + name, type));
        writer.styleSheet();
        for (Shelf shelf : site.shelves()) {
            for (Page page : shelf.pages()) {
                writer.issue(shelf, page);
            }
            writer.index(shelf);
            writer.feeds(shelf, items);
        }
    }

    private static int items(String written) {
        if (written.strip().matches("[1-9][0-9]{0,2}")) {
            return Integer.parseInt(written.strip());
        }
        throw new OctavoException("[web] " + FEED_ITEMS + " is \"" + written
                + "\" but must be a number from 1 to 999; change it in octavo.toml.");
    }
}
