package octavo.pdf;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xhtmlrenderer.simple.extend.XhtmlNamespaceHandler;

/// Keeps links from the layout engine, whose annotations belong to no tag (PDF/UA-1, 7.18.5): [PdfDevice] makes them.
final class NoLinks extends XhtmlNamespaceHandler {
    @Override
    public @Nullable String getLinkUri(Element element) {
        return null;
    }
}
