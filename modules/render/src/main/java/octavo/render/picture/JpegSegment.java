package octavo.render.picture;

import java.util.ArrayList;
import java.util.List;

/// A segment of a JPEG (ITU-T T.81, annex B).
///
/// @param marker its second byte
/// @param start where the marker is
/// @param data where what follows the length is
/// @param end after it
record JpegSegment(int marker, int start, int data, int end) {
    private static final int START_OF_SCAN = 0xDA;

    /// The segments from the start to the first scan, that one not included.
    static List<JpegSegment> before(Bytes b) {
        List<JpegSegment> segments = new ArrayList<>();
        int at = 2;
        while (at + 4 <= b.size() && b.u8(at) == 0xFF) {
            int marker = b.u8(at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int end = at + 2 + b.u16be(at + 2);
            if (marker == START_OF_SCAN || end > b.size() || b.u16be(at + 2) < 2) {
                break;
            }
            segments.add(new JpegSegment(marker, at, at + 4, end));
            at = end;
        }
        return segments;
    }

    /// Whether it gives the size (SOF0 to SOF15, but not DHT, JPG and DAC, which share the range).
    boolean isFrame() {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    boolean isExif(Bytes b) {
        return marker == 0xE1 && b.has(data, "Exif\0\0");
    }

    /// Whether the picture looks the same without it: Exif, XMP, comments, thumbnails and whatever programs
    /// store, but neither JFIF's densities nor the colour profile nor Adobe's mark of the colour model.
    boolean isMetadata(Bytes b) {
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        boolean needed = (marker == 0xE0 && b.has(data, "JFIF\0"))
                || (marker == 0xE2 && b.has(data, "ICC_PROFILE\0"))
                || (marker == 0xEE && b.has(data, "Adobe"));
        return marker == 0xFE || (application && !needed);
    }
}
