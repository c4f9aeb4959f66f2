package octavo.render.picture;

/// The blocks of a GIF (GIF89a, section 12). Places beyond the end mean that there is no such block.
final class GifBlocks {
    private static final int FRAME = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xF9;

    private GifBlocks() {}

    /// Where the first frame's descriptor is.
    static int firstFrame(Bytes b) {
        return nextFrame(b, start(b));
    }

    static boolean hasSeveralFrames(Bytes b) {
        return nextFrame(b, after(b, firstFrame(b))) < b.size();
    }

    /// Whether the first frame has a transparent colour.
    static boolean isTransparent(Bytes b) {
        int at = start(b);
        while (at < b.size() && b.u8(at) == EXTENSION) {
            if (b.u8(at + 1) == GRAPHIC_CONTROL && (b.u8(at + 3) & 1) != 0) {
                return true;
            }
            at = after(b, at);
        }
        return false;
    }

    private static int start(Bytes b) {
        return 13 + colourTable(b.u8(10));
    }

    private static int nextFrame(Bytes b, int from) {
        int at = from;
        while (at < b.size() && b.u8(at) == EXTENSION) {
            at = after(b, at);
        }
        return b.u8(at) == FRAME ? at : b.size();
    }

    /// Where the block after one begins.
    private static int after(Bytes b, int block) {
        int at = b.u8(block) == FRAME ? block + 11 + colourTable(b.u8(block + 9)) : block + 2;
        while (b.u8(at) != 0) {
            at += 1 + b.u8(at);
        }
        return at + 1;
    }

    private static int colourTable(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }
}
