package octavo.pdf.tag;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNameTree;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfStructureTreeRoot;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Element;

/// Writes the finished tree (ISO 32000-1, 14.7.2).
final class TreeWriter {
    private static final PdfName PAGE = PdfName.PG;
    private static final PdfName ID = PdfName.ID;

    private final PdfWriter writer;
    private final PdfStructureTreeRoot root;
    private final Map<String, PdfObject> notes = new LinkedHashMap<>();

    TreeWriter(PdfWriter writer) {
        this.writer = writer;
        this.root = writer.getStructureTreeRoot();
    }

    void write(Tag document) throws IOException {
        // Each element had to be made as a kid of the root; its place in the tree is given here.
        root.put(PdfName.K, new PdfArray(write(document, root.getReference())));
        if (!notes.isEmpty()) {
            PdfDictionary names = PdfNameTree.writeTree(notes, writer);
            root.put(new PdfName("IDTree"), writer.addToBody(names).getIndirectReference());
        }
    }

    private PdfIndirectReference write(Tag tag, PdfIndirectReference parent) throws IOException {
        PdfStructureElement structure = tag.structure(root);
        structure.remove(PAGE);
        PdfArray kids = new PdfArray();
        for (Kid kid : tag.kids()) {
            if (kid.isPainted()) {
                switch (kid) {
                    case Tag inner -> kids.add(write(inner, structure.getReference()));
                    case Place place -> add(kids, place, structure);
                }
            }
        }
        tag.annotations().forEach(annotation -> kids.add(annotation(annotation)));
        structure.put(PdfName.P, parent);
        if (!kids.isEmpty()) {
            structure.put(PdfName.K, kids);
        }
        tag.element().ifPresent(element -> describe(structure, tag, element));
        return writer.addToBody(structure, structure.getReference()).getIndirectReference();
    }

    private void add(PdfArray kids, Place place, PdfStructureElement around) throws IOException {
        Optional<String> spoken = place.spoken();
        if (spoken.isEmpty()) {
            place.marks().forEach(mark -> kids.add(mark(around, mark)));
            return;
        }
        PdfStructureElement span = place.structure(root);
        PdfArray marks = new PdfArray();
        span.remove(PAGE);
        place.marks().forEach(mark -> marks.add(mark(span, mark)));
        span.put(PdfName.K, marks);
        span.put(PdfName.P, around.getReference());
        span.put(new PdfName("ActualText"), text(spoken.get()));
        kids.add(writer.addToBody(span, span.getReference()).getIndirectReference());
    }

    /// A number where the sequence stands on the page that the element names, else with its page.
    private static PdfObject mark(PdfStructureElement structure, Place.Mark mark) {
        if (structure.get(PAGE) == null) {
            structure.put(PAGE, mark.page());
        }
        if (mark.page().equals(structure.get(PAGE))) {
            return new PdfNumber(mark.number());
        }
        PdfDictionary reference = new PdfDictionary(PdfName.MCR);
        reference.put(PAGE, mark.page());
        reference.put(PdfName.MCID, new PdfNumber(mark.number()));
        return reference;
    }

    private static PdfObject annotation(Tag.Annotation annotation) {
        PdfDictionary reference = new PdfDictionary(new PdfName("OBJR"));
        reference.put(PAGE, annotation.page());
        reference.put(new PdfName("Obj"), annotation.reference());
        return reference;
    }

    private void describe(PdfStructureElement structure, Tag tag, Element element) {
        Optional<PdfDictionary> attributes = tag.type().equals(Roles.FIGURE) ? tag.box() : Attributes.of(element);
        attributes.ifPresent(dictionary -> structure.put(PdfName.A, dictionary));
        if (tag.type().equals(Roles.FIGURE)) {
            structure.put(PdfName.ALT, text(element.getAttribute("alt")));
        }
        if (element.hasAttribute("lang")) {
            structure.put(PdfName.LANG, new PdfString(element.getAttribute("lang")));
        }
        if (tag.type().equals(Roles.NOTE)) { // PDF/UA-1, 7.9: notes have ids
            String id = element.hasAttribute("id") ? element.getAttribute("id") : "note-" + notes.size();
            structure.put(ID, text(id));
            notes.put(id, structure.getReference());
        }
    }

    private static PdfString text(String words) {
        return new PdfString(words, PdfObject.TEXT_UNICODE);
    }
}
