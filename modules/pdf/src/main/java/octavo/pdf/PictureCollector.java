package octavo.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import octavo.model.Picture;
import octavo.model.Target;
import octavo.render.xhtml.Presentation;

/// Shows nothing and remembers every picture that it was asked to show.
final class PictureCollector implements Presentation {
    private final List<Picture> pictures = new ArrayList<>();

    List<Picture> pictures() {
        return pictures;
    }

    @Override
    public Optional<String> href(Target target) {
        return Optional.empty();
    }

    @Override
    public Optional<Shown> picture(Picture picture) {
        pictures.add(picture);
        return Optional.empty();
    }
}
