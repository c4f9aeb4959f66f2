package octavo.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;

/// The structure tree of a file as a person would note it down: `Sect(H1 P(Link) Div(Figure[A boat] Caption))`.
final class StructureText {
    private StructureText() {}

    static String of(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfDictionary root = reader.getCatalog().getAsDict(PdfName.STRUCTTREEROOT);
            return String.join(" ", kids(root));
        }
    }

    private static String element(PdfDictionary element) {
        String type = element.getAsName(PdfName.S).toString().substring(1);
        PdfObject words = element.get(PdfName.ALT);
        List<String> kids = kids(element);
        return type
                + (words == null ? "" : "[" + words + "]")
                + (kids.isEmpty() ? "" : "(" + String.join(" ", kids) + ")");
    }

    private static List<String> kids(PdfDictionary element) {
        List<String> kids = new ArrayList<>();
        if (PdfReader.getPdfObject(element.get(PdfName.K)) instanceof PdfArray all) {
            for (int i = 0; i < all.size(); i++) {
                PdfDictionary kid = all.getAsDict(i);
                if (kid != null && kid.get(PdfName.S) != null) {
                    kids.add(element(kid));
                }
            }
        }
        return kids;
    }
}
