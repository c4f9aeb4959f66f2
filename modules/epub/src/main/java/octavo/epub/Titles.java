package octavo.epub;

import octavo.model.Edition;
import octavo.model.Issue;
import octavo.render.theme.Messages;

/// Titles that are never empty: a book must have one, and so must each of its pages and entries.
final class Titles {
    private Titles() {}

    /// The edition's own title, else the publication's, else the name of its files.
    static String of(Edition edition) {
        if (!edition.title().isBlank()) {
            return edition.title().strip();
        }
        String publication = edition.publication().title(edition.language());
        return publication.isBlank() ? edition.name() : publication.strip();
    }

    /// The issue's own title, else its date, else the name of its file.
    static String of(Issue issue, Messages messages) {
        if (!issue.title().isBlank()) {
            return issue.title().strip();
        }
        return issue.date().map(messages::date).orElse(issue.id().slug());
    }
}
