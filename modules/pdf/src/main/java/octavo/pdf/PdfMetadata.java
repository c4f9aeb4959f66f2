package octavo.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import octavo.model.Edition;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.xhtmlrenderer.pdf.DefaultPDFCreationListener;
import org.xhtmlrenderer.pdf.ITextRenderer;

/// What a file says about itself: title, language, and a date and id that depend on the input alone.
final class PdfMetadata extends DefaultPDFCreationListener {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Edition edition;
    private final String xhtml;

    /// @param xhtml the whole document; pictures are named in it by the hashes of their bytes
    PdfMetadata(Edition edition, String xhtml) {
        this.edition = edition;
        this.xhtml = xhtml;
    }

    @Override
    public void preOpen(ITextRenderer renderer) {
        PdfWriter writer = writer(renderer);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
        writer.getExtraCatalog()
                .put(PdfName.LANG, new PdfString(edition.language().tag()));
    }

    @Override
    public void onClose(ITextRenderer renderer) {
        PdfDictionary info = writer(renderer).getInfo();
        PdfString date = new PdfString(DATE.format(edition.modified().orElse(Instant.EPOCH)));
        info.put(PdfName.CREATIONDATE, date);
        info.put(PdfName.MODDATE, date);
        info.put(PdfName.FILEID, fileId());
    }

    private PdfObject fileId() {
        PdfString id = new PdfString(Arrays.copyOf(digest(), 16));
        id.setHexWriting(true);
        PdfArray both = new PdfArray(id);
        both.add(id);
        return both;
    }

    private byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(xhtml.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static PdfWriter writer(ITextRenderer renderer) {
        PdfWriter writer = renderer.getWriter();
        if (writer == null) {
            throw new IllegalStateException("the engine calls its listener before it has a writer");
        }
        return writer;
    }
}
