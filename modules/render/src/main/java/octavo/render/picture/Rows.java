package octavo.render.picture;

/// A picture that can be read row by row, so that scaling does not need a second copy of a large one.
interface Rows {
    int width();

    int height();

    /// Whether no pixel is transparent, as far as it is known beforehand.
    boolean opaque();

    /// Fills in a row of `0xAARRGGBB`.
    void read(int y, int[] argb);

    /// All of it, at its own size.
    default Bitmap bitmap() {
        int[] all = new int[Math.multiplyExact(width(), height())];
        int[] row = new int[width()];
        for (int y = 0; y < height(); y++) {
            read(y, row);
            System.arraycopy(row, 0, all, y * width(), width());
        }
        return new Bitmap(width(), height(), all);
    }
}
