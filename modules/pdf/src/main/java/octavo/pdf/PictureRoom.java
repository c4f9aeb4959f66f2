package octavo.pdf;

import octavo.pdf.dom.Elements;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Makes pictures fit the list, the quotation or the table cell that they stand in; the layout engine would cut
/// off what runs over the measure.
final class PictureRoom {
    private static final double PIXELS_A_MILLIMETRE = 96 / 25.4;
    private static final double HAIRLINES = 2;

    private final double measure;

    private PictureRoom(PageSize page) {
        this.measure = page.measurePixels();
    }

    static void fit(Document document, PageSize page) {
        PictureRoom room = new PictureRoom(page);
        Elements.named(document, "img").forEach(room::fit);
    }

    private void fit(Element picture) {
        double width = Double.parseDouble(picture.getAttribute("width"));
        double height = Double.parseDouble(picture.getAttribute("height"));
        double scale = within(picture.getParentNode()) / width;
        if (scale < 1) {
            picture.setAttribute("width", pixels(width * scale));
            picture.setAttribute("height", pixels(height * scale));
        }
    }

    private static String pixels(double length) {
        return Integer.toString((int) Math.max(1, Math.floor(length)));
    }

    /// The width that a box offers to what is in it, in CSS pixels: the measure without the indents of
    /// `pdf/digest.css`, and in tables an equal share for each column.
    private double within(Node box) {
        if (!(box instanceof Element element)) {
            return measure;
        }
        double outside = within(element.getParentNode());
        return switch (element.getNodeName()) {
            case "ul", "ol", "blockquote" -> outside - 6 * PIXELS_A_MILLIMETRE;
            case "td", "th" -> outside / cells(element.getParentNode()) - 3 * PIXELS_A_MILLIMETRE;
            case "figure" -> outside - HAIRLINES;
            default ->
                element.getAttribute("class").startsWith("callout") ? outside - 9 * PIXELS_A_MILLIMETRE : outside;
        };
    }

    private static int cells(Node row) {
        int cells = 0;
        for (Node child = row.getFirstChild(); child != null; child = child.getNextSibling()) {
            cells += child instanceof Element ? 1 : 0;
        }
        return Math.max(1, cells);
    }
}
