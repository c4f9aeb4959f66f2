package octavo.email;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSDeclarationList;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.parser.ParseException;
import com.helger.css.parser.Token;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderDeclarationList;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSInterpretErrorHandler;
import com.helger.css.reader.errorhandler.ThrowingCSSParseErrorHandler;
import com.helger.css.writer.CSSWriterSettings;
import java.util.ArrayList;
import java.util.List;
import octavo.model.OctavoException;

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
    record Rule(ElementMatcher selector, Specificity specificity, List<Declaration> declarations) {}

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
                        .setCustomErrorHandler(new ThrowingCSSParseErrorHandler())
                        .setCustomExceptionHandler(e -> {
                            throw notCss(e);
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

    /// Browsers leave out what they do not understand, and mostly more than its author thinks.
    private static OctavoException notCss(ParseException e) {
        Token next = e.currentToken == null ? null : e.currentToken.next;
        String place = next == null ? "" : " at line " + next.beginLine + ", column " + next.beginColumn;
        String found = next == null || next.image.isEmpty() ? "" : ": '" + next.image + "' cannot stand there";
        return new OctavoException(
                "The theme's style sheet for email is not valid CSS" + place + found + "; check email/email.css.", e);
    }

    private static void sort(CSSStyleRule rule, List<Rule> rules, StringBuilder rest) {
        List<Declaration> declarations =
                rule.getAllDeclarations().stream().map(Declaration::of).toList();
        CSSStyleRule left = new CSSStyleRule();
        for (CSSSelector selector : rule.getAllSelectors()) {
            ElementMatcher.of(selector)
                    .ifPresentOrElse(
                            matcher -> rules.add(new Rule(matcher, Specificity.of(selector), declarations)),
                            () -> left.addSelector(selector));
        }
        if (left.getSelectorCount() > 0) {
            rule.getAllDeclarations().forEach(left::addDeclaration);
            rest.append(left.getAsCSSString(SHORT)).append('\n');
        }
    }

    /// The declarations of a style attribute; those that are no CSS are left out, as a browser would.
    static List<Declaration> ofAttribute(String style) {
        if (style.isBlank()) {
            return List.of();
        }
        CSSDeclarationList own = CSSReaderDeclarationList.readFromString(style);
        return own == null
                ? List.of()
                : own.getAllDeclarations().stream().map(Declaration::of).toList();
    }
}
