package octavo.render.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Turns the bytes of a raster picture into pixels; of an animated one, its first frame.
final class Decoder {
    /// Above this many pixels a picture is thinned out while it is read, so that memory stays bounded.
    static final long WHOLE = 25_000_000;

    private Decoder() {}

    /// How many pixels of memory reading takes.
    static long cost(PictureHeader header) {
        return header.pixels() / ((long) step(header) * step(header));
    }

    private static int step(PictureHeader header) {
        int step = 1;
        while (header.pixels() / ((long) step * step) > WHOLE) {
            step++;
        }
        return step;
    }

    static Rows decode(PictureHeader header, byte[] bytes) throws PictureProblem {
        try {
            return switch (header.type().extension()) {
                case "png" -> new ImageRows(read(Codecs.reader("png"), header, bytes));
                case "jpg" -> new ImageRows(read(Codecs.reader("jpeg"), header, bytes));
                case "gif" -> gif(header, bytes);
                case "bmp" -> new ImageRows(read(Codecs.reader("bmp"), header, bytes));
                case "tif" -> new ImageRows(read(Codecs.reader("tiff"), header, bytes));
                default ->
                    throw new PictureProblem(
                            PictureProblem.UNKNOWN,
                            "pictures of type " + header.type().value() + " are not read yet");
            };
        } catch (IOException | RuntimeException e) {
            // Readers meet damaged bytes with exceptions of every kind, index out of bounds among them.
            throw new PictureProblem(PictureProblem.BROKEN, "it is damaged: " + reason(e), e);
        }
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? "it cannot be decoded"
                : message.lines().findFirst().orElse("");
    }

    private static BufferedImage read(ImageReaderSpi provider, PictureHeader header, byte[] bytes) throws IOException {
        ImageReader reader = provider.createReaderInstance();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            ImageReadParam how = reader.getDefaultReadParam();
            int step = step(header);
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    /// The first frame of a GIF lies somewhere on its canvas.
    private static Rows gif(PictureHeader header, byte[] bytes) throws IOException {
        ImageRows frame = new ImageRows(read(Codecs.reader("gif"), header, bytes));
        int step = step(header);
        int width = Math.ceilDiv(header.width(), step);
        int height = Math.ceilDiv(header.height(), step);
        if (frame.width() == width && frame.height() == height) {
            return frame;
        }
        return new Canvas(frame, width, height, 0, 0);
    }

    /// A picture on a larger transparent ground.
    private record Canvas(Rows picture, int width, int height, int left, int top) implements Rows {
        @Override
        public boolean opaque() {
            return false;
        }

        @Override
        public void read(int y, int[] argb) {
            java.util.Arrays.fill(argb, 0);
            if (y >= top && y - top < picture.height()) {
                int[] row = new int[picture.width()];
                picture.read(y - top, row);
                int length = Math.clamp((long) width - left, 0, row.length);
                System.arraycopy(row, 0, argb, left, length);
            }
        }
    }
}
