package octavo.pdf.vector;

import java.util.HashMap;
import java.util.Map;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;
import org.xhtmlrenderer.extend.FSImage;
import org.xhtmlrenderer.pdf.ITextFSImage;

/// The drawings of one file, each written once however often it is shown.
public final class VectorForms {
    private final Map<String, PdfTemplate> forms = new HashMap<>();

    /// The drawing as a picture that the library can place.
    public FSImage placeable(VectorImage image, PdfContentByte page) {
        Image placeable = Image.getInstance(forms.computeIfAbsent(
                image.address(), address -> form(image.drawing().get(), page)));
        placeable.scaleAbsolute(image.width(), image.height());
        return new ITextFSImage(placeable);
    }

    private static PdfTemplate form(Drawing drawing, PdfContentByte page) {
        PdfTemplate form = page.createTemplate(drawing.width(), drawing.height());
        form.concatCTM(1, 0, 0, -1, 0, drawing.height());
        drawing.draw(form);
        return form;
    }
}
