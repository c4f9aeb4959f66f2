package octavo.pdf.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import octavo.pdf.script.Shaper;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfStructureTreeRoot;

/// A place in a structure element for a stretch of text, or for a picture: whatever is painted of it, on however
/// many pages.
final class Place implements Kid {
    private final Tag tag;
    private final List<Mark> marks = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private @Nullable PdfStructureElement own;

    Place(Tag tag) {
        this.tag = tag;
    }

    /// A marked-content sequence.
    ///
    /// @param number unique on its page
    record Mark(PdfIndirectReference page, int number) {}

    /// Adds what will be painted here, in the order in which it is read.
    void add(String text) {
        words.append(text);
    }

    /// Words from right to left stand on the page in the order in which they are seen: how they are read, an element of
    /// their own has to say. Empty for all others.
    Optional<String> spoken() {
        return Shaper.isRightToLeft(words)
                ? Optional.of(words.toString().replace("\u00ad", "").replaceAll("\\s+", " "))
                : Optional.empty();
    }

    /// The element that holds what is painted here.
    PdfStructureElement structure(PdfStructureTreeRoot root) {
        PdfStructureElement known = own;
        if (known == null) {
            known = spoken().isPresent() ? new PdfStructureElement(root, new PdfName("Span")) : tag.structure(root);
            own = known;
        }
        return known;
    }

    List<Mark> marks() {
        return marks;
    }

    @Override
    public boolean isPainted() {
        return !marks.isEmpty();
    }
}
