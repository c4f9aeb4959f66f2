package octavo.pdf;

import java.util.Optional;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;
import org.xhtmlrenderer.css.style.CalculatedStyle.Edge;
import org.xhtmlrenderer.layout.Layer;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.PageBox;
import org.xhtmlrenderer.render.RenderingContext;

/// What happens when a link is clicked.
///
/// @param root holds everything that has been laid out
record LinkTargets(Box root, PdfWriter writer, float dotsPerPoint) {
    /// @param address on the web, or of a place in the document
    /// @return empty where the document has no such place
    Optional<PdfAction> action(RenderingContext context, String address) {
        if (!address.startsWith("#")) {
            return Optional.of(new PdfAction(address));
        }
        // A destination and not a name: names are written only for what a style sheet asks for.
        return destination(context, address.substring(1)).map(destination -> {
            PdfAction action = new PdfAction();
            action.put(PdfName.S, PdfName.GOTO);
            action.put(PdfName.D, destination);
            return action;
        });
    }

    private Optional<PdfDestination> destination(RenderingContext context, String id) {
        Box target = context.getBoxById(id);
        Layer layer = root.getLayer();
        PageBox page = target == null || layer == null ? null : layer.getPage(context, target.getAbsY());
        if (target == null || page == null) {
            return Optional.empty();
        }
        int top = page.getMarginBorderPadding(context, Edge.TOP) + target.getAbsY() - page.getTop();
        float y = (page.getHeight(context) - top) / dotsPerPoint;
        PdfDestination destination = new PdfDestination(PdfDestination.XYZ, 0, y, 0);
        destination.addPage(writer.getPageReference(page.getPageNo() + 1));
        return Optional.of(destination);
    }
}
