package octavo.render.picture;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
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
                case "jpg" ->
                    new ImageRows(read(header.cmyk() ? Codecs.cmykReader() : Codecs.reader("jpeg"), header, bytes));
                case "gif" -> gif(header, bytes);
                case "bmp" -> new ImageRows(read(Codecs.reader("bmp"), header, bytes));
                case "tif" -> new ImageRows(read(Codecs.reader("tiff"), header, bytes));
                case "webp" -> new ImageRows(read(Codecs.webpReader(), header, bytes));
                default -> throw new PictureProblem(PictureProblem.UNKNOWN, "no picture of a known kind");
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
            return inSrgb(reader.read(0, how));
        } finally {
            reader.dispose();
        }
    }

    /// Colours of a wider space, as telephones store them, in that of the web.
    private static BufferedImage inSrgb(BufferedImage image) {
        ColorSpace space = image.getColorModel().getColorSpace();
        if (space.isCS_sRGB() || !(space instanceof ICC_ColorSpace) || space.getType() != ColorSpace.TYPE_RGB) {
            return image;
        }
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage converted = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        return new ColorConvertOp(null).filter(image, converted);
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
        int descriptor = GifBlocks.firstFrame(new Bytes(bytes));
        int left = new Bytes(bytes).u16le(descriptor + 1) / step;
        int top = new Bytes(bytes).u16le(descriptor + 3) / step;
        return new Canvas(frame, width, height, left, top);
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
                if (length > 0) {
                    System.arraycopy(row, 0, argb, left, length);
                }
            }
        }
    }
}
