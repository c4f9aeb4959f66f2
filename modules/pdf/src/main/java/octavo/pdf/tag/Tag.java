package octavo.pdf.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfStructureTreeRoot;
import org.w3c.dom.Element;

/// An element of the structure tree, made before anything is painted.
final class Tag implements Kid {
    private final String type;
    private final Optional<Element> element;
    private final List<Kid> kids = new ArrayList<>();
    private final List<Annotation> annotations = new ArrayList<>();
    private Optional<PdfDictionary> box = Optional.empty();
    private @Nullable PdfStructureElement structure;

    /// @param element that it was made of; none for a paragraph around loose text and the like
    Tag(String type, @Nullable Tag parent, Optional<Element> element) {
        this.type = type;
        this.element = element;
        if (parent != null) {
            parent.kids.add(this);
        }
    }

    /// An annotation that belongs to the element.
    record Annotation(PdfIndirectReference page, PdfIndirectReference reference) {}

    String type() {
        return type;
    }

    Optional<Element> element() {
        return element;
    }

    List<Kid> kids() {
        return kids;
    }

    List<Annotation> annotations() {
        return annotations;
    }

    /// The place where the next text goes: texts that follow each other share one.
    Place place() {
        if (!kids.isEmpty() && kids.getLast() instanceof Place last) {
            return last;
        }
        return newPlace();
    }

    /// A place for what is no text of the document, such as a page number.
    Place newPlace() {
        Place place = new Place(this);
        kids.add(place);
        return place;
    }

    /// Where it stands on its page; the first page counts.
    void setBox(PdfDictionary attributes) {
        if (box.isEmpty()) {
            box = Optional.of(attributes);
        }
    }

    Optional<PdfDictionary> box() {
        return box;
    }

    /// Its dictionary, whose parent and kids are set when the tree is written.
    PdfStructureElement structure(PdfStructureTreeRoot root) {
        PdfStructureElement known = structure;
        if (known == null) {
            known = new PdfStructureElement(root, new PdfName(type));
            structure = known;
        }
        return known;
    }

    @Override
    public boolean isPainted() {
        return !annotations.isEmpty() || kids.stream().anyMatch(Kid::isPainted);
    }
}
