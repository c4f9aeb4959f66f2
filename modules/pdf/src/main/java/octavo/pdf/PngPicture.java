package octavo.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.openpdf.text.BadElementException;
import org.openpdf.text.Image;
import org.openpdf.text.ImgRaw;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfString;

/// Puts the pixels of a PNG into a PDF as they are: both formats pack them in the same way (PNG, clauses 9 and 10;
/// ISO 32000-1, 7.4.4.4), so that nothing is decoded and packed anew.
final class PngPicture {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER = 0x49484452;
    private static final int PALETTE = 0x504C5445;
    private static final int TRANSPARENCY = 0x74524E53;
    private static final int DATA = 0x49444154;
    private static final int CHECKSUM = 4;
    private static final int PNG_PREDICTORS = 15;

    private int width;
    private int height;
    private int depth;
    private int type;
    private boolean plain;
    private byte[] palette = {};
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    private PngPicture() {}

    /// The picture, or empty where it is no PNG or one that a PDF holds in another way: interlaced, see-through, or
    /// of 16 bits.
    static Optional<Image> of(byte[] file) {
        PngPicture png = new PngPicture();
        return png.read(ByteBuffer.wrap(file)) ? Optional.of(png.image()) : Optional.empty();
    }

    private boolean read(ByteBuffer file) {
        byte[] start = new byte[SIGNATURE.length];
        if (file.remaining() < start.length || !Arrays.equals(SIGNATURE, take(file, start.length))) {
            return false;
        }
        while (file.remaining() >= 2 * Integer.BYTES) {
            int length = file.getInt();
            int chunk = file.getInt();
            if (length < 0 || length > file.remaining() - CHECKSUM) {
                return false;
            }
            switch (chunk) {
                case HEADER -> header(ByteBuffer.wrap(take(file, length)));
                case PALETTE -> palette = take(file, length);
                case TRANSPARENCY -> {
                    return false;
                }
                case DATA -> data.writeBytes(take(file, length));
                default -> take(file, length);
            }
            take(file, CHECKSUM);
        }
        return plain && data.size() > 0 && (type != 3 || palette.length > 0);
    }

    private static byte[] take(ByteBuffer file, int length) {
        byte[] bytes = new byte[length];
        file.get(bytes);
        return bytes;
    }

    private void header(ByteBuffer header) {
        width = header.getInt();
        height = header.getInt();
        depth = header.get();
        type = header.get();
        boolean packedAlike = header.getShort() == 0; // the one way of packing and of filtering that there is
        boolean interlaced = header.get() != 0;
        plain = packedAlike && !interlaced && depth <= 8 && (type == 0 || type == 2 || type == 3);
    }

    private Image image() {
        int colours = type == 2 ? 3 : 1;
        PdfDictionary packing = new PdfDictionary();
        packing.put(PdfName.PREDICTOR, new PdfNumber(PNG_PREDICTORS));
        packing.put(PdfName.COLORS, new PdfNumber(colours));
        packing.put(PdfName.BITSPERCOMPONENT, new PdfNumber(depth));
        packing.put(PdfName.COLUMNS, new PdfNumber(width));
        PdfDictionary additional = new PdfDictionary();
        additional.put(PdfName.DECODEPARMS, packing);
        if (type == 3) {
            PdfArray indexed = new PdfArray(PdfName.INDEXED);
            indexed.add(PdfName.DEVICERGB);
            indexed.add(new PdfNumber(palette.length / 3 - 1));
            PdfString colourTable = new PdfString(palette);
            colourTable.setHexWriting(true);
            indexed.add(colourTable);
            additional.put(PdfName.COLORSPACE, indexed);
        }
        try {
            Image image = new ImgRaw(width, height, colours, depth, data.toByteArray());
            image.setDeflated(true);
            image.setAdditional(additional);
            return image;
        } catch (BadElementException e) {
            throw new IllegalStateException("depth and colours were checked before", e);
        }
    }
}
