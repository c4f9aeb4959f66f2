package octavo.render.picture;

import java.util.Optional;
import octavo.render.MediaType;

/// What a picture says about itself before it is decoded: enough to refuse a bomb, or to leave the bytes as
/// they are.
///
/// @param type sniffed
/// @param width as stored, before [#orientation]
/// @param height as stored, before [#orientation]
/// @param alpha whether some of it may be transparent
/// @param animated whether it has several frames
/// @param orientation of Exif, 1 to 8; 1 is upright
/// @param cmyk whether it is a JPEG in four colours
record PictureHeader(
        MediaType type, int width, int height, boolean alpha, boolean animated, int orientation, boolean cmyk) {

    long pixels() {
        return (long) width * height;
    }

    /// Whether its sides change places when it is turned upright.
    boolean turned() {
        return orientation >= 5;
    }

    /// The width that a reader sees.
    int shownWidth() {
        return turned() ? height : width;
    }

    /// The height that a reader sees.
    int shownHeight() {
        return turned() ? width : height;
    }

    /// Reads the header of a raster picture.
    static PictureHeader read(MediaType type, byte[] bytes) throws PictureProblem {
        Bytes b = new Bytes(bytes);
        PictureHeader header = switch (type.extension()) {
            case "png" -> png(b);
            case "jpg" -> jpeg(b);
            case "gif" -> gif(b);
            case "webp" -> webp(b);
            case "bmp" -> bmp(b);
            case "tif" -> tiff(b);
            default -> throw new PictureProblem(PictureProblem.UNKNOWN, "no picture of a known kind");
        };
        if (header.width <= 0 || header.height <= 0) {
            throw new PictureProblem(PictureProblem.BROKEN, "its header is damaged: it gives no size");
        }
        return header;
    }

    private static PictureHeader plain(MediaType type, int width, int height, boolean alpha, boolean animated) {
        return new PictureHeader(type, width, height, alpha, animated, 1, false);
    }

    private static PictureHeader png(Bytes b) {
        int colourType = b.u8(25);
        boolean alpha = colourType == 4 || colourType == 6;
        boolean animated = false;
        long at = 8;
        while (at + 8 < b.size() && !b.has((int) at + 4, "IDAT")) {
            alpha |= b.has((int) at + 4, "tRNS");
            animated |= b.has((int) at + 4, "acTL");
            at += 12 + (b.i32be((int) at) & 0xFFFF_FFFFL);
        }
        return plain(MediaType.PNG, b.i32be(16), b.i32be(20), alpha, animated);
    }

    private static PictureHeader jpeg(Bytes b) throws PictureProblem {
        int orientation = 1;
        for (JpegSegment segment : JpegSegment.before(b)) {
            if (segment.isFrame()) {
                int height = b.u16be(segment.data() + 1);
                int width = b.u16be(segment.data() + 3);
                boolean cmyk = b.u8(segment.data() + 5) == 4;
                return new PictureHeader(MediaType.JPEG, width, height, false, false, orientation, cmyk);
            }
            if (segment.isExif(b)) {
                int found = TiffTags.at(b, segment.data() + 6).value(TiffTags.ORIENTATION);
                orientation = found >= 1 && found <= 8 ? found : 1;
            }
        }
        throw new PictureProblem(PictureProblem.BROKEN, "its header is damaged: it gives no size");
    }

    private static PictureHeader gif(Bytes b) {
        int first = GifBlocks.firstFrame(b);
        boolean smaller = b.u16le(first + 5) < b.u16le(6) || b.u16le(first + 7) < b.u16le(8);
        boolean alpha = smaller || GifBlocks.isTransparent(b);
        return plain(MediaType.GIF, b.u16le(6), b.u16le(8), alpha, GifBlocks.hasSeveralFrames(b));
    }

    private static PictureHeader webp(Bytes b) {
        if (b.has(12, "VP8X")) {
            int flags = b.u8(20);
            return plain(MediaType.WEBP, b.u24le(24) + 1, b.u24le(27) + 1, (flags & 0x10) != 0, (flags & 0x02) != 0);
        }
        if (b.has(12, "VP8L")) {
            int bits = b.i32le(21);
            return plain(
                    MediaType.WEBP, (bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1, (bits >>> 28 & 1) != 0, false);
        }
        return plain(MediaType.WEBP, b.u16le(26) & 0x3FFF, b.u16le(28) & 0x3FFF, false, false);
    }

    private static PictureHeader bmp(Bytes b) {
        boolean old = b.i32le(14) == 12;
        int width = old ? b.u16le(18) : b.i32le(18);
        int height = old ? b.u16le(20) : b.i32le(22);
        return plain(Sniffer.BMP, width, Math.abs(height), false, false);
    }

    private static PictureHeader tiff(Bytes b) {
        TiffTags tags = TiffTags.at(b, 0);
        int orientation = tags.value(TiffTags.ORIENTATION);
        return new PictureHeader(
                Sniffer.TIFF,
                tags.value(TiffTags.WIDTH),
                tags.value(TiffTags.HEIGHT),
                true,
                false,
                orientation >= 1 && orientation <= 8 ? orientation : 1,
                false);
    }

    /// The header of a picture, empty where it is none of the raster kinds.
    static Optional<PictureHeader> find(byte[] bytes) {
        try {
            Optional<MediaType> type = Sniffer.type(bytes).filter(found -> !found.equals(MediaType.SVG));
            return type.isEmpty() ? Optional.empty() : Optional.of(read(type.get(), bytes));
        } catch (PictureProblem e) {
            return Optional.empty();
        }
    }
}
