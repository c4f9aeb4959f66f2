package octavo.pdf.tag;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import octavo.pdf.dom.Elements;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Element;
import org.w3c.dom.Text;

/// The tags of one document while it is painted: tells for each thing painted what it is part of.
///
/// Painting calls one of the methods that begin something, then paints; the last call counts until the next one.
/// [#finish] writes the tree.
public final class Tagging {
    /// Marks an element whose children stand in the order in which they are seen, from left to right, and are read from
    /// the last to the first.
    public static final String REVERSED = "data-reversed";

    /// Marks an element that shows an emoji, which is the value.
    public static final String EMOJI = "data-emoji";

    private final TagTree tree;
    private final PdfWriter writer;
    private final MarkedContent content;
    private final LinkAreas links;
    private final IdentityHashMap<Element, Integer> firstPages = new IdentityHashMap<>();

    /// @param body the document's, with all that will be laid out
    /// @param writer that [#prepare] was called with
    public Tagging(Element body, PdfWriter writer) {
        this.tree = TagTree.of(body);
        this.writer = writer;
        this.content = new MarkedContent(writer);
        this.links = new LinkAreas(writer);
    }

    /// Makes the file a tagged one; to be called before its first page.
    public static void prepare(PdfWriter writer) {
        writer.setTagged();
    }

    /// Text is painted from here on.
    ///
    /// @param owner the nearest element around the text
    public void text(PdfContentByte page, Text text, Element owner) {
        begin(page, owner, tree.place(text));
    }

    /// Text is painted from here on that a style sheet puts before or after the content of its element.
    public void generated(PdfContentByte page, Element owner, boolean before) {
        begin(page, owner, tree.generated(owner, before));
    }

    private void begin(PdfContentByte page, Element owner, Optional<Place> place) {
        if (place.isEmpty()) {
            artifact(page, Artifact.LAYOUT);
        } else if (isRepeated(owner)) {
            artifact(page, Artifact.PAGINATION);
        } else {
            content.content(page, place.get());
        }
    }

    /// A picture is painted from here on.
    ///
    /// @param picture an `img` element, or one that shows an emoji
    /// @param area where it stands on the page, in points
    public void picture(PdfContentByte page, Element picture, Rectangle area) {
        Optional<Tag> figure = tree.tag(picture);
        if (figure.isEmpty()) {
            artifact(page, Artifact.LAYOUT);
        } else if (isRepeated(picture)) {
            artifact(page, Artifact.PAGINATION);
        } else {
            figure.get().setBox(Attributes.box(area));
            content.content(page, figure.get().place());
        }
    }

    /// What is painted from here on is no part of the text.
    public void artifact(PdfContentByte page, Artifact artifact) {
        content.artifact(page, artifact);
    }

    /// Makes a part of the page lead somewhere when it is clicked.
    ///
    /// @param link an `a` element
    /// @param action made only where the link counts
    public void link(Element link, Rectangle area, Supplier<Optional<PdfAction>> action) {
        Optional<Tag> tag = tree.tag(link);
        if (tag.isPresent() && !isRepeated(link)) {
            action.get().ifPresent(leads -> links.add(tag.get(), link, leads, area));
        }
    }

    /// Ends the page.
    public void finishPage(PdfContentByte page) {
        content.close(page);
        links.write();
    }

    /// Writes the tree, after the last page.
    public void finish() throws IOException {
        new TreeWriter(writer).write(tree.root());
    }

    /// Whether this is the head of a table that goes on from the page before, which is no content a second time.
    private boolean isRepeated(Element element) {
        Optional<Element> head = Elements.enclosing(element, "thead");
        int page = writer.getPageNumber();
        return head.isPresent() && firstPages.computeIfAbsent(head.get(), key -> page) != page;
    }
}
