package octavo.pdf.tag;

import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;

/// What is on the page and not in the text (ISO 32000-1, 14.8.2.2).
public enum Artifact {
    /// Running heads, page numbers and repeated heads of tables.
    PAGINATION("Pagination"),
    /// Rules, borders, leaders and backgrounds.
    LAYOUT("Layout");

    private final String type;

    Artifact(String type) {
        this.type = type;
    }

    PdfDictionary properties() {
        PdfDictionary properties = new PdfDictionary();
        properties.put(PdfName.TYPE, new PdfName(type));
        return properties;
    }
}
