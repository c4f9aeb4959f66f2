package octavo.render.picture;

/// The first directory of a TIFF file, which is also the inside of Exif (TIFF 6.0, section 2).
record TiffTags(Bytes bytes, int start, boolean littleEndian) {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int ORIENTATION = 274;

    /// @param start where the file's own header is
    static TiffTags at(Bytes bytes, int start) {
        return new TiffTags(bytes, start, bytes.has(start, "II"));
    }

    /// The number that a tag holds, 0 where there is none.
    int value(int tag) {
        int directory = start + i32(start + 4);
        int entries = directory > start ? u16(directory) : 0;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (u16(entry) == tag) {
                boolean isShort = u16(entry + 2) == 3;
                return isShort ? u16(entry + 8) : i32(entry + 8);
            }
        }
        return 0;
    }

    private int u16(int at) {
        return littleEndian ? bytes.u16le(at) : bytes.u16be(at);
    }

    private int i32(int at) {
        return littleEndian ? bytes.i32le(at) : bytes.i32be(at);
    }
}
