package octavo.email;

import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSSelectorAttribute;
import com.helger.css.decl.CSSSelectorMemberNot;
import com.helger.css.decl.CSSSelectorMemberPseudoHas;
import com.helger.css.decl.CSSSelectorMemberPseudoIs;
import com.helger.css.decl.CSSSelectorMemberPseudoWhere;
import com.helger.css.decl.CSSSelectorSimpleMember;
import com.helger.css.decl.ECSSSelectorCombinator;
import com.helger.css.decl.ICSSSelectorMember;
import com.helger.css.writer.CSSWriterSettings;
import java.util.Comparator;
import java.util.List;

/// How much a selector weighs (Selectors Level 4, section 17): ids, then classes, attributes and
/// pseudo-classes, then element names and pseudo-elements.
record Specificity(int ids, int classes, int types) implements Comparable<Specificity> {
    /// A style attribute is stronger than any selector.
    static final Specificity STYLE_ATTRIBUTE = new Specificity(Integer.MAX_VALUE, 0, 0);

    private static final Specificity ZERO = new Specificity(0, 0, 0);
    private static final CSSWriterSettings PLAIN = new CSSWriterSettings(true);
    private static final Comparator<Specificity> ORDER = Comparator.comparingInt(Specificity::ids)
            .thenComparingInt(Specificity::classes)
            .thenComparingInt(Specificity::types);

    static Specificity of(CSSSelector selector) {
        return selector.getAllMembers().stream().map(Specificity::of).reduce(ZERO, Specificity::plus);
    }

    private static Specificity of(ICSSSelectorMember member) {
        return switch (member) {
            case CSSSelector selector -> of(selector);
            case CSSSelectorMemberNot not -> strongest(not.getAllSelectors());
            case CSSSelectorMemberPseudoIs is -> strongest(is.getAllSelectors());
            case CSSSelectorMemberPseudoHas has -> strongest(has.getAllSelectors());
            case CSSSelectorMemberPseudoWhere _, ECSSSelectorCombinator _ -> ZERO;
            case CSSSelectorAttribute _ -> new Specificity(0, 1, 0);
            case CSSSelectorSimpleMember simple -> ofSimple(simple.getValue());
            default -> ofSimple(member.getAsCSSString(PLAIN));
        };
    }

    private static Specificity ofSimple(String text) {
        if (text.equals("*")) {
            return ZERO;
        }
        if (text.startsWith("#")) {
            return new Specificity(1, 0, 0);
        }
        boolean weighsAsClass = text.startsWith(".") || (text.startsWith(":") && !text.startsWith("::"));
        return weighsAsClass ? new Specificity(0, 1, 0) : new Specificity(0, 0, 1);
    }

    private static Specificity strongest(List<CSSSelector> selectors) {
        return selectors.stream().map(Specificity::of).max(ORDER).orElse(ZERO);
    }

    private Specificity plus(Specificity other) {
        return new Specificity(ids + other.ids, classes + other.classes, types + other.types);
    }

    @Override
    public int compareTo(Specificity other) {
        return ORDER.compare(this, other);
    }
}
