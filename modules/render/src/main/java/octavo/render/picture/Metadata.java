package octavo.render.picture;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import octavo.render.MediaType;

/// Takes out of a picture what nobody sees: places where photos were taken, names of programs, thumbnails.
/// The pixels stay as they are, bit for bit.
final class Metadata {
    /// Chunks of PNG that say nothing about how it looks (PNG, third edition, section 11.3).
    private static final Set<String> TALK = Set.of("tEXt", "zTXt", "iTXt", "tIME", "eXIf");

    /// Chunks that make a PNG move; without them its first picture stands still.
    private static final Set<String> MOVEMENT = Set.of("acTL", "fcTL", "fdAT");

    private Metadata() {}

    /// @param still whether an animated PNG loses its movement too
    static byte[] without(MediaType type, byte[] bytes, boolean still) {
        if (type.equals(MediaType.JPEG)) {
            return jpeg(new Bytes(bytes));
        }
        return type.equals(MediaType.PNG) ? png(new Bytes(bytes), still) : bytes;
    }

    private static byte[] jpeg(Bytes b) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(b.size());
        int kept = 0;
        for (JpegSegment segment : JpegSegment.before(b)) {
            if (segment.isMetadata(b)) {
                out.write(b.array(), kept, segment.start() - kept);
                kept = segment.end();
            }
        }
        out.write(b.array(), kept, b.size() - kept);
        return out.toByteArray();
    }

    private static byte[] png(Bytes b, boolean still) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(b.size());
        out.write(b.array(), 0, Math.min(8, b.size()));
        long at = 8;
        while (at < b.size()) {
            int start = (int) at;
            at += 12 + (b.i32be(start) & 0xFFFF_FFFFL);
            String name = b.latin1(start + 4, 4);
            if (!TALK.contains(name) && !(still && MOVEMENT.contains(name))) {
                out.write(b.array(), start, (int) Math.min(at, b.size()) - start);
            }
            if (name.equals("IEND")) {
                break;
            }
        }
        return out.toByteArray();
    }
}
