package octavo.render.picture;

import java.util.Arrays;

/// A picture in memory: one `0xAARRGGBB` a pixel, sRGB, colours not multiplied with alpha, row by row.
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Bitmap(int width, int height, int[] argb) {
    /// Four samples from 0 to 255 as one pixel.
    static int argb(int alpha, int red, int green, int blue) {
        return (alpha << 24) | (red << 16) | (green << 8) | blue;
    }

    /// Whether nothing shines through.
    boolean opaque() {
        for (int pixel : argb) {
            if (pixel >>> 24 != 0xFF) {
                return false;
            }
        }
        return true;
    }

    /// The picture laid on white.
    Bitmap onWhite() {
        int[] flat = new int[argb.length];
        Arrays.setAll(flat, i -> onWhite(argb[i]));
        return new Bitmap(width, height, flat);
    }

    private static int onWhite(int pixel) {
        int alpha = pixel >>> 24;
        int white = 255 * (255 - alpha) + 127;
        int red = ((pixel >> 16 & 0xFF) * alpha + white) / 255;
        int green = ((pixel >> 8 & 0xFF) * alpha + white) / 255;
        int blue = ((pixel & 0xFF) * alpha + white) / 255;
        return argb(0xFF, red, green, blue);
    }

    /// The picture turned as Exif's orientation asks for (Exif 2.32, tag 274).
    Bitmap upright(int orientation) {
        if (orientation == 1) {
            return this;
        }
        boolean turned = orientation >= 5;
        int newWidth = turned ? height : width;
        int newHeight = turned ? width : height;
        int[] out = new int[argb.length];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                int across = turned ? y : x;
                int down = turned ? x : y;
                boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
                boolean fromBelow = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
                int sourceX = fromRight ? width - 1 - across : across;
                int sourceY = fromBelow ? height - 1 - down : down;
                out[y * newWidth + x] = argb[sourceY * width + sourceX];
            }
        }
        return new Bitmap(newWidth, newHeight, out);
    }
}
