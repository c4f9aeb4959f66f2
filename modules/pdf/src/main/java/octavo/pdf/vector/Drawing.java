package octavo.pdf.vector;

import org.openpdf.text.pdf.PdfContentByte;

/// A picture made of lines and areas, sharp at any size.
public interface Drawing {
    /// In units of its own.
    float width();

    /// In units of its own.
    float height();

    /// Paints it from the upper left corner at 0, 0 to the right and down.
    void draw(PdfContentByte out);
}
