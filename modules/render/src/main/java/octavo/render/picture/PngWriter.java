package octavo.render.picture;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes PNG (third edition) as small as it goes without loss: a palette or grey where they suffice, no
/// alpha where nothing shines through. ImageIO's writer keeps whatever type the picture was read as.
final class PngWriter {
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int RGBA = 6;

    private static final int LEVEL = 8;

    private final Bitmap bitmap;

    private PngWriter(Bitmap bitmap) {
        this.bitmap = bitmap;
    }

    /// A picture of more colours than a palette holds.
    static byte[] write(Bitmap bitmap) {
        return new PngWriter(bitmap).write();
    }

    /// A picture of few colours.
    static byte[] write(IndexedBitmap bitmap) {
        int count = bitmap.palette().length;
        int depth = count <= 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8;
        byte[] colours = new byte[count * 3];
        byte[] alpha = new byte[count];
        int translucent = 0;
        for (int i = 0; i < count; i++) {
            int colour = bitmap.palette()[i];
            colours[3 * i] = (byte) (colour >> 16);
            colours[3 * i + 1] = (byte) (colour >> 8);
            colours[3 * i + 2] = (byte) colour;
            alpha[i] = (byte) (colour >>> 24);
            translucent = alpha[i] == -1 ? translucent : i + 1;
        }
        return file(
                bitmap.width(),
                bitmap.height(),
                depth,
                PALETTE,
                colours,
                Arrays.copyOf(alpha, translucent),
                packed(bitmap, depth));
    }

    private static byte[] packed(IndexedBitmap bitmap, int depth) {
        int width = bitmap.width();
        int rowBytes = (width * depth + 7) / 8;
        byte[] raw = new byte[(rowBytes + 1) * bitmap.height()];
        for (int y = 0, from = 0; y < bitmap.height(); y++) {
            int row = y * (rowBytes + 1) + 1;
            for (int x = 0; x < width; x++, from++) {
                int bit = x * depth;
                raw[row + bit / 8] |= (byte) (bitmap.indexes()[from] << (8 - depth - bit % 8));
            }
        }
        return raw;
    }

    private byte[] write() {
        int type = bitmap.opaque() ? grey() ? GREY : RGB : RGBA;
        return file(bitmap.width(), bitmap.height(), 8, type, new byte[0], new byte[0], filtered(type));
    }

    private boolean grey() {
        for (int pixel : bitmap.argb()) {
            int blue = pixel & 0xFF;
            if ((pixel >> 8 & 0xFF) != blue || (pixel >> 16 & 0xFF) != blue) {
                return false;
            }
        }
        return true;
    }

    /// The rows, each with the filter that leaves the smallest sum of differences (section 12.7).
    private byte[] filtered(int type) {
        int bytes = type == GREY ? 1 : type == RGB ? 3 : 4;
        int rowBytes = bitmap.width() * bytes;
        byte[] out = new byte[(rowBytes + 1) * bitmap.height()];
        byte[] above = new byte[rowBytes];
        byte[] row = new byte[rowBytes];
        byte[][] tries = new byte[5][rowBytes];
        for (int y = 0; y < bitmap.height(); y++) {
            samples(y, type, row);
            int best = PngFilter.best(row, above, bytes, tries);
            int at = y * (rowBytes + 1);
            out[at] = (byte) best;
            System.arraycopy(tries[best], 0, out, at + 1, rowBytes);
            byte[] swap = above;
            above = row;
            row = swap;
        }
        return out;
    }

    private void samples(int y, int type, byte[] row) {
        int from = y * bitmap.width();
        for (int x = 0, at = 0; x < bitmap.width(); x++) {
            int pixel = bitmap.argb()[from + x];
            if (type != GREY) {
                row[at++] = (byte) (pixel >> 16);
                row[at++] = (byte) (pixel >> 8);
            }
            row[at++] = (byte) pixel;
            if (type == RGBA) {
                row[at++] = (byte) (pixel >>> 24);
            }
        }
    }

    private static byte[] file(int width, int height, int depth, int type, byte[] palette, byte[] alpha, byte[] rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header = new byte[13];
        putInt(header, 0, width);
        putInt(header, 4, height);
        header[8] = (byte) depth;
        header[9] = (byte) type;
        chunk(out, "IHDR", header);
        if (type == PALETTE) {
            chunk(out, "PLTE", palette);
        }
        if (alpha.length > 0) {
            chunk(out, "tRNS", alpha);
        }
        chunk(out, "IDAT", deflated(rows));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] rows) {
        try (Deflater deflater = new Deflater(LEVEL)) {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(rows.length / 4 + 64);
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] length = new byte[4];
        putInt(length, 0, data.length);
        byte[] type = name.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(data);
        byte[] sum = new byte[4];
        putInt(sum, 0, (int) crc.getValue());
        out.writeBytes(length);
        out.writeBytes(type);
        out.writeBytes(data);
        out.writeBytes(sum);
    }

    private static void putInt(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }
}
