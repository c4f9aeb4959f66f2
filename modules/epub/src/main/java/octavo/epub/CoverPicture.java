package octavo.epub;

import io.documentnode.epub4j.domain.MediaType;
import octavo.render.picture.PreparedPicture;

/// The picture on the cover.
///
/// @param file its name in the book
/// @param bytes never changed after they were made
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record CoverPicture(String file, MediaType type, byte[] bytes) {
    static CoverPicture of(PreparedPicture.Ready picture) {
        String extension = picture.type().extension();
        return new CoverPicture(
                "cover." + extension, new MediaType(picture.type().value(), "." + extension), picture.bytes());
    }
}
