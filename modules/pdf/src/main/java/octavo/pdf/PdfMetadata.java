package octavo.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import octavo.model.Edition;
import octavo.pdf.tag.Tagging;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfICCBased;
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
    private final String title;
    private final String xhtml;

    /// @param title of the document
    /// @param xhtml the whole document; pictures are named in it by the hashes of their bytes
    PdfMetadata(Edition edition, String title, String xhtml) {
        this.edition = edition;
        this.title = title;
        this.xhtml = xhtml;
    }

    @Override
    public void preOpen(ITextRenderer renderer) {
        PdfWriter writer = writer(renderer);
        Tagging.prepare(writer);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
        writer.setTabs(PdfName.S); // the order of the structure (PDF/UA-1, 7.18.3)
        writer.setFullCompression(); // a tree of tags is thousands of small objects
        writer.getExtraCatalog()
                .put(PdfName.LANG, new PdfString(edition.language().tag()));
        writer.setXmpMetadata(XmpPacket.of(edition, title, modified()));
    }

    /// Colours are those of sRGB (PDF/A-2, 6.2.4.3). The library's own way to say so would leave the key out.
    @Override
    public void preWrite(ITextRenderer renderer, int pageCount) {
        PdfWriter writer = writer(renderer);
        PdfString name = new PdfString("sRGB IEC61966-2.1");
        PdfDictionary intent = new PdfDictionary(new PdfName("OutputIntent"));
        intent.put(PdfName.S, new PdfName("GTS_PDFA1"));
        intent.put(new PdfName("OutputConditionIdentifier"), name);
        intent.put(PdfName.INFO, name);
        try {
            PdfICCBased profile = new PdfICCBased(ICC_Profile.getInstance(ColorSpace.CS_sRGB));
            intent.put(
                    new PdfName("DestOutputProfile"), writer.addToBody(profile).getIndirectReference());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writer.getExtraCatalog().put(new PdfName("OutputIntents"), new PdfArray(intent));
    }

    @Override
    public void onClose(ITextRenderer renderer) {
        PdfDictionary info = writer(renderer).getInfo();
        PdfString date = new PdfString(DATE.format(modified()));
        info.put(PdfName.CREATIONDATE, date);
        info.put(PdfName.MODDATE, date);
        info.put(PdfName.FILEID, fileId());
    }

    private Instant modified() {
        return edition.modified().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
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
