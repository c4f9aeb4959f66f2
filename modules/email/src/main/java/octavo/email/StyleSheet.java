package octavo.email;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSDeclarationList;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderDeclarationList;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSInterpretErrorHandler;
import com.helger.css.reader.errorhandler.DoNothingCSSParseErrorHandler;
import com.helger.css.writer.CSSWriterSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import octavo.model.OctavoException;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/// A style sheet, sorted into what can stand in style attributes and what cannot.
///
/// @param rules those with a selector that depends on nothing but the document
/// @param restRules rules that only a mail client can apply: `a:hover`, `::first-line`
/// @param restAtRules media queries and other at-rules
record StyleSheet(List<Rule> rules, String restRules, String restAtRules) {
    /// As the author wrote them, and with quoted addresses, so that a `;` inside `url()` does no harm.
    static final CSSWriterSettings AS_WRITTEN = new CSSWriterSettings(false).setQuoteURLs(true);

    private static final CSSWriterSettings SHORT = new CSSWriterSettings(true).setQuoteURLs(true);

    /// One selector of a rule with the rule's declarations.
    record Rule(Evaluator selector, Specificity specificity, List<Declaration> declarations) {}

    /// A property with its value.
    record Declaration(String property, String value, boolean important) {
        static Declaration of(CSSDeclaration declaration) {
            return new Declaration(
                    declaration.getProperty(),
                    declaration.getExpression().getAsCSSString(AS_WRITTEN),
                    declaration.isImportant());
        }
    }

    StyleSheet {
        rules = List.copyOf(rules);
    }

    /// @throws OctavoException where the sheet is no CSS
    static StyleSheet parse(String css) {
        CascadingStyleSheet sheet = CSSReader.readFromStringReader(
                css,
                new CSSReaderSettings()
                        .setCustomErrorHandler(new DoNothingCSSParseErrorHandler())
                        .setCustomExceptionHandler(e -> {
                            throw new OctavoException(
                                    "The theme's style sheet for email is not valid CSS: " + e.getMessage(), e);
                        })
                        .setInterpretErrorHandler(new DoNothingCSSInterpretErrorHandler()));
        if (sheet == null) {
            throw new OctavoException("The theme's style sheet for email is not valid CSS; check email/email.css.");
        }
        List<Rule> rules = new ArrayList<>();
        StringBuilder restRules = new StringBuilder();
        StringBuilder restAtRules = new StringBuilder();
        for (ICSSTopLevelRule rule : sheet.getAllRules()) {
            if (rule instanceof CSSStyleRule styleRule) {
                sort(styleRule, rules, restRules);
            } else {
                restAtRules.append(rule.getAsCSSString(SHORT)).append('\n');
            }
        }
        return new StyleSheet(rules, restRules.toString(), restAtRules.toString());
    }

    private static void sort(CSSStyleRule rule, List<Rule> rules, StringBuilder rest) {
        List<Declaration> declarations =
                rule.getAllDeclarations().stream().map(Declaration::of).toList();
        CSSStyleRule left = new CSSStyleRule();
        for (CSSSelector selector : rule.getAllSelectors()) {
            evaluator(selector)
                    .ifPresentOrElse(
                            evaluator -> rules.add(new Rule(evaluator, Specificity.of(selector), declarations)),
                            () -> left.addSelector(selector));
        }
        if (left.getSelectorCount() > 0) {
            rule.getAllDeclarations().forEach(left::addDeclaration);
            rest.append(left.getAsCSSString(SHORT)).append('\n');
        }
    }

    /// The selector as jsoup applies it, empty where jsoup cannot: pseudo-classes of a running client, and
    /// the attribute operators to which it gives another meaning or none.
    private static Optional<Evaluator> evaluator(CSSSelector selector) {
        String css = selector.getAsCSSString(AS_WRITTEN);
        if (css.contains("~=") || css.contains("|=")) {
            return Optional.empty();
        }
        try {
            return Optional.of(QueryParser.parse(css));
        } catch (Selector.SelectorParseException _) {
            return Optional.empty();
        }
    }

    /// The declarations of a style attribute; those that are no CSS are left out, as a browser would.
    static List<Declaration> ofAttribute(String style) {
        CSSDeclarationList own = CSSReaderDeclarationList.readFromString(style);
        return own == null
                ? List.of()
                : own.getAllDeclarations().stream().map(Declaration::of).toList();
    }
}
