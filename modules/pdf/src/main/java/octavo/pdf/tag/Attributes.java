package octavo.pdf.tag;

import java.util.Optional;
import octavo.pdf.dom.Elements;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Attributes of structure elements (ISO 32000-1, 14.8.5).
final class Attributes {
    private Attributes() {}

    static Optional<PdfDictionary> of(Element element) {
        return switch (element.getNodeName()) {
            case "ol" -> numbering(element, "Decimal");
            case "ul" -> numbering(element, Elements.hasClass(element, "news") ? "None" : "Disc");
            case "th", "td" -> cell(element);
            default -> Optional.empty();
        };
    }

    /// Where a figure stands on its page.
    static PdfDictionary box(Rectangle area) {
        PdfDictionary layout = of("Layout", "Placement", "Block");
        layout.put(
                new PdfName("BBox"),
                new PdfArray(new float[] {area.getLeft(), area.getBottom(), area.getRight(), area.getTop()}));
        return layout;
    }

    private static Optional<PdfDictionary> numbering(Element list, String numbering) {
        boolean labelled = Roles.of(list).equals(Optional.of(Roles.LIST));
        return labelled ? Optional.of(of("List", "ListNumbering", numbering)) : Optional.empty();
    }

    /// A head says which cells it is the head of (PDF/UA-1, 7.5), and a wide cell how wide it is.
    private static Optional<PdfDictionary> cell(Element cell) {
        PdfDictionary attributes = new PdfDictionary();
        attributes.put(PdfName.O, new PdfName("Table"));
        if (cell.getNodeName().equals("th")) {
            attributes.put(new PdfName("Scope"), new PdfName(isHeadOfRow(cell) ? "Row" : "Column"));
        }
        span(attributes, "ColSpan", cell.getAttribute("colspan"));
        span(attributes, "RowSpan", cell.getAttribute("rowspan"));
        return attributes.size() > 1 ? Optional.of(attributes) : Optional.empty();
    }

    private static boolean isHeadOfRow(Element cell) {
        return switch (cell.getAttribute("scope")) {
            case "row", "rowgroup" -> true;
            case "col", "colgroup" -> false;
            default -> Elements.enclosing(cell, "thead").isEmpty() && isFirst(cell) && !isFirst(cell.getParentNode());
        };
    }

    private static boolean isFirst(Node node) {
        for (Node before = node.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            if (before instanceof Element) {
                return false;
            }
        }
        return true;
    }

    private static void span(PdfDictionary attributes, String name, String value) {
        if (value.matches("[1-9][0-9]{0,3}") && !value.equals("1")) {
            attributes.put(new PdfName(name), new PdfNumber(Integer.parseInt(value)));
        }
    }

    private static PdfDictionary of(String owner, String key, String value) {
        PdfDictionary attributes = new PdfDictionary();
        attributes.put(PdfName.O, new PdfName(owner));
        attributes.put(new PdfName(key), new PdfName(value));
        return attributes;
    }
}
