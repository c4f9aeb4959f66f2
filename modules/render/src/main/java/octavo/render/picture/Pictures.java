package octavo.render.picture;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import octavo.model.Picture;

/// The pictures of an archive, made ready for an output.
///
/// Nothing outside the archive's root is read and, unless the user asked for it, nothing is fetched. Results are kept
/// by the hash of the source's bytes and the [PictureSpec], so that a second run does not scale again.
public interface Pictures {
    /// Makes pictures ready, in parallel. The same input gives the same bytes on every machine.
    ///
    /// @param sources in any order, repeated ones are worked on once
    /// @param spec what the output can show
    /// @return a result for each source, in the order given
    Map<Picture.Source, PreparedPicture> prepare(Collection<Picture.Source> sources, PictureSpec spec);

    /// A picture that an output makes itself, such as a cover. A store that keeps what it prepared keeps this as well;
    /// others have it made each time.
    ///
    /// @param recipe everything that the bytes depend on, the first word naming the maker
    /// @return the same bytes as the maker's
    default byte[] made(List<String> recipe, Maker maker) throws IOException {
        return maker.make();
    }

    /// Makes a picture's bytes.
    @FunctionalInterface
    interface Maker {
        byte[] make() throws IOException;
    }
}
