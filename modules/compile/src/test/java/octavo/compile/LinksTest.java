package octavo.compile;

import static octavo.compile.Documents.a;
import static octavo.compile.Documents.archive;
import static octavo.compile.Documents.h;
import static octavo.compile.Documents.issue;
import static octavo.compile.Documents.mark;
import static octavo.compile.Documents.note;
import static octavo.compile.Documents.p;
import static octavo.compile.Documents.t;
import static octavo.compile.Documents.targets;
import static octavo.compile.Documents.withNotes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import octavo.model.Archive;
import octavo.model.Block;
import octavo.model.CompilationRules;
import octavo.model.Edition;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.Target;
import org.junit.jupiter.api.Test;

/// Where links and marks lead in an edition.
class LinksTest extends Compiling {
    @Test
    void linksBetweenIssuesBecomeInternal() {
        Issue old = Documents.withAliases(issue("2025-01-05", h(2, "News")), "/old-name", "http://old.example/x");
        Edition edition = compiled(
                old,
                issue(
                        "2025-02-05",
                        p(
                                a("http://www.letter.example/2025-01-05#news"),
                                a("/2025-01-05/"),
                                a("/old-name/"),
                                a("https://old.example/x/"),
                                a("2025-01-05.md"),
                                a("../news/2025-01-05.md#news"),
                                a("/news/2025-01-05.md"),
                                a("#nothing"),
                                a("/2025-01-05/#nothing"),
                                a("/about/"),
                                a("https://letter.example/2025-03-05/"))));

        assertThat(targets(edition.issues().getLast().body()))
                .containsExactly(
                        new Target.Internal("issue-2025-01-05-news"),
                        new Target.Internal("issue-2025-01-05"),
                        new Target.Internal("issue-2025-01-05"),
                        new Target.Internal("issue-2025-01-05"),
                        new Target.Internal("issue-2025-01-05"),
                        new Target.Internal("issue-2025-01-05-news"),
                        new Target.Internal("issue-2025-01-05"),
                        new Target.Dead("#nothing"),
                        new Target.Internal("issue-2025-01-05"),
                        new Target.Web("https://letter.example/about/"),
                        new Target.Web("https://letter.example/2025-03-05/"));
        assertThat(reports.codes()).containsExactly("link-fragment", "link-fragment");
        assertThat(reports.all.getFirst().location()).hasToString("a.md:3:7");
    }

    @Test
    void inSinglesOtherIssuesAreOnTheWeb() {
        Archive archive = archive(
                issue("2025-01-05", h(2, "News"), p(a("#news"))),
                issue("2025-02-05", p(a("/2025-01-05/#news"), a("2025-01-05.md#news"))));
        List<Edition> editions = Editions.singles(archive, Selection.ALL, CompilationRules.DEFAULT, reports);

        assertThat(targets(editions.getFirst().issues().getFirst().body()))
                .containsExactly(new Target.Internal("news"));
        assertThat(targets(editions.getLast().issues().getFirst().body()))
                .containsOnly(new Target.Web("https://letter.example/2025-01-05/#news"));
        assertThat(reports.all).isEmpty();
    }

    @Test
    void withoutAHomeSiteLinksAreReportedAndDead() {
        Issue issue = Documents.withAddress(issue("2025-01-05", p(a("/about/"), a("sub"))), Optional.empty());
        Archive archive =
                new Archive(java.nio.file.Path.of("x"), Documents.publication(Optional.empty()), List.of(issue));
        Edition edition = Editions.compilations(archive, Selection.ALL, CompilationRules.DEFAULT, reports)
                .getFirst();

        assertThat(targets(edition.issues().getFirst().body()))
                .containsExactly(new Target.Dead("/about/"), new Target.Dead("sub"));
        assertThat(reports.codes()).containsExactly("link-home", "link-home");
    }

    @Test
    void noLinkStandsInsideALink() {
        Edition edition = compiled(withNotes(
                issue("2025-01-05", p(a("https://x.example/", t("see "), a("https://x.example/"), mark("n")))),
                note("n", p("A note."))));

        Block.Paragraph paragraph =
                (Block.Paragraph) edition.issues().getFirst().body().getFirst();
        assertThat(paragraph.content()).hasSize(2);
        assertThat(((Inline.Link) paragraph.content().getFirst()).content())
                .containsExactly(t("see "), t("https://x.example/"));
        assertThat(paragraph.content().getLast()).isInstanceOf(Inline.NoteReference.class);
    }

    @Test
    void footnotesAreNumberedInTheOrderOfTheirMarks() {
        Issue issue = withNotes(
                issue("2025-01-05", p(mark("b"), mark("a"), mark("b"))),
                note("a", p(t("A, see "), mark("c"))),
                note("b", p("B")),
                note("c", p("C")));
        Issue done = compiled(issue).issues().getFirst();

        assertThat(done.footnotes())
                .extracting(note -> note.number() + " " + note.id())
                .containsExactly("1 issue-2025-01-05-b", "2 issue-2025-01-05-a", "3 issue-2025-01-05-c");
        Block.Paragraph paragraph = (Block.Paragraph) done.body().getFirst();
        assertThat(paragraph.content())
                .extracting(mark ->
                        ((Inline.NoteReference) mark).number() + "/" + ((Inline.NoteReference) mark).occurrence())
                .containsExactly("1/1", "2/1", "1/2");
    }

    @Test
    void twoIssuesWithOneAddressAreReported() {
        Issue first = issue("2025-01-05", p("a"));
        Issue second = Documents.withAddress(issue("2025-02-05", p(a("/2025-01-05/"))), first.address());
        Edition edition = compiled(first, second);

        assertThat(reports.codes()).containsExactly("address-twice");
        assertThat(targets(edition.issues().getLast().body())).containsExactly(new Target.Internal("issue-2025-01-05"));
    }
}
