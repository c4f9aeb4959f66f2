package octavo.render.picture;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/// Bitmaps as Java's images, and back.
final class BitmapImages {
    private BitmapImages() {}

    /// The bitmap without its alpha, in bytes, as encoders like it best.
    static BufferedImage rgb(Bitmap bitmap) {
        byte[] samples = new byte[Math.multiplyExact(3, bitmap.argb().length)];
        for (int i = 0, at = 0; i < bitmap.argb().length; i++, at += 3) {
            int pixel = bitmap.argb()[i];
            samples[at] = (byte) (pixel >> 16);
            samples[at + 1] = (byte) (pixel >> 8);
            samples[at + 2] = (byte) pixel;
        }
        int width = bitmap.width();
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length),
                width,
                bitmap.height(),
                3 * width,
                3,
                new int[] {0, 1, 2},
                null);
        ColorSpace space = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        ColorModel colours = new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, raster, false, null);
    }
}
