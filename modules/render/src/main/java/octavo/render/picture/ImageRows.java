package octavo.render.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/// The rows of what ImageIO decoded. Samples are taken as sRGB as they stand: Java's own conversion takes
/// grey pictures for linear ones and makes them paler.
final class ImageRows implements Rows {
    private final BufferedImage image;
    private final Raster raster;
    private final ColorModel colours;
    private final int[] palette;
    private final int bands;
    private final int shift;
    private final int[] samples;

    ImageRows(BufferedImage image) {
        this.image = image;
        raster = image.getRaster();
        colours = image.getColorModel();
        bands = raster.getNumBands();
        palette = paletteOf(colours);
        shift = colours.getComponentSize(0) - 8;
        samples = new int[image.getWidth() * bands];
    }

    private static int[] paletteOf(ColorModel colours) {
        if (!(colours instanceof IndexColorModel indexed)) {
            return new int[0];
        }
        int[] palette = new int[indexed.getMapSize()];
        indexed.getRGBs(palette);
        return palette;
    }

    @Override
    public int width() {
        return image.getWidth();
    }

    @Override
    public int height() {
        return image.getHeight();
    }

    @Override
    public boolean opaque() {
        return !colours.hasAlpha();
    }

    @Override
    public void read(int y, int[] argb) {
        boolean plain =
                palette.length == 0 && (bands < 3 || colours.getColorSpace().getType() == ColorSpace.TYPE_RGB);
        if ((!plain && palette.length == 0) || colours.isAlphaPremultiplied()) {
            image.getRGB(0, y, width(), 1, argb, 0, width());
            return;
        }
        raster.getPixels(0, y, width(), 1, samples);
        if (palette.length > 0) {
            for (int x = 0; x < width(); x++) {
                argb[x] = palette[Math.min(samples[x], palette.length - 1)];
            }
            return;
        }
        boolean grey = bands < 3;
        boolean alpha = colours.hasAlpha();
        for (int x = 0, at = 0; x < width(); x++, at += bands) {
            int red = eightBit(samples[at]);
            int green = grey ? red : eightBit(samples[at + 1]);
            int blue = grey ? red : eightBit(samples[at + 2]);
            int opacity = alpha ? eightBit(samples[at + bands - 1]) : 0xFF;
            argb[x] = Bitmap.argb(opacity, red, green, blue);
        }
    }

    private int eightBit(int sample) {
        return shift >= 0 ? sample >> shift : sample * 255 / ((1 << (8 + shift)) - 1);
    }
}
