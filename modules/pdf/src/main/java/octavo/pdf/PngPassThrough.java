package octavo.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.openpdf.text.Image;
import org.openpdf.text.ImgRaw;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfString;

/// A PNG as a picture of a PDF without decoding it: both keep rows that are filtered and deflated alike
/// (PNG, third edition, sections 9 and 10; ISO 32000-1, 7.4.4.4). The library decodes and deflates anew, which
/// takes longer than all of the layout.
final class PngPassThrough {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int TRNS = 0x74524E53;
    private static final int IDAT = 0x49444154;
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int LENGTH_TYPE_AND_SUM = 12;
    private static final int HEADER_LENGTH = 13;

    private PngPassThrough() {}

    /// The picture, or empty where it is no PNG or one that has to be decoded: with transparency, interlaced
    /// or of 16 bits.
    static Optional<Image> of(byte[] png) {
        ByteBuffer in = ByteBuffer.wrap(png);
        if (in.remaining() < Long.BYTES + LENGTH_TYPE_AND_SUM + HEADER_LENGTH || in.getLong() != SIGNATURE) {
            return Optional.empty();
        }
        Optional<ByteBuffer> header = Optional.empty();
        byte[] palette = new byte[0];
        ByteArrayOutputStream rows = new ByteArrayOutputStream(png.length);
        while (in.remaining() >= LENGTH_TYPE_AND_SUM) {
            int length = in.getInt();
            int type = in.getInt();
            if (type == TRNS || length < 0 || length > in.remaining() - Integer.BYTES) {
                return Optional.empty();
            }
            switch (type) {
                case IHDR -> header = Optional.of(in.slice(in.position(), length));
                case PLTE -> palette = Arrays.copyOfRange(png, in.position(), in.position() + length);
                case IDAT -> rows.write(png, in.position(), length);
                default -> {}
            }
            in.position(in.position() + length + Integer.BYTES);
        }
        byte[] colours = palette;
        return header.filter(h -> h.remaining() == HEADER_LENGTH).flatMap(h -> picture(h, colours, rows.toByteArray()));
    }

    private static Optional<Image> picture(ByteBuffer header, byte[] palette, byte[] rows) {
        int width = header.getInt();
        int height = header.getInt();
        int depth = header.get();
        int colourType = header.get();
        boolean interlaced = header.get(HEADER_LENGTH - 1) != 0;
        boolean known = colourType == GREY || colourType == RGB || (colourType == PALETTE && palette.length >= 3);
        if (!known || interlaced || depth > 8 || rows.length == 0) {
            return Optional.empty();
        }
        int components = colourType == RGB ? 3 : 1;
        PdfDictionary more = new PdfDictionary();
        more.put(PdfName.DECODEPARMS, predictor(width, depth, components));
        if (colourType == PALETTE) {
            more.put(PdfName.COLORSPACE, indexed(palette));
        }
        Image image = new ImgRaw(width, height, components, depth, rows);
        image.setDeflated(true);
        image.setAdditional(more);
        return Optional.of(image);
    }

    private static PdfDictionary predictor(int width, int depth, int components) {
        PdfDictionary parameters = new PdfDictionary();
        parameters.put(PdfName.PREDICTOR, new PdfNumber(15)); // PNG's filters, one for each row
        parameters.put(PdfName.COLORS, new PdfNumber(components));
        parameters.put(PdfName.BITSPERCOMPONENT, new PdfNumber(depth));
        parameters.put(PdfName.COLUMNS, new PdfNumber(width));
        return parameters;
    }

    private static PdfArray indexed(byte[] palette) {
        PdfArray space = new PdfArray(PdfName.INDEXED);
        space.add(PdfName.DEVICERGB);
        space.add(new PdfNumber(palette.length / 3 - 1));
        space.add(new PdfString(palette));
        return space;
    }
}
