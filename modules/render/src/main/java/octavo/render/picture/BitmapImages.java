package octavo.render.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/// Bitmaps as Java's images, and back.
final class BitmapImages {
    private BitmapImages() {}

    /// The bitmap without its alpha; it shares the pixels.
    static BufferedImage rgb(Bitmap bitmap) {
        int[] masks = {0xFF0000, 0xFF00, 0xFF};
        WritableRaster raster = Raster.createPackedRaster(
                new DataBufferInt(bitmap.argb(), bitmap.argb().length),
                bitmap.width(),
                bitmap.height(),
                bitmap.width(),
                masks,
                null);
        return new BufferedImage(new DirectColorModel(24, masks[0], masks[1], masks[2]), raster, false, null);
    }
}
