package octavo.epub;

import io.documentnode.epub4j.domain.MediaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import octavo.model.Block;
import octavo.model.Edition;
import octavo.model.Inline;
import octavo.model.Picture;
import octavo.render.picture.PictureSpec;
import octavo.render.picture.Pictures;
import octavo.render.picture.PreparedPicture;
import octavo.render.xhtml.Presentation;

/// The pictures of an edition: each is in the book once, under a name made from its bytes.
final class BookPictures {
    private final Map<Picture.Source, PreparedPicture> prepared;
    private final Map<String, String> stills = new HashMap<>();
    private final Set<String> hrefs = new HashSet<>();
    private final boolean described;

    private BookPictures(Map<Picture.Source, PreparedPicture> prepared, boolean described) {
        this.prepared = prepared;
        this.described = described;
    }

    /// Makes all pictures of an edition ready and puts those that can be shown into the book.
    static BookPictures addTo(EpubBook book, Edition edition, Pictures pictures, PictureSpec spec) {
        Map<Picture.Source, Boolean> wordsBySource = sources(edition);
        List<Picture.Source> sources = new ArrayList<>(wordsBySource.keySet());
        Map<Picture.Source, PreparedPicture> prepared = new LinkedHashMap<>();
        Map<Picture.Source, PreparedPicture> results = sources.isEmpty() ? Map.of() : pictures.prepare(sources, spec);
        sources.forEach(source -> {
            PreparedPicture result = results.get(source);
            if (result != null) {
                prepared.put(source, result);
            }
        });
        boolean described = wordsBySource.entrySet().stream()
                .filter(entry -> prepared.get(entry.getKey()) instanceof PreparedPicture.Ready)
                .allMatch(Map.Entry::getValue);
        BookPictures all = new BookPictures(prepared, described);
        prepared.forEach((source, result) -> {
            if (result instanceof PreparedPicture.Ready ready) {
                all.add(book, source, ready);
            }
        });
        return all;
    }

    /// How a picture is shown, or empty where words have to do.
    ///
    /// A width is set where the author asked for one or the file is finer than the picture is meant to be
    /// large; the height follows, and the style sheet keeps both within the screen.
    Optional<Presentation.Shown> shown(Picture picture) {
        if (!(prepared.get(picture.source()) instanceof PreparedPicture.Ready ready)) {
            return Optional.empty();
        }
        int natural = ready.naturalWidth() < ready.width() ? ready.naturalWidth() : 0;
        return Optional.of(new Presentation.Shown(href(ready), picture.width().orElse(natural), 0));
    }

    /// Whether the book holds a file of that name.
    boolean holds(String href) {
        return hrefs.contains(href);
    }

    /// Where the moving original of a still can be seen.
    Optional<String> original(String href) {
        return Optional.ofNullable(stills.get(href));
    }

    boolean isEmpty() {
        return hrefs.isEmpty();
    }

    boolean described() {
        return described;
    }

    boolean moving() {
        return ready().stream().anyMatch(PreparedPicture.Ready::animated);
    }

    /// Those that can be shown, in the order of the text.
    List<PreparedPicture.Ready> ready() {
        return prepared.values().stream()
                .filter(PreparedPicture.Ready.class::isInstance)
                .map(PreparedPicture.Ready.class::cast)
                .toList();
    }

    private void add(EpubBook book, Picture.Source source, PreparedPicture.Ready picture) {
        String href = href(picture);
        if (hrefs.add(href)) {
            MediaType type =
                    new MediaType(picture.type().value(), "." + picture.type().extension());
            book.add(href, picture.bytes(), type);
        }
        if (picture.wasAnimated() && !picture.animated() && LinkRules.isValid(source.address())) {
            stills.put(href, source.address());
        }
    }

    private static String href(PreparedPicture.Ready picture) {
        return "pictures/" + picture.hash().substring(0, 20) + "."
                + picture.type().extension();
    }

    /// Each source, and whether words stand for it wherever it is shown.
    private static Map<Picture.Source, Boolean> sources(Edition edition) {
        Map<Picture.Source, Boolean> sources = new LinkedHashMap<>();
        new Walk(
                        block -> {
                            if (block instanceof Block.Figure figure) {
                                boolean words = !figure.picture().alt().isBlank()
                                        || !figure.caption().isEmpty();
                                sources.merge(figure.picture().source(), words, Boolean::logicalAnd);
                            }
                        },
                        inline -> {
                            if (inline instanceof Inline.Image(var picture)) {
                                boolean words = !picture.alt().isBlank();
                                sources.merge(picture.source(), words, Boolean::logicalAnd);
                            }
                        })
                .edition(edition);
        return sources;
    }
}
