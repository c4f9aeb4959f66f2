package octavo.pdf;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xhtmlrenderer.simple.extend.XhtmlNamespaceHandler;

/// What the layout engine asks of the elements of a document.
final class DigestHandler extends XhtmlNamespaceHandler {
    private final Seams seams;

    DigestHandler(Seams seams) {
        this.seams = seams;
    }

    /// Keeps links from the engine, whose annotations belong to no tag (PDF/UA-1, 7.18.5): [PdfDevice] makes them.
    @Override
    public @Nullable String getLinkUri(Element element) {
        return null;
    }

    /// Asked just before [PrintLineBreaks] is, which is not told the element.
    @Override
    public String getLang(@Nullable Element element) {
        seams.at(element);
        return super.getLang(element);
    }
}
