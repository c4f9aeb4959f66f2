package octavo.render.picture;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.Set;
import octavo.render.MediaType;
import octavo.render.picture.PreparedPicture.Ready;

/// Covers of books: those that an output draws, and those that it holds, at the size of a catalogue.
public final class Covers {
    /// Where large areas of one colour stay clean.
    private static final int QUALITY = 85;

    private Covers() {}

    /// A drawing as a JPEG.
    ///
    /// @param drawing without transparency
    public static byte[] jpeg(BufferedImage drawing) {
        return new JpegWriter(new ImageRows(drawing).bitmap(), false).write(QUALITY);
    }

    /// A JPEG within a size: the picture itself where it is one already, else made of it; empty where the
    /// bytes are no picture of pixels.
    public static Optional<Ready> jpeg(byte[] picture, int maxWidth, int maxHeight) {
        Optional<MediaType> type = Sniffer.type(picture).filter(found -> !found.equals(MediaType.SVG));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        PictureSpec spec = new PictureSpec(
                Set.of(MediaType.JPEG),
                maxWidth,
                maxHeight,
                Long.MAX_VALUE,
                PictureSpec.FIDELITY,
                true,
                PictureSpec.Animation.STILL);
        try {
            RasterMaker maker = new RasterMaker(PictureHeader.read(type.get(), picture), picture, spec);
            Optional<Ready> asItIs = maker.asItIs();
            return asItIs.isPresent() ? asItIs : Optional.of(maker.made());
        } catch (PictureProblem e) {
            return Optional.empty();
        }
    }
}
