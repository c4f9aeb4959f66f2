package octavo.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import octavo.model.Block;
import octavo.model.Contributor;
import octavo.model.Contributor.Role;
import octavo.model.Edition.BackMatter;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.PlainText;

/// Collects who had a part in an edition: from the front matter of its issues, and from credits in the text, which many
/// letters keep as a list of languages with names below each:
///
/// ```markdown
/// - English (original)
///   - General contributors: *Ada, Ben*
/// - French
///   - Translators: *Chi, Dee*
/// ```
///
/// The names below the edition's own language are its translators, those below the original's had a part in both, and
/// those below other languages had none in this one.
final class Contributors {
    private final Language language;
    private final String and;
    private final Language original;
    private final Set<Contributor> found = new LinkedHashSet<>();

    private Contributors(Language language, Language original) {
        this.language = language;
        this.and = Credit.conjunction(language);
        this.original = original;
    }

    /// @param original the language that the publication is written in first
    static List<Contributor> of(List<Issue> issues, List<BackMatter> backMatter, Language language, Language original) {
        Contributors contributors = new Contributors(language, original);
        issues.forEach(issue -> issue.authors().forEach(name -> contributors.add(name, Role.AUTHOR)));
        issues.forEach(issue -> issue.contributors().forEach(one -> contributors.add(one.name(), one.role())));
        // Names in an issue's lists may be anybody's, unless they stand below a language.
        issues.forEach(issue -> issue.body().forEach(block -> contributors.credits(block, Optional.empty())));
        backMatter.forEach(matter ->
                matter.body().forEach(block -> contributors.credits(block, Optional.of(Role.CONTRIBUTOR))));
        return List.copyOf(contributors.found);
    }

    private void add(String name, Role role) {
        String stripped = name.strip();
        if (!stripped.isEmpty()) {
            found.add(new Contributor(stripped, role));
        }
    }

    private void credits(Block block, Optional<Role> role) {
        switch (block) {
            case Block.Paragraph paragraph -> credit(paragraph.content(), role);
            case Block.BulletList list -> list.items().forEach(item -> credits(item, role));
            case Block.OrderedList list -> list.items().forEach(item -> credits(item, role));
            default -> {}
        }
    }

    /// A list item: what is nested in it stands under its label.
    private void credits(Block.Item item, Optional<Role> role) {
        if (item.body().isEmpty() || !(item.body().getFirst() instanceof Block.Paragraph first)) {
            return;
        }
        credit(first.content(), role);
        String label = Credit.label(first.content());
        List<Block> nested = item.body().subList(1, item.body().size());
        if (nested.isEmpty()) {
            return;
        }
        if (isNamed(label, original)) {
            nested.forEach(block -> credits(block, Optional.of(Role.CONTRIBUTOR)));
        } else if (isNamed(label, language)) {
            nested.forEach(block -> credits(block, Optional.of(Role.TRANSLATOR)));
        }
    }

    private void credit(List<Inline> content, Optional<Role> role) {
        role.ifPresent(part -> Credit.of(content, and)
                .filter(credit -> credit.style() != Credit.Style.PLAIN)
                .ifPresent(credit -> credit.names().forEach(name -> add(PlainText.of(name), part))));
    }

    /// Whether a label is what a language is called: in this edition, in English or by itself. More may follow in
    /// parentheses.
    private boolean isNamed(String label, Language named) {
        Locale locale = named.locale();
        return Stream.of(language.locale(), Locale.ENGLISH, locale)
                .map(in -> Titles.key(locale.getDisplayLanguage(in)))
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> label.equals(name) || label.startsWith(name + " ("));
    }
}
