package octavo.web.site;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import octavo.model.Picture;
import octavo.render.OutputSink;
import octavo.render.html.IssuePage;
import octavo.render.html.PagePresentation.Placed;
import octavo.render.picture.Pictures;
import octavo.render.picture.PreparedPicture.Ready;

/// The site's pictures, each once, in files whose names change when their content does: a browser may keep them for
/// ever.
final class SitePictures {
    private static final String FOLDER = "pictures/";

    private final Pictures pictures;
    private final OutputSink sink;
    private final Map<Picture.Source, Optional<Placed>> placed = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    SitePictures(Pictures pictures, OutputSink sink) {
        this.pictures = pictures;
        this.sink = sink;
    }

    /// Writes those that are not there yet.
    void place(Collection<Picture.Source> sources) throws IOException {
        List<Picture.Source> fresh =
                sources.stream().filter(source -> !placed.containsKey(source)).toList();
        for (var prepared : pictures.prepare(fresh, IssuePage.PICTURES).entrySet()) {
            placed.put(
                    prepared.getKey(),
                    prepared.getValue() instanceof Ready ready
                            ? Optional.of(Placed.at(write(ready), ready))
                            : Optional.empty());
        }
    }

    private String write(Ready ready) throws IOException {
        String name = FOLDER + HashedNames.of(ready.hash(), ready.type());
        if (written.add(name)) {
            sink.write(name, ready.type(), ready.bytes());
        }
        return name;
    }

    /// A picture that has been placed, by its path from the site's root.
    Optional<Placed> find(Picture.Source source) {
        return placed.getOrDefault(source, Optional.empty());
    }
}
