package octavo.render.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/// Pictures made by code.
final class Samples {
    private Samples() {}

    /// Flat areas with hard edges, as a screenshot has them.
    static BufferedImage screenshot(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        for (int i = 0; i < 12; i++) {
            g.setColor(new Color(20 * i, 90, 255 - 20 * i));
            g.fillRect(10 + i * 7, 5 + i * height / 14, width / 2, height / 28 + 1);
        }
        g.dispose();
        return image;
    }

    /// Soft colours in waves with a little grain, the same in each run.
    static BufferedImage photo(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        long state = 42;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                int wave = (int) (40 * Math.sin(x / 5.0) * Math.cos(y / 7.0));
                int grain = wave + (int) (state >>> 62) - 2;
                int red = Math.clamp(255L * x / width + grain, 0, 255);
                int green = Math.clamp(255L * y / height + grain, 0, 255);
                image.setRGB(x, y, new Color(red, green, 128 + grain).getRGB());
            }
        }
        return image;
    }

    /// Left half opaque red, right half transparent.
    static BufferedImage halfTransparent(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, width / 2, height);
        g.dispose();
        return image;
    }

    static byte[] write(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A GIF of 60 x 40 whose first frame is a blue square of 20 x 20 at (30, 10), and whose second is red all over.
    static byte[] animatedGif() {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            BufferedImage small = plain(20, 20, Color.BLUE);
            BufferedImage whole = plain(60, 40, Color.RED);
            IIOMetadata stream = writer.getDefaultStreamMetadata(null);
            IIOMetadataNode streamRoot = (IIOMetadataNode) stream.getAsTree(stream.getNativeMetadataFormatName());
            IIOMetadataNode screen = new IIOMetadataNode("LogicalScreenDescriptor");
            screen.setAttribute("logicalScreenWidth", "60");
            screen.setAttribute("logicalScreenHeight", "40");
            screen.setAttribute("colorResolution", "8");
            screen.setAttribute("pixelAspectRatio", "0");
            streamRoot.appendChild(screen);
            stream.setFromTree(stream.getNativeMetadataFormatName(), streamRoot);
            writer.prepareWriteSequence(stream);
            writer.writeToSequence(new IIOImage(small, null, at(writer, small, 30, 10)), null);
            writer.writeToSequence(new IIOImage(whole, null, at(writer, whole, 0, 0)), null);
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadata at(ImageWriter writer, BufferedImage image, int left, int top) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        IIOMetadataNode descriptor =
                (IIOMetadataNode) root.getElementsByTagName("ImageDescriptor").item(0);
        descriptor.setAttribute("imageLeftPosition", Integer.toString(left));
        descriptor.setAttribute("imageTopPosition", Integer.toString(top));
        metadata.setFromTree(metadata.getNativeMetadataFormatName(), root);
        return metadata;
    }

    static BufferedImage plain(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(colour);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }

    /// A JPEG with Exif that gives its orientation and the camera's owner.
    static byte[] withExif(byte[] jpeg, int orientation) {
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.writeBytes(latin("Exif\0\0MM\0*"));
        exif.writeBytes(new byte[] {0, 0, 0, 8, 0, 1});
        exif.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        exif.writeBytes(new byte[] {0, 0, 0, 0});
        exif.writeBytes(latin("OWNER-OF-CAMERA"));
        int length = exif.size() + 2;
        byte[] marker = {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length};
        return join(Arrays.copyOf(jpeg, 2), marker, exif.toByteArray(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /// A PNG with a chunk more, right after its header.
    static byte[] withChunk(byte[] png, String name, byte[] data) {
        byte[] body = join(latin(name), data);
        CRC32 crc = new CRC32();
        crc.update(body);
        return join(
                Arrays.copyOf(png, 33),
                i32(data.length),
                body,
                i32((int) crc.getValue()),
                Arrays.copyOfRange(png, 33, png.length));
    }

    /// A PNG that says it is 50,000 pixels wide and high.
    static byte[] bomb() {
        byte[] png = write(plain(1, 1, Color.RED), "png");
        byte[] header = Arrays.copyOfRange(png, 12, 29);
        System.arraycopy(i32(50_000), 0, header, 4, 4);
        System.arraycopy(i32(50_000), 0, header, 8, 4);
        CRC32 crc = new CRC32();
        crc.update(header);
        return join(Arrays.copyOf(png, 12), header, i32((int) crc.getValue()), Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] i32(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List.of(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
