package octavo.compile;

import static octavo.compile.Documents.DE;
import static octavo.compile.Documents.EN;
import static octavo.compile.Documents.a;
import static octavo.compile.Documents.em;
import static octavo.compile.Documents.h;
import static octavo.compile.Documents.headings;
import static octavo.compile.Documents.issue;
import static octavo.compile.Documents.li;
import static octavo.compile.Documents.mark;
import static octavo.compile.Documents.note;
import static octavo.compile.Documents.p;
import static octavo.compile.Documents.t;
import static octavo.compile.Documents.targets;
import static octavo.compile.Documents.ul;
import static octavo.compile.Documents.withNotes;
import static octavo.compile.Documents.withPeople;
import static octavo.compile.Documents.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import octavo.model.Block;
import octavo.model.CompilationRules;
import octavo.model.CompilationRules.YearBasis;
import octavo.model.Contributor;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Target;
import org.junit.jupiter.api.Test;

/// What stands once in a compilation, and who is credited there.
class RecurringSectionsTest extends Compiling {
    private static CompilationRules once(String... titles) {
        return new CompilationRules(YearBasis.PUBLISHED, Map.of(EN, List.of(titles)), Map.of());
    }

    /// Credits in a section that stands once: those below the edition's language translated it, those below the
    /// original's had a part in both, and the others had none.
    @Test
    void contributorsOfFrontMatterAndCredits() {
        Block credits = ul(
                li(p("English (original)"), ul(li(p(t("Words: "), em("Ada, Ben"))))),
                li(p("Deutsch"), ul(li(p(t("Übersetzung: "), em("Chi"))))),
                li(p("Französisch"), ul(li(p(t("Übersetzung: "), em("Dee"))))),
                li(p(t("Bilder: "), em("Eve, Fay"))));
        Issue german = issue("2025-01-05", DE, h(2, "Lizenz"), credits);
        Edition edition = compiled(
                new CompilationRules(YearBasis.PUBLISHED, Map.of(DE, List.of("Lizenz")), Map.of()),
                withPeople(german, List.of("Ada"), new Contributor("Gil", Contributor.Role.EDITOR)));

        assertThat(edition.contributors())
                .containsExactly(
                        new Contributor("Ada", Contributor.Role.AUTHOR),
                        new Contributor("Gil", Contributor.Role.EDITOR),
                        new Contributor("Ada", Contributor.Role.CONTRIBUTOR),
                        new Contributor("Ben", Contributor.Role.CONTRIBUTOR),
                        new Contributor("Chi", Contributor.Role.TRANSLATOR),
                        new Contributor("Eve", Contributor.Role.CONTRIBUTOR),
                        new Contributor("Fay", Contributor.Role.CONTRIBUTOR));
    }

    @Test
    void recurringSectionsStandOnceInTheNewestWording() {
        CompilationRules rules = new CompilationRules(
                YearBasis.PUBLISHED,
                Map.of(EN, List.of("Licence", "Spread the news")),
                Map.of(EN, List.of("Unsubscribe")));
        Edition edition = compiled(
                rules,
                issue(
                        "2025-01-05",
                        h(2, "News"),
                        p(a("#people")),
                        h(2, "SPREAD THE NEWS! 🎉"),
                        p("old words"),
                        h(3, "People"),
                        h(2, "Unsubscribe"),
                        p("go"),
                        h(2, "Licence")),
                withNotes(
                        issue(
                                "2025-02-05",
                                h(1, "News"),
                                p(t("first"), mark("n1"), a("#unsubscribe")),
                                h(1, "Spread the news"),
                                p(t("new words"), mark("n2")),
                                h(4, "People"),
                                h(1, "Licence"),
                                p("CC"),
                                h(1, "Unsubscribe"),
                                p("go"),
                                h(1, "Last")),
                        note("n1", p("one")),
                        note("n2", p("two"))));

        assertThat(edition.issues())
                .extracting(issue -> words(issue.body()))
                .containsExactly("# News\n#people\n", "# News\nfirst#unsubscribe\n# Last\n");
        assertThat(edition.backMatter())
                .extracting(matter ->
                        matter.heading().level() + " " + matter.heading().id())
                .containsExactly("1 back-licence", "1 back-spread-the-news");
        Edition.BackMatter spread = edition.backMatter().getLast();
        assertThat(words(spread.body())).isEqualTo("new words\n# People\n");
        assertThat(headings(spread.body())).containsExactly("2 back-people");
        assertThat(spread.footnotes())
                .extracting(note -> note.number() + " " + note.id())
                .containsExactly("1 back-n2");
        assertThat(spread.origin()).isEqualTo("issue-2025-02-05");
        assertThat(targets(edition.issues().getFirst().body())).containsExactly(new Target.Internal("back-people"));
        assertThat(targets(edition.issues().getLast().body())).containsExactly(new Target.Dead("#unsubscribe"));
        assertThat(edition.issues().getLast().footnotes())
                .extracting(note -> note.number() + " " + note.id())
                .containsExactly("1 issue-2025-02-05-n1");
        assertThat(reports.all).isEmpty();
    }

