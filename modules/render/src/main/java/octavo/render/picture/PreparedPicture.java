package octavo.render.picture;

import octavo.render.MediaType;

/// A picture after [Pictures#prepare], or the reason why there is none.
public sealed interface PreparedPicture {
    /// A picture that can be shown.
    ///
    /// @param type what the bytes are, sniffed and not believed
    /// @param width of the bytes, in pixels; for an SVG in CSS pixels
    /// @param height of the bytes, in pixels; for an SVG in CSS pixels
    /// @param naturalWidth of the source before scaling, in CSS pixels
    /// @param naturalHeight of the source before scaling, in CSS pixels
    /// @param animated whether the bytes move
    /// @param wasAnimated whether the source moved
    /// @param hash of the bytes, lower-case hexadecimal SHA-256: a name that changes when content does
    @SuppressWarnings("ArrayRecordComponent") // compared by hash, never changed after it was made
    record Ready(
            MediaType type,
            byte[] bytes,
            int width,
            int height,
            int naturalWidth,
            int naturalHeight,
            boolean animated,
            boolean wasAnimated,
            String hash)
            implements PreparedPicture {}

    /// No picture to show; a caption with a link stands in. It has been reported unless it is merely remote.
    ///
    /// @param reason a few words, for diagnostics
    record Unavailable(String reason) implements PreparedPicture {}
}
