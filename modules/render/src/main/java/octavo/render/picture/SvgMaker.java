package octavo.render.picture;

import octavo.render.MediaType;
import octavo.render.picture.PreparedPicture.Ready;

/// Makes an SVG ready: cleaned, and drawn where the output shows no vectors.
record SvgMaker(@SuppressWarnings("ArrayRecordComponent") byte[] bytes, PictureSpec spec) {
    /// What drawing may take of the memory, in pixels.
    static final long COST = 8_000_000;

    /// A drawing has no size of its own in pixels; twice its size in CSS pixels is sharp on most screens.
    private static final double ENLARGE = 2;

    PictureWorker.Result made() throws PictureProblem {
        SvgDocument svg = SvgCleaner.clean(bytes);
        Size natural = svg.natural();
        if (spec.types().contains(MediaType.SVG)) {
            return new PictureWorker.Result(ready(MediaType.SVG, svg.bytes(), natural, natural), svg.notes());
        }
        Bitmap drawn = SvgDrawing.draw(svg, natural.within(spec, ENLARGE));
        boolean pngAllowed =
                spec.types().contains(MediaType.PNG) || !spec.types().contains(MediaType.JPEG);
        Bitmap shown = spec.flatten() || !pngAllowed ? drawn.onWhite() : drawn;
        Encoder.Encoded encoded = new Encoder(spec).encode(shown, false);
        return new PictureWorker.Result(
                ready(encoded.type(), encoded.bytes(), new Size(shown.width(), shown.height()), natural), svg.notes());
    }

    private static Ready ready(MediaType type, byte[] result, Size size, Size natural) {
        return new Ready(
                type,
                result,
                size.width(),
                size.height(),
                natural.width(),
                natural.height(),
                false,
                false,
                Hashes.of(result));
    }
}
