package octavo.epub;

import io.documentnode.epub4j.domain.TOCReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import octavo.render.xhtml.Xml;

/// The contents once more, for reading systems that know only EPUB 2 (OPF 2.0.1, section 2.4.1).
final class NcxDocument {
    private final Xml xml = new Xml();
    private final Map<String, Integer> playOrders = new HashMap<>();
    private int points;

    private NcxDocument() {}

    static String write(BookMetadata metadata, List<TOCReference> contents) {
        NcxDocument ncx = new NcxDocument();
        ncx.xml.open(
                "ncx",
                "xmlns",
                "http://www.daisy.org/z3986/2005/ncx/",
                "version",
                "2005-1",
                "xml:lang",
                metadata.language().tag());
        ncx.xml
                .open("head")
                .empty("meta", "name", "dtb:uid", "content", metadata.identifier())
                .empty("meta", "name", "dtb:depth", "content", Integer.toString(depth(contents)))
                .empty("meta", "name", "dtb:totalPageCount", "content", "0")
                .empty("meta", "name", "dtb:maxPageNumber", "content", "0")
                .close();
        ncx.xml.open("docTitle").text("text", metadata.title()).close();
        ncx.xml.open("navMap");
        ncx.points(contents);
        ncx.xml.close().close();
        return ncx.xml.toString();
    }

    /// Entries with one target share its place in the order, or epubcheck reports RSC-005.
    private void points(List<TOCReference> entries) {
        for (TOCReference entry : entries) {
            String target = entry.getCompleteHref();
            int order = playOrders.computeIfAbsent(target, _ -> playOrders.size() + 1);
            points++;
            xml.open("navPoint", "id", "n" + points, "playOrder", Integer.toString(order));
            xml.open("navLabel").text("text", entry.getTitle()).close();
            xml.empty("content", "src", target);
            points(entry.getChildren());
            xml.close();
        }
    }

    private static int depth(List<TOCReference> entries) {
        return entries.stream()
                .mapToInt(entry -> 1 + depth(entry.getChildren()))
                .max()
                .orElse(0);
    }
}
