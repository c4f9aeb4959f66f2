package octavo.pdf.tag;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.PdfIndirectReference;

/// A place in a structure element for a stretch of text, or for a picture: whatever is painted of it, on however
/// many pages.
final class Place implements Kid {
    private final Tag tag;
    private final List<Mark> marks = new ArrayList<>();

    Place(Tag tag) {
        this.tag = tag;
    }

    /// A marked-content sequence.
    ///
    /// @param number unique on its page
    record Mark(PdfIndirectReference page, int number) {}

    Tag tag() {
        return tag;
    }

    List<Mark> marks() {
        return marks;
    }

    @Override
    public boolean isPainted() {
        return !marks.isEmpty();
    }
}
