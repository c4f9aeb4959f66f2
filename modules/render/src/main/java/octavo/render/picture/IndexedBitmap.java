package octavo.render.picture;

import java.util.Arrays;

/// A picture of few colours.
///
/// @param palette at most 256 colours, `0xAARRGGBB`
/// @param indexes into the palette, one a pixel
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record IndexedBitmap(int width, int height, int[] palette, byte[] indexes) {
    static final int MOST = 256;

    /// The same picture, its colours in the order in which they appear.
    static IndexedBitmap of(Bitmap bitmap, Colours colours) {
        int[] numbers = new int[colours.size()];
        Arrays.setAll(numbers, i -> i);
        int[] palette = new int[colours.size()];
        Arrays.setAll(palette, colours::colour);
        return of(bitmap, colours, numbers, palette);
    }

    /// @param places of the colours in the palette, by their number
    static IndexedBitmap of(Bitmap bitmap, Colours colours, int[] places, int[] palette) {
        int[] pixels = bitmap.argb();
        byte[] indexes = new byte[pixels.length];
        int last = ~pixels[0];
        byte place = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != last) {
                last = pixels[i];
                place = (byte) places[colours.number(last)];
            }
            indexes[i] = place;
        }
        return new IndexedBitmap(bitmap.width(), bitmap.height(), palette, indexes);
    }

    /// The brightness of each pixel.
    byte[] luma() {
        byte[] ofPalette = Similarity.luma(palette);
        byte[] luma = new byte[indexes.length];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = ofPalette[indexes[i] & 0xFF];
        }
        return luma;
    }
}
