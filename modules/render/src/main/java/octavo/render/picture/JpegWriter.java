package octavo.render.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes one picture as baseline JPEGs, and tells how like it they are.
final class JpegWriter {
    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

    private final Bitmap bitmap;
    private final boolean fullColour;
    private final BufferedImage image;

    /// @param bitmap without transparency
    /// @param fullColour whether colour is as fine as brightness, and not half as fine across and down
    JpegWriter(Bitmap bitmap, boolean fullColour) {
        this.bitmap = bitmap;
        this.fullColour = fullColour;
        image = BitmapImages.rgb(bitmap);
    }

    /// @param quality from 1 to 100
    byte[] write(int quality) {
        ImageWriter writer = null;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer = Codecs.jpegWriter().createWriterInstance();
            JPEGImageWriteParam how = new JPEGImageWriteParam(null);
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality / 100f);
            how.setOptimizeHuffmanTables(true);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), how);
            if (fullColour) {
                refine(metadata);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), how);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        } finally {
            if (writer != null) {
                writer.dispose();
            }
        }
        return bytes.toByteArray();
    }

    /// The parameters of the JDK's writer know nothing of this, its metadata do.
    private static void refine(IIOMetadata metadata) throws IIOInvalidTreeException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode brightness =
                (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
        brightness.setAttribute("HsamplingFactor", "1");
        brightness.setAttribute("VsamplingFactor", "1");
        metadata.setFromTree(FORMAT, root);
    }

    /// The similarity of what was written.
    double similarity(byte[] jpeg) {
        return Similarity.of(Similarity.luma(bitmap.argb()), decodedLuma(jpeg), bitmap.width(), bitmap.height());
    }

    /// Brightness is the first of the three samples that a JPEG has of a pixel.
    private static byte[] decodedLuma(byte[] jpeg) {
        ImageReader reader = null;
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader = Codecs.reader("jpeg").createReaderInstance();
            reader.setInput(in, true, true);
            byte[] samples = ((DataBufferByte) reader.readRaster(0, null).getDataBuffer()).getData();
            byte[] luma = new byte[samples.length / 3];
            for (int i = 0; i < luma.length; i++) {
                luma[i] = samples[3 * i];
            }
            return luma;
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }
}
