package octavo.model;

import java.util.Optional;
import java.util.OptionalInt;

/// A picture as the author placed it; nothing of it has been read yet.
///
/// @param source where its bytes are
/// @param alt what it shows, for those who cannot see it; empty for mere decoration
/// @param title a title that the author gave, shown by some readers on hovering
/// @param width in CSS pixels, where the author asked for one
/// @param height in CSS pixels, where the author asked for one
/// @param location where it is named
public record Picture(
        Source source, String alt, Optional<String> title, OptionalInt width, OptionalInt height, Location location) {

    /// Where a picture's bytes are.
    public sealed interface Source {
        /// A file of the archive.
        ///
        /// @param path from the archive's root, with `/` and without `..`
        /// @param address where the web site serves it; from the site's root where the site's own address
        ///     is unknown
        record Local(String path, String address) implements Source {}

        /// A picture on the web, which is fetched only when the user asks for it.
        record Remote(String address) implements Source {}

        /// A picture that is not there, or that lies outside the archive; the reader has reported it.
        ///
        /// @param address as written, made absolute where that is possible
        record Missing(String address) implements Source {}

        /// The picture as an address to show or link to where its bytes cannot be had.
        String address();
    }

    public static Picture of(Source source, String alt, Location location) {
        return new Picture(source, alt, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), location);
    }
}
