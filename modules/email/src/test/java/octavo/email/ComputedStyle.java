package octavo.email;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.shorthand.CSSShortHandDescriptor;
import com.helger.css.decl.shorthand.CSSShortHandRegistry;
import com.helger.css.property.ECSSProperty;
import com.helger.css.reader.CSSReaderDeclarationList;
import com.helger.css.writer.CSSWriterSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What a style attribute comes to: shorthands taken apart, later declarations over earlier ones, one way of writing.
final class ComputedStyle {
    private static final CSSWriterSettings SHORT = new CSSWriterSettings(true).setQuoteURLs(true);

    private ComputedStyle() {}

    /// A line for each element of the body: its name, and its longhand properties in alphabetical order.
    static List<String> of(Document document) {
        return document.body().getAllElements().stream()
                .map(element -> element.normalName() + " " + of(element))
                .toList();
    }

    private static Map<String, String> of(Element element) {
        Map<String, String> longhands = new TreeMap<>();
        var declarations = CSSReaderDeclarationList.readFromString(element.attr("style"));
        if (declarations == null) {
            throw new AssertionError("no CSS: " + element.attr("style"));
        }
        for (CSSDeclaration declaration : declarations.getAllDeclarations()) {
            for (CSSDeclaration single : longhands(declaration)) {
                longhands.put(
                        single.getProperty(),
                        single.getExpression()
                                .getAsCSSString(SHORT)
                                .replace('"', '\'')
                                .toLowerCase(Locale.ROOT));
            }
        }
        return longhands;
    }

    private static List<CSSDeclaration> longhands(CSSDeclaration declaration) {
        ECSSProperty property = ECSSProperty.getFromNameOrNull(declaration.getProperty());
        CSSShortHandDescriptor shorthand =
                property == null ? null : CSSShortHandRegistry.getShortHandDescriptor(property);
        if (shorthand == null) {
            return List.of(declaration);
        }
        return shorthand.getSplitIntoPieces(declaration).stream()
                .flatMap(piece -> piece.getProperty().equals(declaration.getProperty())
                        ? List.of(piece).stream()
                        : longhands(piece).stream())
                .toList();
    }
}
