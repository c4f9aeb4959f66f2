package octavo.compile;

import static octavo.compile.Documents.DE;
import static octavo.compile.Documents.archive;
import static octavo.compile.Documents.asDraft;
import static octavo.compile.Documents.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import octavo.model.Archive;
import octavo.model.CompilationRules.YearBasis;
import octavo.model.Issue;
import octavo.model.Language;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Documents.Reports reports = new Documents.Reports();
    private final Archive archive = archive(
            issue("2024-12-05"),
            issue("2025-01-05"),
            issue("2025-01-05", DE),
            asDraft(issue("2025-02-05")),
            issue("2025-03-05", new Language("pt-BR")),
            issue("undated"));

    private List<String> chosen(Selection selection, YearBasis basis) {
        return selection.of(archive, basis, reports).stream()
                .map(issue -> issue.id().slug() + "." + issue.language())
                .toList();
    }

    private static Selection year(int year) {
        return new Selection(
                Optional.of(Year.of(year)), Optional.empty(), Optional.empty(), Set.of(), Set.of(), List.of(), false);
    }

    private static Selection between(String from, String to) {
        return new Selection(
                Optional.empty(),
                Optional.of(LocalDate.parse(from)),
                Optional.of(LocalDate.parse(to)),
                Set.of(),
                Set.of(),
                List.of(),
                true);
    }

    private static Selection of(Set<Language> languages, Set<String> categories, String... paths) {
        return new Selection(
                Optional.empty(), Optional.empty(), Optional.empty(), languages, categories, List.of(paths), false);
    }

    @Test
    void theYearIsThatOfPublicationOrOfTheMonthCovered() {
        assertThat(chosen(year(2025), YearBasis.PUBLISHED))
                .containsExactly("2025-01-05.en", "2025-01-05.de", "2025-03-05.pt-BR");
        assertThat(chosen(year(2024), YearBasis.COVERED))
                .containsExactly("2024-12-05.en", "2025-01-05.en", "2025-01-05.de");
    }

    @Test
    void bothDaysAreIncludedAndDraftsOnlyIfAskedFor() {
        assertThat(chosen(between("2025-01-05", "2025-02-05"), YearBasis.PUBLISHED))
                .containsExactly("2025-01-05.en", "2025-01-05.de", "2025-02-05.en");
        assertThat(chosen(Selection.ALL, YearBasis.PUBLISHED))
                .contains("undated.en")
                .doesNotContain("2025-02-05.en");
    }

    @Test
    void languagesAreRangesAndCategoriesIgnoreCase() {
        assertThat(chosen(of(Set.of(new Language("pt")), Set.of()), YearBasis.PUBLISHED))
                .containsExactly("2025-03-05.pt-BR");
        assertThat(chosen(of(Set.of(DE), Set.of("news")), YearBasis.PUBLISHED)).containsExactly("2025-01-05.de");
        assertThat(chosen(of(Set.of(DE), Set.of("other")), YearBasis.PUBLISHED)).isEmpty();
    }

    @Test
    void pathsNameFilesOrFoldersWithOrWithoutTheRoot() {
        for (String path : List.of(
                "content/news/2025-01-05.de.md",
                "./content/news/2025-01-05.de.md",
                "archive/content/news/2025-01-05.de.md")) {
            assertThat(chosen(of(Set.of(), Set.of(), path), YearBasis.PUBLISHED))
                    .containsExactly("2025-01-05.de");
        }
        assertThat(chosen(of(Set.of(), Set.of(), "content/"), YearBasis.PUBLISHED))
                .hasSize(5);
        assertThat(chosen(of(Set.of(), Set.of(), "."), YearBasis.PUBLISHED)).hasSize(5);
        assertThat(reports.all).isEmpty();
    }

    @Test
    void aPathThatLeadsNowhereIsReported() {
        assertThat(chosen(of(Set.of(), Set.of(), "content/new", "content/../../etc"), YearBasis.PUBLISHED))
                .isEmpty();
        assertThat(reports.codes()).containsExactly("path-unknown", "path-unknown");
    }

    @Test
    void theOrderIsTheArchives() {
        assertThat(Selection.ALL.of(archive, YearBasis.PUBLISHED, reports))
                .isEqualTo(archive.issues().stream()
                        .filter(issue -> !issue.draft())
                        .toList())
                .hasOnlyElementsOfType(Issue.class);
    }
}
