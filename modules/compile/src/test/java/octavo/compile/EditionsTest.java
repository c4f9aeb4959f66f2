package octavo.compile;

import static octavo.compile.Documents.DE;
import static octavo.compile.Documents.EN;
import static octavo.compile.Documents.a;
import static octavo.compile.Documents.archive;
import static octavo.compile.Documents.h;
import static octavo.compile.Documents.headings;
import static octavo.compile.Documents.issue;
import static octavo.compile.Documents.p;
import static octavo.compile.Documents.t;
import static octavo.compile.Documents.targets;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import octavo.model.Block;
import octavo.model.CompilationRules;
import octavo.model.CompilationRules.YearBasis;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Period;
import octavo.model.Target;
import org.junit.jupiter.api.Test;

/// Which editions there are, and what they are called.
class EditionsTest extends Compiling {
    @Test
    void oneEditionForEachLanguageWithTheMainOneFirst() {
        List<Edition> editions = Editions.compilations(
                archive(
                        issue("2025-01-05", DE, p("eins")),
                        issue("2025-01-05", p("one")),
                        issue("2025-02-05", p("two"))),
                new Selection(
                        Optional.of(Year.of(2025)),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Set.of(),
                        List.of(),
                        false),
                CompilationRules.DEFAULT,
                reports);

        assertThat(editions)
                .extracting(edition -> edition.fileName("pdf"))
                .containsExactly("the-harbour-letter-2025.en.pdf", "the-harbour-letter-2025.de.pdf");
        assertThat(editions).extracting(Edition::title).containsExactly("The Harbour Letter", "Der Hafenbrief");
        assertThat(editions.getFirst().issues()).hasSize(2);
        assertThat(editions.getFirst().period()).isEqualTo(new Period.OfYear(Year.of(2025)));
        assertThat(editions.getFirst().modified()).contains(Instant.parse("2025-02-05T00:00:00Z"));
    }

    @Test
    void eachYearHasItsEditionsAndWhatHasNoDateItsOwn() {
        List<Edition> editions = Editions.yearly(
                archive(
                        issue("someday", p("when?")),
                        issue("2024-01-05", DE, p("eins")),
                        issue("2024-02-05", p("two"), h(2, "Licence")),
                        issue("2025-01-05", p("three"))),
                Selection.ALL,
                new CompilationRules(YearBasis.PUBLISHED, Map.of(EN, List.of("Licence", "Thanks")), Map.of()),
                reports);

        assertThat(editions)
                .extracting(edition -> edition.fileName("pdf"))
                .containsExactly(
                        "the-harbour-letter-2024.en.pdf",
                        "the-harbour-letter-2024.de.pdf",
                        "the-harbour-letter-2025.en.pdf",
                        "the-harbour-letter.en.pdf");
        assertThat(editions.get(2).period()).isEqualTo(new Period.OfYear(Year.of(2025)));
        assertThat(reports.all)
                .extracting(diagnostic -> diagnostic.location().file() + " " + diagnostic.code())
                .containsExactly("content/news/someday.md undated", "octavo.toml section-unknown");
        assertThat(reports.all.getLast().message()).contains("Thanks");
    }

    @Test
    void aYearIsThatOfPublicationOrTheOneCovered() {
        CompilationRules covered = new CompilationRules(YearBasis.COVERED, Map.of(), Map.of());
        assertThat(Editions.yearly(
                        archive(issue("2025-01-05", p("of December")), issue("2025-02-05", p("of January"))),
                        Selection.ALL,
                        covered,
                        reports))
                .extracting(Edition::name)
                .containsExactly("the-harbour-letter-2024", "the-harbour-letter-2025");
    }

    @Test
    void idsAreUniqueAndCarryTheIssuesPrefix() {
        Edition edition = compiled(issue("2025-01-05", h(2, "News"), h(2, "News")), issue("2025-02-05", h(2, "News")));

        assertThat(edition.issues()).extracting(Issue::anchor).containsExactly("issue-2025-01-05", "issue-2025-02-05");
        assertThat(edition.issues().stream().flatMap(issue -> headings(issue.body()).stream()))
                .containsExactly("2 issue-2025-01-05-news", "2 issue-2025-01-05-news-1", "2 issue-2025-02-05-news");
    }

    @Test
    void singlesKeepTheIdsOfTheWebPage() {
        Edition edition = single(issue("2025-01-05", h(3, "News"), h(5, "Top")));

        assertThat(headings(edition.issues().getFirst().body())).containsExactly("2 news", "3 top");
        assertThat(edition.issues().getFirst().anchor()).isEqualTo("top-1");
        assertThat(edition.fileName("eml")).isEqualTo("2025-01-05.en.eml");
    }

    @Test
    void aHeadingThatRepeatsTheTitleGoesAndTheRestHasNoGaps() {
        Edition edition = compiled(issue(
                "2025-01-05",
                h(1, "Letter of 2025-01-05!"),
                h(1, "A"),
                h(3, "B"),
                h(6, "C"),
                h(2, "D"),
                new Block.Quote(List.of(h(1, "Q")), octavo.model.Location.NONE),
                p(a("#letter-of-2025-01-05-"))));

        assertThat(headings(edition.issues().getFirst().body()))
                .extracting(heading -> heading.replace("issue-2025-01-05-", ""))
                .containsExactly("2 a", "3 b", "4 c", "3 d", "4 q");
        assertThat(targets(edition.issues().getFirst().body()))
                .containsExactly(new Target.Internal("issue-2025-01-05"));
    }

    @Test
    void aSingleIssueWithoutADateHasTheTimeOfTheArchivesNewest() {
        List<Edition> editions = Editions.singles(
                archive(issue("someday", p(t("A"))), issue("2025-01-05", p(t("B"))), issue("2025-02-05", p(t("C")))),
                Selection.ALL,
                CompilationRules.DEFAULT,
                reports);
        assertThat(editions)
                .extracting(edition -> edition.modified().orElseThrow())
                .containsExactlyInAnyOrder(
                        Instant.parse("2025-02-05T00:00:00Z"),
                        Instant.parse("2025-01-05T00:00:00Z"),
                        Instant.parse("2025-02-05T00:00:00Z"));
        assertThat(single(issue("someday", p(t("A")))).modified()).isEmpty();
    }
}
