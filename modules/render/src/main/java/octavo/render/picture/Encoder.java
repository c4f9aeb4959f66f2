package octavo.render.picture;

import java.util.Optional;
import octavo.render.MediaType;

/// Writes a picture as small as it stays like itself: without loss where its colours fit into a palette, else with a
/// palette that comes near enough, else as a JPEG, and without loss where nothing else will do.
record Encoder(PictureSpec spec) {
    /// As many colours are told apart; photographs have more.
    private static final int COLOURS = 32_768;

    /// The error of a palette that a fidelity of 0 would allow; at the usual one it is a difference of one or
    /// two levels out of 256.
    private static final double ERROR = 800;

    /// A PNG of fewer bits a pixel is a drawing, which JPEG would spoil.
    private static final double DRAWING = 1;

    /// A JPEG of more bits a pixel may well be larger than what is written without loss.
    private static final double NOISE = 4;

    /// A JPEG is taken instead of a PNG only if that saves at least so much: letters are sharper in a PNG.
    private static final double WORTHWHILE = 0.7;

    record Encoded(
            MediaType type,
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {
        static Encoded png(byte[] bytes) {
            return new Encoded(MediaType.PNG, bytes);
        }
    }

    /// @param bitmap transparent only if the output takes PNG
    /// @param lossy whether it has been through a lossy encoder already, so that nothing is won by PNG
    Encoded encode(Bitmap bitmap, boolean lossy) {
        boolean opaque = bitmap.opaque();
        boolean jpegAllowed = opaque && spec.types().contains(MediaType.JPEG);
        boolean pngAllowed = !jpegAllowed || spec.types().contains(MediaType.PNG);
        if (jpegAllowed && (lossy || !pngAllowed)) {
            return jpeg(bitmap, Math.min(spec.fidelity(), PictureSpec.FIDELITY));
        }
        Colours colours = Colours.of(bitmap, COLOURS);
        if (colours.exact() && colours.size() <= IndexedBitmap.MOST) {
            return Encoded.png(PngWriter.write(IndexedBitmap.of(bitmap, colours)));
        }
        Optional<Encoded> palette = opaque ? palette(bitmap, colours) : Optional.empty();
        if (palette.isEmpty() && (!jpegAllowed || spec.fidelity() == 1)) {
            return Encoded.png(PngWriter.write(bitmap));
        }
        if (!jpegAllowed || palette.filter(png -> bits(png, bitmap) < DRAWING).isPresent()) {
            return palette.get();
        }
        Encoded jpeg = jpeg(bitmap, spec.fidelity());
        if (palette.isEmpty() && bits(jpeg, bitmap) < NOISE) {
            return jpeg;
        }
        Encoded png = palette.orElseGet(() -> Encoded.png(PngWriter.write(bitmap)));
        return jpeg.bytes().length < WORTHWHILE * png.bytes().length ? jpeg : png;
    }

    private static double bits(Encoded encoded, Bitmap bitmap) {
        return encoded.bytes().length * 8.0 / bitmap.argb().length;
    }

    private static Encoded jpeg(Bitmap bitmap, double fidelity) {
        return new Encoded(MediaType.JPEG, JpegSearch.smallest(bitmap, fidelity));
    }

    private Optional<Encoded> palette(Bitmap bitmap, Colours colours) {
        double tolerance = ERROR * (1 - spec.fidelity());
        Quantiser.Result result = Quantiser.quantise(bitmap, colours, tolerance);
        byte[] before = Similarity.luma(bitmap.argb());
        double similarity = Similarity.of(before, result.bitmap().luma(), bitmap.width(), bitmap.height());
        return result.error() <= tolerance && similarity >= spec.fidelity()
                ? Optional.of(Encoded.png(PngWriter.write(result.bitmap())))
                : Optional.empty();
    }
}
