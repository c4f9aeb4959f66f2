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
    private static final double ERROR = 500;

    /// A PNG of fewer bits a pixel is a drawing, which JPEG would spoil.
    private static final double DRAWING = 1;

    /// A JPEG is taken instead of a PNG only if that saves at least so much: letters are sharper in a PNG.
    private static final double WORTHWHILE = 0.7;

    record Encoded(
            MediaType type,
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {
        static Encoded png(byte[] bytes) {
            return new Encoded(MediaType.PNG, bytes);
        }

        static Encoded jpeg(byte[] bytes) {
            return new Encoded(MediaType.JPEG, bytes);
        }
    }

    /// @param bitmap transparent only if the output takes PNG
    /// @param lossy whether it has been through a lossy encoder already, so that nothing is won by PNG
    Encoded encode(Bitmap bitmap, boolean lossy) {
        boolean opaque = bitmap.opaque();
        boolean jpegAllowed = opaque && spec.types().contains(MediaType.JPEG);
        boolean pngAllowed = !jpegAllowed || spec.types().contains(MediaType.PNG);
        if (jpegAllowed && (lossy || !pngAllowed)) {
            Optional<Encoded> jpeg = jpeg(bitmap, Math.min(spec.fidelity(), PictureSpec.FIDELITY));
            if (jpeg.isPresent() || !pngAllowed) {
                return jpeg.orElseGet(() -> Encoded.jpeg(new JpegWriter(bitmap, true).write(100)));
            }
        }
        Colours colours = Colours.of(bitmap, COLOURS);
        if (colours.exact() && colours.size() <= IndexedBitmap.MOST) {
            return Encoded.png(PngWriter.write(IndexedBitmap.of(bitmap, colours)));
        }
        Optional<Encoded> palette = opaque ? palette(bitmap, colours) : Optional.empty();
        boolean drawing = palette.isPresent() && bits(palette.get(), bitmap) < DRAWING;
        Optional<Encoded> jpeg = jpegAllowed && !drawing ? jpeg(bitmap, spec.fidelity()) : Optional.empty();
        if (palette.isPresent() && jpeg.isPresent()) {
            boolean worthwhile =
                    jpeg.get().bytes().length < WORTHWHILE * palette.get().bytes().length;
            return worthwhile ? jpeg.get() : palette.get();
        }
        return palette.or(() -> jpeg).orElseGet(() -> Encoded.png(PngWriter.write(bitmap)));
    }

    private static double bits(Encoded encoded, Bitmap bitmap) {
        return encoded.bytes().length * 8.0 / bitmap.argb().length;
    }

    private static Optional<Encoded> jpeg(Bitmap bitmap, double fidelity) {
        return JpegSearch.smallest(bitmap, fidelity).map(Encoded::jpeg);
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
