package octavo.pdf.vector;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfTransparencyGroup;

/// Marks that are see-through as a whole (ISO 32000-1, 11.6.6).
///
/// @param canvas the room of the whole drawing
record Layer(List<Mark> marks, Rectangle2D canvas, float opacity) implements Mark {
    @Override
    public void draw(PdfContentByte out) {
        PdfTemplate form = out.createTemplate((float) canvas.getWidth(), (float) canvas.getHeight());
        form.setBoundingBox(new Rectangle(0, 0, (float) canvas.getWidth(), (float) canvas.getHeight()));
        PdfTransparencyGroup group = new PdfTransparencyGroup();
        group.setIsolated(true);
        form.setGroup(group);
        Mark.all(form, marks);
        Mark.opacity(out, opacity);
        out.addTemplate(form, 0, 0);
    }
}
