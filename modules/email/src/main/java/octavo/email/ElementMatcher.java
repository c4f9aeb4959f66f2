package octavo.email;

import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSSelectorAttribute;
import com.helger.css.decl.CSSSelectorMemberFunctionLike;
import com.helger.css.decl.CSSSelectorMemberNot;
import com.helger.css.decl.CSSSelectorMemberPseudoIs;
import com.helger.css.decl.CSSSelectorMemberPseudoWhere;
import com.helger.css.decl.CSSSelectorSimpleMember;
import com.helger.css.decl.ECSSAttributeCase;
import com.helger.css.decl.ECSSSelectorCombinator;
import com.helger.css.decl.ICSSSelectorMember;
import com.helger.css.parser.CSSParseHelper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// Whether a selector means an element (Selectors Level 4), decided from right to left as browsers do.
///
/// jsoup's own queries are not quite CSS: they mind no case in the values of attributes and in classes, and give `~=`
/// another meaning. So only places among siblings, `:nth-child()` and its like, are left to them.
final class ElementMatcher {
    private static final Set<String> PLACES = Set.of(
            "first-child",
            "last-child",
            "only-child",
            "first-of-type",
            "last-of-type",
            "only-of-type",
            "nth-child",
            "nth-last-child",
            "nth-of-type",
            "nth-last-of-type",
            "root");

    /// Attributes whose values mind no case in HTML documents (HTML, section 4.16.2, without what forms and frames
    /// need).
    private static final Set<String> ANY_CASE = Set.of(
            "align",
            "bgcolor",
            "charset",
            "clear",
            "color",
            "compact",
            "dir",
            "face",
            "frame",
            "hreflang",
            "http-equiv",
            "lang",
            "link",
            "media",
            "noshade",
            "nowrap",
            "rel",
            "rev",
            "rules",
            "scope",
            "shape",
            "target",
            "text",
            "type",
            "valign",
            "vlink");

