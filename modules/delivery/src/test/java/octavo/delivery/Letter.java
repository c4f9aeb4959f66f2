package octavo.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import octavo.delivery.campaign.Content;
import octavo.delivery.campaign.Draft;
import octavo.delivery.subscriber.Audience;
import octavo.email.EmailRenderer;
import octavo.model.Block;
import octavo.model.Edition;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.Period;
import octavo.model.Publication;
import octavo.render.RenderContext;
import octavo.render.theme.Theme;
import octavo.render.theme.ThemeFiles;

/// An issue as tests send it.
public final class Letter {
    public static final String ISSUE = "letter/2025-05-05";

    private static final Location HERE = new Location("content/one.md", 3, 1);
    private static final Theme THEME = new Theme(new ThemeFiles(List.of()));
    private static final Map<String, String> OPTIONS = Map.of(
            "from", "The Letter <letter@news.example>",
            "list-id", "letter.news.example",
            "unsubscribe", "https://lists.news.example/u/{token}");

    private Letter() {}

    /// In some languages, to a list.
    public static Draft draft(Audience audience, String... languages) {
        List<Content> contents = java.util.stream.Stream.of(languages)
                .map(language -> content(language, 1))
                .toList();
        return new Draft(
                ISSUE,
                "The letter of May",
                audience,
                contents,
                List.of(new Language(languages[0])),
                false,
                OptionalLong.empty(),
                Instant.EPOCH,
                List.of());
    }

    /// The same for those who did not get it.
    public static Draft missing(Draft draft) {
        return new Draft(
                draft.issue(),
                draft.title(),
                draft.audience(),
                draft.contents(),
                draft.fallback(),
                true,
                draft.limit(),
                draft.starts(),
                draft.signatures());
    }

    /// The same for the first few.
    public static Draft limited(Draft draft, long limit) {
        return new Draft(
                draft.issue(),
                draft.title(),
                draft.audience(),
                draft.contents(),
                draft.fallback(),
                draft.missing(),
                OptionalLong.of(limit),
                draft.starts(),
                draft.signatures());
    }

    /// @param paragraphs of about half a kilobyte
    public static Content content(String language, int paragraphs) {
        Edition edition = edition(new Language(language), paragraphs);
        RenderContext context = new RenderContext(THEME, (_, _) -> Map.of(), _ -> {}, OPTIONS);
        return new Content(
                new Language(language),
                edition.title(),
                new EmailRenderer().template(edition, context, Instant.parse("2025-05-05T09:00:00Z")));
    }

    private static Edition edition(Language language, int paragraphs) {
        Block paragraph = new Block.Paragraph(List.of(new Inline.Text("Roses and weeds. ".repeat(30))), HERE);
        Issue issue = new Issue(
                new IssueId(ISSUE),
                "issue-2025-05-05",
                language,
                Optional.of(LocalDate.of(2025, 5, 5)),
                Optional.empty(),
                Optional.empty(),
                "The letter of May",
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.of("https://news.example/2025/05/letter/"),
                List.of(),
                Optional.empty(),
                List.of(),
                java.util.Collections.nCopies(paragraphs, paragraph),
                List.of(),
                HERE);
        Publication publication = new Publication(
                "The Letter",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("https://news.example/"),
                Optional.empty(),
                Language.ENGLISH);
        return new Edition(
                Edition.Kind.SINGLE,
                publication,
                "2025-05-05",
                issue.title(),
                language,
                new Period.Chosen(issue.date(), issue.date()),
                List.of(issue),
                List.of(),
                Optional.empty());
    }
}
