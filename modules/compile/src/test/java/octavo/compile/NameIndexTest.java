package octavo.compile;

import static octavo.compile.Documents.EN;
import static octavo.compile.Documents.a;
import static octavo.compile.Documents.issue;
import static octavo.compile.Documents.note;
import static octavo.compile.Documents.p;
import static octavo.compile.Documents.t;
import static octavo.compile.Documents.withNotes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import octavo.model.Block;
import octavo.model.CompilationRules;
import octavo.model.CompilationRules.YearBasis;
import octavo.model.Edition;
import octavo.model.IndexEntry;
import octavo.model.IndexRules;
import octavo.model.Issue;
import octavo.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameIndexTest {
    private static final String FERRY = "https://ferry.example/";
    private static final String BOATS = "https://github.com/ferry/boats";

    /// A paragraph like no other around a link.
    private static Block news(String words, String href, String text) {
        return p(t(words + " "), a(href, t(text)), t("."));
    }

    private static Issue january(Block... body) {
        return issue("2025-01-05", body);
    }

    private static Issue february(Block... body) {
        return issue("2025-02-05", body);
    }

    private static List<IndexEntry> index(IndexRules rules, Issue... issues) {
        CompilationRules all = new CompilationRules(YearBasis.PUBLISHED, Map.of(), Map.of(), rules);
        List<Edition> editions = Editions.compilations(Documents.archive(issues), Selection.ALL, all, _ -> {});
        return editions.getFirst().index();
    }

    private static List<String> names(IndexRules rules, Issue... issues) {
        return index(rules, issues).stream().map(IndexEntry::name).toList();
    }

    private static List<String> names(Issue... issues) {
        return names(IndexRules.DEFAULT, issues);
    }

    private static List<String> names(Language language, String... names) {
        List<Block> one = new ArrayList<>();
        List<Block> two = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            one.add(news("1", "https://n" + i + ".example/", names[i]));
            two.add(news("2", "https://n" + i + ".example/", names[i]));
        }
        Issue[] issues = {
            issue("2025-01-05", language, one.toArray(Block[]::new)),
            issue("2025-02-05", language, two.toArray(Block[]::new))
        };
        return index(IndexRules.DEFAULT, issues).stream()
                .map(entry -> entry.initial() + " " + entry.name())
                .toList();
    }

    @Test
    void aNameIsLinkedFromMoreThanOneIssue() {
        Issue one = january(
                news("Ride", "http://www.ferry.example", "The Ferry"),
                news("Buy", "https://shop.example", "Quay Shop"));
        Issue two =
                february(news("Board", FERRY + "?utm_source=letter#x", "the ferry"), news("Go", FERRY, "The Ferry"));

        assertThat(index(IndexRules.DEFAULT, one, two)).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("The Ferry");
            assertThat(entry.occurrences().stream().map(IndexEntry.Occurrence::issue))
                    .containsExactly("issue-2025-01-05", "issue-2025-02-05", "issue-2025-02-05");
        });
        assertThat(names(one)).isEmpty();
    }

    @Test
    void theCommonestTextIsTheName() {
        assertThat(names(
                        january(news("a", FERRY, "Ferry Ltd"), news("b", FERRY, "The Ferry")),
                        february(news("c", FERRY, "here"), news("d", FERRY, "The Ferry"))))
                .containsExactly("The Ferry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Boats",
                "Boats 2.13.0",
                "Boats v2",
                "Boats v.0.40-beta",
                "Boats 24.02: the big one",
                "“Boats 1.2”",
                "Boats!",
                "Boats (2.13)",
                "(unofficial) Boats",
                "Boats version 1.2"
            })
    void versionsAndPunctuationAreNotPartOfAName(String text) {
        assertThat(names(january(news("a", BOATS, text)), february(news("b", BOATS + "/releases/tag/v2", text))))
                .containsExactly(text.contains("version") ? "Boats version" : "Boats");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C++", "Psi+", "Boats (for children)", "東京"})
    void signsThatBelongToANameStay(String text) {
        assertThat(names(january(news("a", FERRY, text)), february(news("b", FERRY, text))))
                .containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "here",
                "Read more",
                "2.13.0",
                "v1.2",
                "Version 1.2 released",
                "this blog post",
                "Release notes",
                "ferry.example",
                "https://ferry.example/",
                "www.ferry.example",
                "quay@ferry.example",
                "public support room",
                "Learn how boats are made",
                "→",
                "((((",
                "A text that goes on and on, Until It Is No Name but a Headline, or Two of Them"
            })
    void wordsOfLinksAreNoNames(String text) {
        assertThat(names(january(news("a", FERRY, text)), february(news("b", FERRY, text))))
                .isEmpty();
    }

    @Test
    void eachLanguageHasItsWords() {
        assertThat(names(new Language("de"), "hier", "weiterlesen im Blog", "Die Fähre", "Mehr lesen"))
                .containsExactly("D Die Fähre");
        assertThat(names(new Language("es"), "aquí", "Leer más", "El Faro")).containsExactly("E El Faro");
        assertThat(names(new Language("fr"), "ici", "Lire la suite", "Le Phare"))
                .containsExactly("L Le Phare");
        assertThat(names(new Language("it"), "qui", "Leggi l’articolo", "Il Faro"))
                .containsExactly("I Il Faro");
        assertThat(names(new Language("pt-BR"), "aqui", "Saiba mais", "O Farol"))
                .containsExactly("O O Farol");
    }

    @Test
    void thingsOfOneNameAreOneEntry() {
        assertThat(names(january(news("a", FERRY, "Boats")), february(news("b", BOATS, "Boats 2.0"))))
                .containsExactly("Boats");
    }

    @Test
    void aReportBelongsToTheNameWithWhichItBegins() {
        List<IndexEntry> index = index(
                IndexRules.DEFAULT,
                january(news("a", FERRY, "Boats")),
                february(news("b", "https://blog.example/1", "Boats has a new timetable")),
                issue("2025-03-05", news("c", "https://blog.example/2", "Boatswain wanted")));

        assertThat(index).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("Boats");
            assertThat(entry.occurrences()).hasSize(2);
        });
    }

    @Test
    void aNumberIsGivenWithItsTitle() {
        String rfc = "https://rfc.example/6120";
        assertThat(names(
                        january(news("a", rfc, "RFC 6120"), news("b", rfc, "RFC 6120")),
                        february(news("c", rfc, "RFC 6120: XMPP Core"))))
                .containsExactly("RFC 6120: XMPP Core");
    }

    @Test
    void whatStandsWordForWordInAnotherIssueIsNoNews() {
        assertThat(names(january(news("Apply", FERRY, "The Ferry")), february(news("Apply", FERRY, "The Ferry"))))
                .isEmpty();
    }

    @Test
    void aParagraphCountsOnceAndNotesCount() {
        Issue two = withNotes(
                february(p(t("x"), a(FERRY, t("The Ferry")), a(FERRY, t("The Ferry"))), p(Documents.mark("n"))),
                note("n", news("note", FERRY, "The Ferry")));

        assertThat(index(IndexRules.DEFAULT, january(news("a", FERRY, "The Ferry")), two))
                .singleElement()
                .satisfies(entry -> assertThat(entry.occurrences()).hasSize(3));
    }

    @Test
    void aliasesAndOmissionsHaveTheLastWord() {
        Issue[] issues = {
            january(news("a", FERRY, "The Ferry"), news("b", BOATS, "Boats"), news("c", "https://x.example", "Xeno")),
            february(news("d", BOATS, "here"), news("e", FERRY, "Ferry Ltd"), news("f", "https://x.example", "Xeno"))
        };
        assertThat(names(new IndexRules(true, Map.of("Ferries", List.of(BOATS + "/", "Ferry Ltd")), List.of()), issues))
                .containsExactly("Ferries", "Xeno");
        assertThat(names(new IndexRules(true, Map.of(), List.of("xeno", "http://www.ferry.example")), issues))
                .containsExactly("Boats");
        assertThat(names(IndexRules.NONE, issues)).isEmpty();
    }

    @Test
    void aSingleIssueHasNone() {
        Issue[] issues = {january(news("a", FERRY, "The Ferry")), february(news("b", FERRY, "The Ferry"))};
        assertThat(Editions.singles(Documents.archive(issues), Selection.ALL, CompilationRules.DEFAULT, _ -> {}))
                .hasSize(2)
                .allSatisfy(edition -> assertThat(edition.index()).isEmpty());
    }

    @Test
    void theOrderIsTheLanguages() {
        assertThat(names(EN, "zebra", "Éclair", "eagle", "Apple", "4K Boats"))
                .containsExactly("# 4K Boats", "A Apple", "E eagle", "E Éclair", "Z zebra");
        assertThat(names(new Language("de"), "Zebra", "Ödland", "Ofen", "Odin"))
                .containsExactly("O Odin", "O Ödland", "O Ofen", "Z Zebra");
        assertThat(names(new Language("sv"), "Öland", "Zebra", "Oslo", "Åland"))
                .containsExactly("O Oslo", "Z Zebra", "Å Åland", "Ö Öland");
        assertThat(names(new Language("es"), "Ñandú", "Oso", "Nube")).containsExactly("N Nube", "Ñ Ñandú", "O Oso");
        assertThat(names(new Language("ru"), "Ягода", "Ёлка", "Ель", "Movim"))
                .containsExactly("M Movim", "Е Ёлка", "Е Ель", "Я Ягода");
        assertThat(names(new Language("el"), "Ωμέγα", "Άλφα", "Βήτα")).containsExactly("Α Άλφα", "Β Βήτα", "Ω Ωμέγα");
        assertThat(names(new Language("ja"), "港だより", "ガイド", "かもめ", "アプリ", "Movim"))
                .containsExactly("M Movim", "あ アプリ", "か ガイド", "か かもめ", "漢 港だより");
    }

    /// Whatever the letters are about.
    @Test
    void orderAndUnrelatedLinksChangeNothing() {
        List<String> texts =
                List.of("Boats", "boats", "Boats 2.0", "Boats now float", "The Ferry", "here", "Quay", "RFC 12");
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<List<Block>> bodies = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                List<Block> body = new ArrayList<>();
                for (int j = 0; j < 5; j++) {
                    String place = "https://n" + random.nextInt(5) + ".example/";
                    body.add(news("w" + random.nextInt(12), place, texts.get(random.nextInt(texts.size()))));
                }
                bodies.add(body);
            }
            List<String> names = names(issues(bodies));

            bodies.get(random.nextInt(4)).add(news("unrelated", "https://unrelated.example/", "Unrelated"));
            assertThat(names(issues(bodies))).as("seed " + seed).isEqualTo(names);
            Collections.shuffle(bodies, random);
            assertThat(names(issues(bodies))).as("seed " + seed).isEqualTo(names);
        }
    }

    private static Issue[] issues(List<List<Block>> bodies) {
        Issue[] issues = new Issue[bodies.size()];
        Arrays.setAll(
                issues, i -> issue("2025-0" + (i + 1) + "-05", bodies.get(i).toArray(Block[]::new)));
        return issues;
    }
}
