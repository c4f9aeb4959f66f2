package octavo.render.picture;

import java.util.Optional;
import octavo.render.MediaType;
import octavo.render.picture.PictureSpec.Animation;
import octavo.render.picture.PreparedPicture.Ready;

/// Makes raster pictures ready: leaves them as they are where that will do, and else decodes, scales and
/// encodes them.
final class RasterMaker {
    /// A picture that could stay as it is becomes another only if that leaves at most this share of it.
    private static final double WORTHWHILE = 0.8;

    /// Below this many bytes a picture is not worth a second look.
    private static final int SMALL = 20_000;

    /// With fewer bits a pixel a PNG is well made.
    private static final double PNG_BITS = 0.5;

    /// With fewer bits a pixel a JPEG is well made; coding it once more would win little.
    private static final double JPEG_BITS = 4;

    /// As many pixels as we decode at all, thinned out while reading.
    private static final long MAX_PIXELS = 100_000_000;

    private final PictureHeader header;
    private final byte[] bytes;
    private final PictureSpec spec;

    RasterMaker(PictureHeader header, byte[] bytes, PictureSpec spec) {
        this.header = header;
        this.bytes = bytes;
        this.spec = spec;
    }

    /// The picture as it came, where the output can show that; only what nobody sees is taken out.
    Optional<Ready> asItIs() {
        return showable() && !spendthrift() && !(spec.flatten() && header.alpha())
                ? Optional.of(source())
                : Optional.empty();
    }

    private boolean showable() {
        if (!spec.types().contains(header.type()) || header.orientation() != 1 || header.cmyk()) {
            return false;
        }
        if (header.animated() && spec.animation() == Animation.KEEP) {
            return true;
        }
        boolean still = !header.animated() || header.type().equals(MediaType.PNG);
        return still && natural().equals(natural().within(spec, 1));
    }

    /// Whether it is so heavy that it may be made smaller without that being seen.
    private boolean spendthrift() {
        if (spec.fidelity() == 1
                || bytes.length <= SMALL
                || (header.animated() && spec.animation() == Animation.KEEP)) {
            return false;
        }
        if (spec.fidelity() < PictureSpec.FIDELITY) {
            return true;
        }
        double bits = bytes.length * 8.0 / header.pixels();
        return switch (header.type().extension()) {
            case "png" -> bits > PNG_BITS;
            case "jpg" -> bits > JPEG_BITS;
            default -> false;
        };
    }

    private Ready source() {
        boolean moves = header.animated() && spec.animation() == Animation.KEEP;
        byte[] bare = Metadata.without(header.type(), bytes, !moves);
        return ready(header.type(), bare, natural(), moves);
    }

    private Size natural() {
        return new Size(header.shownWidth(), header.shownHeight());
    }

    private Ready ready(MediaType type, byte[] result, Size size, boolean moves) {
        return new Ready(
                type,
                result,
                size.width(),
                size.height(),
                natural().width(),
                natural().height(),
                moves,
                header.animated(),
                Hashes.of(result));
    }

    /// The picture as the output needs it.
    Ready made() throws PictureProblem {
        if (header.pixels() > MAX_PIXELS) {
            throw new PictureProblem(
                    PictureProblem.TOO_LARGE,
                    "it has " + header.width() + " x " + header.height()
                            + " pixels, too many to be taken in; make it smaller");
        }
        Size size = natural().within(spec, 1);
        Size stored = header.turned() ? size.turned() : size;
        Rows rows = Decoder.decode(header, bytes);
        Bitmap bitmap = Scaler.scale(
                        rows, Math.min(stored.width(), rows.width()), Math.min(stored.height(), rows.height()))
                .upright(header.orientation());
        if (!bitmap.opaque() && (spec.flatten() || !spec.types().contains(MediaType.PNG))) {
            bitmap = bitmap.onWhite();
        }
        Encoder.Encoded encoded = new Encoder(spec).encode(bitmap, lossy());
        Ready made = ready(encoded.type(), encoded.bytes(), new Size(bitmap.width(), bitmap.height()), false);
        // Without its empty alpha channel a picture goes into a PDF as it is.
        boolean sourceWillDo = showable() && !(spec.flatten() && header.alpha());
        return sourceWillDo && made.bytes().length > bytes.length * WORTHWHILE ? source() : made;
    }

    /// Whether it has been through a lossy encoder already, so that nothing is won by PNG.
    private boolean lossy() {
        return header.type().equals(MediaType.JPEG)
                || (header.type().equals(MediaType.WEBP) && new Bytes(bytes).has(12, "VP8 "));
    }
}
