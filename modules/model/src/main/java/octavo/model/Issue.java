package octavo.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// One issue of a newsletter in one language.
///
/// @param id shared with its translations
/// @param anchor the id that leads to the issue's beginning; unique in an edition
/// @param date when it was published, in the archive's own calendar day
/// @param modified when it was last changed, where the front matter says so
/// @param covers the month that it reports on, where the front matter says so
/// @param summary one or two sentences, plain text
/// @param authors as written
/// @param contributors those who had another part in it
/// @param address where the web site shows it; empty where the site's address is unknown
/// @param aliases further paths or addresses under which links may name it, as written
/// @param cover a picture that stands for the issue
/// @param translations the same issue in other languages, by language
/// @param origin its file
public record Issue(
        IssueId id,
        String anchor,
        Language language,
        Optional<LocalDate> date,
        Optional<Instant> modified,
        Optional<YearMonth> covers,
        String title,
        Optional<String> summary,
        List<String> authors,
        List<Contributor> contributors,
        List<String> categories,
        List<String> tags,
        boolean draft,
        Optional<String> address,
        List<String> aliases,
        Optional<Picture> cover,
        List<Translation> translations,
        List<Block> body,
        List<Footnote> footnotes,
        Location origin) {

    /// The same issue in another language.
    ///
    /// @param address where the web site shows it
    public record Translation(Language language, String title, Optional<String> address) {}

    public Issue {
        authors = List.copyOf(authors);
        contributors = List.copyOf(contributors);
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
        aliases = List.copyOf(aliases);
        translations = List.copyOf(translations);
        body = List.copyOf(body);
        footnotes = List.copyOf(footnotes);
    }

    /// The tree of its headings.
    public Outline outline() {
        return Outline.of(body);
    }

    public Issue withBody(List<Block> newBody, List<Footnote> newFootnotes) {
        return with(id, anchor, cover, translations, newBody, newFootnotes);
    }

    public Issue withAnchor(String newAnchor) {
        return with(id, newAnchor, cover, translations, body, footnotes);
    }

    public Issue withIdentity(IssueId newId, List<Translation> newTranslations) {
        return with(newId, anchor, cover, newTranslations, body, footnotes);
    }

    public Issue withCover(Optional<Picture> newCover) {
        return with(id, anchor, newCover, translations, body, footnotes);
    }

    private Issue with(
            IssueId newId,
            String newAnchor,
            Optional<Picture> newCover,
            List<Translation> newTranslations,
            List<Block> newBody,
            List<Footnote> newFootnotes) {
        return new Issue(
                newId,
                newAnchor,
                language,
                date,
                modified,
                covers,
                title,
                summary,
                authors,
                contributors,
                categories,
                tags,
                draft,
                address,
                aliases,
                newCover,
                newTranslations,
                newBody,
                newFootnotes,
                origin);
    }
}