    /// What stands between two combinators.
    ///
    /// @param combinator that leads to the compound before this one; none before the first
    private record Compound(Optional<ECSSSelectorCombinator> combinator, List<Predicate<Element>> tests) {
        boolean means(Element element) {
            for (Predicate<Element> test : tests) {
                if (!test.test(element)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Says that a selector depends on more than the document.
    private static final class NotOfTheDocument extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final List<Compound> compounds;

    private ElementMatcher(List<Compound> compounds) {
        this.compounds = compounds;
    }

    /// @return empty for a selector that only a running mail client can decide, such as `a:hover`
    static Optional<ElementMatcher> of(CSSSelector selector) {
        try {
            return Optional.of(compile(selector));
        } catch (NotOfTheDocument | Selector.SelectorParseException _) {
            return Optional.empty();
        }
    }

    boolean matches(Element element) {
        return matches(element, compounds.size() - 1);
    }

    private boolean matches(Element element, int last) {
        Compound compound = compounds.get(last);
        if (!compound.means(element)) {
            return false;
        }
        if (compound.combinator().isEmpty()) {
            return true;
        }
        return switch (compound.combinator().get()) {
            case BLANK -> any(element, ElementMatcher::parent, last - 1);
            case TILDE -> any(element, Element::previousElementSibling, last - 1);
            case GREATER -> is(parent(element), last - 1);
            case PLUS -> is(element.previousElementSibling(), last - 1);
        };
    }

    private interface Step {
        @Nullable
        Element from(Element element);
    }

    private boolean any(Element element, Step step, int last) {
        for (Element next = step.from(element); next != null; next = step.from(next)) {
            if (matches(next, last)) {
                return true;
            }
        }
        return false;
    }

    private boolean is(@Nullable Element element, int last) {
        return element != null && matches(element, last);
    }

    private static @Nullable Element parent(Element element) {
        Element parent = element.parent();
        return parent instanceof Document ? null : parent;
    }

    private static ElementMatcher compile(CSSSelector selector) throws NotOfTheDocument {
        List<Compound> compounds = new ArrayList<>();
        Optional<ECSSSelectorCombinator> combinator = Optional.empty();
        List<Predicate<Element>> tests = new ArrayList<>();
        for (ICSSSelectorMember member : selector.getAllMembers()) {
            if (member instanceof ECSSSelectorCombinator next) {
                compounds.add(new Compound(combinator, List.copyOf(tests)));
                tests.clear();
                combinator = Optional.of(next);
            } else {
                tests.add(test(member));
            }
        }
        compounds.add(new Compound(combinator, List.copyOf(tests)));
        return new ElementMatcher(List.copyOf(compounds));
    }

    private static Predicate<Element> test(ICSSSelectorMember member) throws NotOfTheDocument {
        return switch (member) {
            case CSSSelectorSimpleMember simple -> simple(simple.getValue());
            case CSSSelectorAttribute attribute -> attribute(attribute);
            case CSSSelectorMemberNot not -> any(not.getAllSelectors()).negate();
            case CSSSelectorMemberPseudoIs is -> any(is.getAllSelectors());
            case CSSSelectorMemberPseudoWhere where -> any(where.getAllSelectors());
            case CSSSelectorMemberFunctionLike function -> place(function.getAsCSSString(StyleSheet.AS_WRITTEN));
            default -> throw new NotOfTheDocument();
        };
    }

    private static Predicate<Element> any(List<CSSSelector> selectors) throws NotOfTheDocument {
        List<ElementMatcher> matchers = new ArrayList<>();
        for (CSSSelector selector : selectors) {
            matchers.add(compile(selector));
        }
        return element -> matchers.stream().anyMatch(matcher -> matcher.matches(element));
    }

    private static Predicate<Element> simple(String written) throws NotOfTheDocument {
        if (written.equals("*")) {
            return _ -> true;
        }
        if (written.equalsIgnoreCase(":empty")) {
            return element -> element.childNodes().stream().allMatch(Comment.class::isInstance);
        }
        if (written.startsWith(":")) {
            return place(written);
        }
        String name = CSSParseHelper.unescapeURL(written);
        if (name.startsWith("#")) {
            String id = name.substring(1);
            return element -> element.id().equals(id);
        }
        if (name.startsWith(".")) {
            String wanted = name.substring(1);
            return element -> words(element.attr("class")).contains(wanted);
        }
        String tag = lower(name);
        return element -> element.normalName().equals(tag);
    }

    private static Predicate<Element> place(String written) throws NotOfTheDocument {
        String pseudo = lower(written);
        int end = pseudo.indexOf('(');
        if (!PLACES.contains(pseudo.substring(1, end < 0 ? pseudo.length() : end))) {
            throw new NotOfTheDocument();
        }
        Evaluator evaluator = QueryParser.parse(pseudo);
        return element -> element.is(evaluator);
    }

    private static Predicate<Element> attribute(CSSSelectorAttribute attribute) {
        String name = lower(attribute.getAttrName());
        if (attribute.getOperator() == null || attribute.getAttrValue() == null) {
            return element -> element.hasAttr(name);
        }
        UnaryOperator<String> cased = mindsCase(attribute) ? UnaryOperator.identity() : ElementMatcher::lower;
        String value = Objects.requireNonNullElse(CSSParseHelper.extractStringValue(attribute.getAttrValue()), "");
        String wanted = cased.apply(value);
        Predicate<String> test = switch (attribute.getOperator()) {
            case EQUALS -> wanted::equals;
            case INCLUDES -> found -> words(found).contains(wanted);
            case DASHMATCH -> found -> found.equals(wanted) || found.startsWith(wanted + "-");
            case BEGINMATCH -> found -> !wanted.isEmpty() && found.startsWith(wanted);
            case ENDMATCH -> found -> !wanted.isEmpty() && found.endsWith(wanted);
            case CONTAINSMATCH -> found -> !wanted.isEmpty() && found.contains(wanted);
        };
        return element -> element.hasAttr(name) && test.test(cased.apply(element.attr(name)));
    }

    private static boolean mindsCase(CSSSelectorAttribute attribute) {
        ECSSAttributeCase flag = attribute.getCaseSensitivityFlag();
        return flag == null
                ? !ANY_CASE.contains(lower(attribute.getAttrName()))
                : flag == ECSSAttributeCase.CASE_SENSITIVE;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String value) {
        return value.isEmpty() ? List.of() : Arrays.asList(value.split("[ \t\n\f\r]+"));
    }
}
