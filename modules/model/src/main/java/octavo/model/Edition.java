package octavo.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that a renderer ever gets: issues of one language, made ready to stand together.
///
/// Every id is unique, every link's [Target] is understood (no [Target.Written] is left), heading levels start at 2
/// below each issue's title and have no gaps.
///
/// @param kind whether the issues were compiled into one work or one stands alone
/// @param name the beginning of its files' names, without language and ending: `the-letter-2025`
/// @param title for a title page: the publication's title for a compilation, the issue's for a single one
/// @param backMatter sections that recur in every issue and stand once, in the order of the configuration
/// @param index the names that more than one issue links, in the order of the language's alphabet; none for a single
/// issue
/// @param contributors who had a part in it, authors first, each once a role
/// @param modified when the newest of its input was changed; the only time that may enter an output. A single issue
/// without a date has that of the archive's newest
public record Edition(
        Kind kind,
        Publication publication,
        String name,
        String title,
        Language language,
        Period period,
        List<Issue> issues,
        List<BackMatter> backMatter,
        List<IndexEntry> index,
        List<Contributor> contributors,
        Optional<Instant> modified) {

    /// Whether the issues were compiled into one work or one stands alone.
    public enum Kind {
        COMPILATION,
        SINGLE
    }

    /// A section that stands once at the end of a compilation.
    ///
    /// @param heading at level 1 of its own; its id is unique in the edition
    /// @param origin the anchor of the issue that it was taken from
    public record BackMatter(Block.Heading heading, List<Block> body, List<Footnote> footnotes, String origin) {
        public BackMatter {
            body = List.copyOf(body);
            footnotes = List.copyOf(footnotes);
        }
    }

    public Edition {
        issues = List.copyOf(issues);
        backMatter = List.copyOf(backMatter);
        index = List.copyOf(index);
        contributors = List.copyOf(contributors);
    }

    /// Without an index and contributors.
    public Edition(
            Kind kind,
            Publication publication,
            String name,
            String title,
            Language language,
            Period period,
            List<Issue> issues,
            List<BackMatter> backMatter,
            Optional<Instant> modified) {
        this(kind, publication, name, title, language, period, issues, backMatter, List.of(), List.of(), modified);
    }

    /// The same, changed at another time.
    public Edition withModified(Optional<Instant> time) {
        return new Edition(
                kind, publication, name, title, language, period, issues, backMatter, index, contributors, time);
    }

    /// The name of an output file of this edition: `the-letter-2025.en.pdf`.
    ///
    /// @param extension without the dot
    public String fileName(String extension) {
        return name + "." + language.key() + "." + extension;
    }
}
