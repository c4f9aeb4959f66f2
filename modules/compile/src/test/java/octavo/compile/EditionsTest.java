package octavo.compile;

import static octavo.compile.Documents.DE;
import static octavo.compile.Documents.EN;
import static octavo.compile.Documents.a;
import static octavo.compile.Documents.archive;
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
import static octavo.compile.Documents.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import octavo.model.Archive;
import octavo.model.Block;
import octavo.model.CompilationRules;
import octavo.model.CompilationRules.YearBasis;
import octavo.model.Contributor;
import octavo.model.Edition;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.Period;
import octavo.model.Target;
import org.junit.jupiter.api.Test;

class EditionsTest {
    private final Documents.Reports reports = new Documents.Reports();

    private Edition compiled(CompilationRules rules, Issue... issues) {
        return Editions.compilations(archive(issues), Selection.ALL, rules, reports)
                .getFirst();
    }

    private Edition compiled(Issue... issues) {
        return compiled(CompilationRules.DEFAULT, issues);
    }

    private Edition single(Issue issue) {
        return Editions.singles(archive(issue), Selection.ALL, CompilationRules.DEFAULT, reports)
                .getFirst();
    }

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
                new Issue(
                        german.id(),
                        german.anchor(),
                        german.language(),
                        german.date(),
                        german.modified(),
                        german.covers(),
                        german.title(),
                        german.summary(),
                        List.of("Ada"),
                        List.of(new Contributor("Gil", Contributor.Role.EDITOR)),
                        german.categories(),
                        german.tags(),
                        german.draft(),
                        german.address(),
                        german.aliases(),
                        german.cover(),
                        german.translations(),
                        german.body(),
                        german.footnotes(),
                        german.origin()));

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

    @Test
    void twoIssuesWithOneAddressAreReported() {
        Issue first = issue("2025-01-05", p("a"));
        Issue second = Documents.withAddress(issue("2025-02-05", p(a("/2025-01-05/"))), first.address());
        Edition edition = compiled(first, second);

        assertThat(reports.codes()).containsExactly("address-twice");
        assertThat(targets(edition.issues().getLast().body())).containsExactly(new Target.Internal("issue-2025-01-05"));
    }
}
