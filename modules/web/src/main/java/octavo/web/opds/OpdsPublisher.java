package octavo.web.opds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.Publisher;
import octavo.render.RenderContext;
import octavo.render.RenderedFile;
import octavo.render.Run;
import octavo.web.WebAddress;

/// Catalogues the books of a run for reading apps: as OPDS 2 (`opds.json`) and, for older ones, OPDS 1.2 (`opds.xml`);
/// where there are several languages, each has a catalogue of its own as well (`opds.de.json`).
///
/// A catalogue says of a book what the book says of itself.
public final class OpdsPublisher implements Publisher {
    private static final String BOOKS = "epub";
    private static final String HOME = "home";

    @Override
    public String format() {
        return "opds";
    }

    @Override
    public List<String> needs() {
        return List.of(BOOKS);
    }

    @Override
    public List<Option> options() {
        return List.of(new Option(
                HOME, "address of the folder where the catalogue will be; links are relative to it, wherever it is"));
    }

    @Override
    public void publish(Run run, RenderContext context, OutputSink sink) throws IOException {
        String home = context.option(HOME)
                .map(written -> WebAddress.folder(format(), written))
                .orElse("");
        Books taken = new Books(context.theme(), sink);
        List<Book> books = new ArrayList<>();
        for (RenderedFile file : run.files()) {
            if (file.format().equals(BOOKS) && file.type().equals(MediaType.EPUB)) {
                books.add(taken.take(file));
            }
        }
        Catalogue all = Catalogue.of(run.editions().getFirst().publication(), books);
        List<Catalogue> parts = all.byLanguage();
        String language = context.theme().messages(all.language()).text("language");
        write(all, parts, home, language, sink);
        for (Catalogue part : parts) {
            write(part, parts, home, language, sink);
        }
    }

    private static void write(Catalogue catalogue, List<Catalogue> parts, String home, String facet, OutputSink sink)
            throws IOException {
        sink.write(catalogue.name() + ".json", MediaType.OPDS, JsonFeed.write(catalogue, parts, home));
        sink.write(catalogue.name() + ".xml", MediaType.ATOM, AtomFeed.write(catalogue, parts, home, facet));
    }
}
