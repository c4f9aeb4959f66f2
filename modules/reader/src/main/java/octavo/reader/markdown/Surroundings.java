package octavo.reader.markdown;

import java.util.Optional;
import octavo.model.Location;
import octavo.model.Picture;

/// What a text needs to know of the place where it stands.
public interface Surroundings {
    /// Finds a picture; reports it where it cannot be found.
    ///
    /// @param written the address as it stands in the text
    Picture.Source picture(String written, Location location);

    /// The value that Hugo's `param` shortcode shows: of the front matter, else of the site.
    Optional<String> parameter(String name);

    /// Where Hugo's `ref` and `relref` lead, with its fragment.
    Optional<String> reference(String path);

    /// A text that stands nowhere: pictures are known by their addresses only.
    static Surroundings none() {
        return new Surroundings() {
            @Override
            public Picture.Source picture(String written, Location location) {
                return new Picture.Source.Remote(written);
            }

            @Override
            public Optional<String> parameter(String name) {
                return Optional.empty();
            }

            @Override
            public Optional<String> reference(String path) {
                return Optional.empty();
            }
        };
    }
}
