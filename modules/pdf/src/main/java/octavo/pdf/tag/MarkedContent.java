package octavo.pdf.tag;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/// The marked-content sequences of the page that is being painted (ISO 32000-1, 14.6).
///
/// Each operator stands either in the content of a structure element or in an artifact (PDF/UA-1, 7.1), and
/// sequences do not nest. One goes on for as long as what is painted belongs to the same place, so that a paragraph of
/// many lines is one.
final class MarkedContent {
    private static final PdfName ARTIFACT = new PdfName("Artifact");

    private final PdfWriter writer;
    private @Nullable Object open;

    MarkedContent(PdfWriter writer) {
        this.writer = writer;
    }

    /// What is painted from here on belongs to a place.
    void content(PdfContentByte page, Place place) {
        if (open == place) {
            return;
        }
        close(page);
        PdfStructureElement structure = place.structure(writer.getStructureTreeRoot());
        page.beginMarkedContentSequence(structure);
        PdfNumber number = (PdfNumber) Objects.requireNonNull(structure.get(PdfName.K), "a sequence has a number");
        place.marks().add(new Place.Mark(writer.getPageReference(writer.getPageNumber()), number.intValue()));
        // The library would collect the numbers here, but cannot mix them with elements: the tree is written later.
        structure.remove(PdfName.K);
        open = place;
    }

    /// What is painted from here on is no content.
    void artifact(PdfContentByte page, Artifact artifact) {
        if (open == artifact) {
            return;
        }
        close(page);
        page.beginMarkedContentSequence(ARTIFACT, artifact.properties(), true);
        open = artifact;
    }

    void close(PdfContentByte page) {
        if (open != null) {
            page.endMarkedContentSequence();
            open = null;
        }
    }
}
