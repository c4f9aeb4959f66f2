package octavo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The text of a PDF as a screen reader reads it: along the structure tree, without artifacts.
final class ReadAloud {
    private static final Set<String> PARTS_OF_LINES = Set.of("Link", "Span", "Code", "Quote", "Reference", "Figure");

    private final Map<PDPage, Map<Integer, String>> texts = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private ReadAloud() {}

    static String of(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            ReadAloud reading = new ReadAloud();
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.setSuppressDuplicateOverlappingText(false);
                extractor.processPage(page);
                Map<Integer, String> ofPage = new HashMap<>();
                for (PDMarkedContent content : extractor.getMarkedContents()) {
                    if (content.getMCID() >= 0) {
                        ofPage.put(content.getMCID(), text(content));
                    }
                }
                reading.texts.put(page, ofPage);
            }
            reading.read(document.getDocumentCatalog().getStructureTreeRoot(), document.getPage(0));
            return reading.out.toString();
        }
    }

    /// The text of a PDF as a viewer copies it that knows nothing of tags: in the order in which it was painted, with
    /// the
    /// words joined that the end of a line divides. Without artifacts, which stand between the pages.
    static String copied(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSuppressDuplicateOverlappingText(false);
            return stripper.getText(document);
        }
    }

    private static String text(PDMarkedContent content) {
        if (content.getActualText() != null) {
            return content.getActualText();
        }
        StringBuilder text = new StringBuilder();
        for (Object part : content.getContents()) {
            switch (part) {
                case TextPosition glyph -> text.append(glyph.getUnicode());
                case PDMarkedContent inner -> text.append(text(inner));
                default -> {}
            }
        }
        return text.toString();
    }

    private void read(PDStructureNode node, PDPage page) {
        boolean block =
                !(node instanceof PDStructureElement element) || !PARTS_OF_LINES.contains(element.getStructureType());
        PDPage own = node instanceof PDStructureElement element && element.getPage() != null ? element.getPage() : page;
        out.append(block ? "\n" : "");
        if (node instanceof PDStructureElement element && element.getActualText() != null) {
            out.append(element.getActualText());
            return;
        }
        if (node instanceof PDStructureElement element && element.getAlternateDescription() != null) {
            out.append(' ').append(element.getAlternateDescription()).append(' ');
            return;
        }
        for (Object kid : List.copyOf(node.getKids())) {
            switch (kid) {
                case PDStructureElement inner -> read(inner, own);
                case Integer number -> append(own, number);
                case PDMarkedContentReference reference -> append(reference.getPage(), reference.getMCID());
                default -> {}
            }
        }
        out.append(block ? "\n" : "");
    }

    private void append(PDPage page, int number) {
        out.append(texts.getOrDefault(page, Map.of()).getOrDefault(number, ""));
    }
}
