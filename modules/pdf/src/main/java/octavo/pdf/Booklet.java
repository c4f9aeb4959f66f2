package octavo.pdf;

import java.io.IOException;
import java.io.OutputStream;
import octavo.model.Direction;
import octavo.model.Edition;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfWriter;

/// Pages laid out on sheets of twice their size: printed on both sides (turned over the short edge), folded in the
/// middle and stapled in the fold, they are in order.
///
/// For paper only. It has no tags: what a screen reader follows is the file that it was made of.
final class Booklet {
    private static final int PAGES_A_SHEET = 4;

    private Booklet() {}

    /// The pages of the sheets' sides, two for each, from the left; 0 for a side without a page.
    ///
    /// @param pages how many there are
    /// @param rightToLeft whether the fold is at the right of the title page
    static int[] order(int pages, boolean rightToLeft) {
        int places = (pages + PAGES_A_SHEET - 1) / PAGES_A_SHEET * PAGES_A_SHEET;
        int[] order = new int[places];
        for (int side = 0; side < places / 2; side++) {
            int low = side + 1;
            int high = places - side;
            boolean lowOnLeft = (side % 2 == 1) != rightToLeft;
            order[2 * side] = lowOnLeft ? low : high;
            order[2 * side + 1] = lowOnLeft ? high : low;
        }
        for (int i = 0; i < places; i++) {
            order[i] = order[i] > pages ? 0 : order[i];
        }
        return order;
    }

    /// @param pdf whose pages are all of one size
    static void write(byte[] pdf, Edition edition, OutputStream out) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        Rectangle page = reader.getPageSize(1);
        Document sheets = new Document(new Rectangle(page.getWidth() * 2, page.getHeight()), 0, 0, 0, 0);
        PdfWriter writer = PdfWriter.getInstance(sheets, out);
        writer.setPdfVersion("1.7");
        writer.setFullCompression();
        writer.setCloseStream(false);
        sheets.open();
        int[] order = order(reader.getNumberOfPages(), edition.language().direction() == Direction.RTL);
        for (int place = 0; place < order.length; place += 2) {
            sheets.newPage();
            PdfContentByte side = writer.getDirectContent();
            add(writer, reader, side, order[place], 0);
            add(writer, reader, side, order[place + 1], page.getWidth());
            writer.setPageEmpty(false);
        }
        describe(writer.getInfo(), reader.getTrailer());
        sheets.close();
        reader.close();
    }

    private static void add(PdfWriter writer, PdfReader reader, PdfContentByte side, int page, float left) {
        if (page > 0) {
            side.addTemplate(writer.getImportedPage(reader, page), left, 0);
        }
    }

    /// Title, dates and id are those of the pages, so that the same pages give the same sheets.
    private static void describe(PdfDictionary info, PdfDictionary trailer) {
        PdfDictionary pages = trailer.getAsDict(PdfName.INFO);
        for (PdfName key : pages.getKeys()) {
            info.put(key, pages.getDirectObject(key));
        }
        info.put(PdfName.FILEID, trailer.getAsArray(PdfName.ID));
    }
}