    @Test
    void aTitleThatNoIssueHasIsReportedWithTheNearestHeading() {
        compiled(once("Lizense"), issue("2025-01-05", h(2, "Licence"), h(2, "News")));

        assertThat(reports.all).singleElement().asString().contains("section-unknown", "“Lizense”", "“Licence”");
    }

    @Test
    void creditsAreUnited() {
        Edition edition = compiled(
                once("Help"),
                issue(
                        "2025-01-05",
                        h(2, "Help"),
                        ul(
                                li(
                                        p(t("English: "), a("https://en.example/")),
                                        ul(li(p(t("Contributors: "), em("Ada, Mary (a, b), Zoë"))))),
                                li(p("French:"), ul(li(p(t("Translators: "), em("Émile"))))),
                                li(p("Italian:"), ul(li(p(t("Translators: "), em("nicola"))))))),
                issue(
                        "2025-02-05",
                        h(2, "Help"),
                        ul(
                                li(
                                        p(t("English: "), a("https://en.example/")),
                                        ul(li(p(t("Contributors: "), em("Ada, Grace, zoë"))))),
                                li(p("French:"), ul(li(p(t("Translators: "), em("Anne"))))))));

        assertThat(words(edition.backMatter().getFirst().body())).isEqualTo("""
                        - English: https://en.example/
                        - - Contributors: Ada, Grace, Mary (a, b), zoë
                        - French:
                        - - Translators: Anne, Émile
                        - Italian:
                        - - Translators: nicola
                        """);
    }

    @Test
    void aSectionThatChangedItsNameStandsOnce() {
        Block.Paragraph links = p(a("https://a.example/"), a("https://b.example/"), a("https://c.example/"));
        Edition edition = compiled(
                once("Spread the news", "Tell your friends"),
                issue("2025-01-05", h(2, "Tell your friends"), links),
                issue("2025-02-05", h(2, "Spread the news"), links, p("Thank you!")));

        assertThat(edition.backMatter()).singleElement().satisfies(matter -> {
            assertThat(matter.heading().id()).isEqualTo("back-spread-the-news");
            assertThat(words(matter.body())).endsWith("Thank you!\n");
        });
    }

    @Test
    void creditsUnderAnotherLabelAreNotRepeatedAndProseIsNoCredit() {
        Edition edition = compiled(
                once("Help"),
                issue(
                        "2025-01-05",
                        h(2, "Help"),
                        p("Tasks: writing, and whatever else you like to do for us here"),
                        ul(li(p(t("Translated by "), em("Ada, Grace"))), li(p(t("Pictures: "), em("Joan"))))),
                issue(
                        "2025-02-05",
                        h(2, "Help"),
                        p("Tasks: reading"),
                        ul(
                                li(p(t("Translators: "), em("Ada, Grace, Mary"))),
                                li(p(t("Editors: "), em("Anne and Zoë"))))));

        assertThat(words(edition.backMatter().getFirst().body())).isEqualTo("""
                        Tasks: reading
                        - Translators: Ada, Grace, Mary
                        - Editors: Anne and Zoë
                        - Pictures: Joan
                        """);
    }
}
