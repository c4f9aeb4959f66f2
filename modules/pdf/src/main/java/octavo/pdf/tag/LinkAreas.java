package octavo.pdf.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import octavo.pdf.dom.Elements;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfBorderArray;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Element;

/// The places of one page that can be clicked: one annotation for each line of a link, however many boxes it is painted
/// in, so that a screen reader stops once.
final class LinkAreas {
    private static final float SMALLEST = 0.5f; // points; what is smaller holds nothing that can be seen
    private static final PdfName STRUCT_PARENT = new PdfName("StructParent");

    private final PdfWriter writer;
    private final Map<Tag, Link> links = new LinkedHashMap<>();

    LinkAreas(PdfWriter writer) {
        this.writer = writer;
    }

    private record Link(Element element, PdfAction action, List<Rectangle> areas) {}

    void add(Tag tag, Element element, PdfAction action, Rectangle area) {
        if (area.getWidth() >= SMALLEST && area.getHeight() >= SMALLEST) {
            links.computeIfAbsent(tag, key -> new Link(element, action, new ArrayList<>()))
                    .areas()
                    .add(area);
        }
    }

    /// Writes the annotations of the page that is finished, and forgets them.
    void write() {
        links.forEach((tag, link) -> lines(link.areas()).forEach(line -> write(tag, link, line)));
        links.clear();
    }

    private void write(Tag tag, Link link, Rectangle area) {
        PdfAnnotation annotation = new PdfAnnotation(
                writer, area.getLeft(), area.getBottom(), area.getRight(), area.getTop(), link.action());
        annotation.put(PdfName.SUBTYPE, PdfName.LINK);
        annotation.put(PdfName.F, new PdfNumber(PdfAnnotation.FLAGS_PRINT)); // PDF/A-2, 6.3.2
        annotation.setBorder(new PdfBorderArray(0, 0, 0));
        // PDF/UA-1, 7.18.5: a link says in words where it leads.
        annotation.put(PdfName.CONTENTS, new PdfString(words(link.element()), PdfObject.TEXT_UNICODE));
        var root = writer.getStructureTreeRoot();
        annotation.put(
                STRUCT_PARENT,
                new PdfNumber(root.addExistingObject(tag.structure(root).getReference())));
        tag.annotations()
                .add(new Tag.Annotation(
                        writer.getPageReference(writer.getPageNumber()), annotation.getIndirectReference()));
        writer.addAnnotation(annotation);
    }

    private static String words(Element link) {
        String text = link.getTextContent().replace("\u00ad", "").strip();
        return Stream.concat(
                        Stream.of(text),
                        Elements.named(link, "img").stream()
                                .map(picture -> picture.getAttribute("alt").strip()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(link.getAttribute("href"));
    }

    private static List<Rectangle> lines(List<Rectangle> areas) {
        areas.sort(Comparator.comparingDouble((Rectangle area) -> area.getTop()).reversed());
        List<Rectangle> lines = new ArrayList<>();
        for (Rectangle area : areas) {
            if (!lines.isEmpty() && isOneLine(lines.getLast(), area)) {
                lines.set(lines.size() - 1, around(lines.getLast(), area));
            } else {
                lines.add(area);
            }
        }
        return lines;
    }

    private static boolean isOneLine(Rectangle a, Rectangle b) {
        float shared = Math.min(a.getTop(), b.getTop()) - Math.max(a.getBottom(), b.getBottom());
        return shared > Math.min(a.getHeight(), b.getHeight()) / 2;
    }

    private static Rectangle around(Rectangle a, Rectangle b) {
        return new Rectangle(
                Math.min(a.getLeft(), b.getLeft()), Math.min(a.getBottom(), b.getBottom()),
                Math.max(a.getRight(), b.getRight()), Math.max(a.getTop(), b.getTop()));
    }
}
