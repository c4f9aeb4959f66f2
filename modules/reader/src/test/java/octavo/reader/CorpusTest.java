package octavo.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import octavo.model.Archive;
import octavo.model.Block;
import octavo.model.Diagnostic;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.Outline;
import octavo.model.PlainText;
import org.junit.jupiter.api.Test;

/// The real archive that Octavo was made for.
class CorpusTest {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Archive read() {
        Path root = Corpus.root();
        return ArchiveReader.read(root, Settings.load(root, Map.of(), diagnostics::add), diagnostics::add);
    }

    private static Stream<Issue> of2024(Archive archive) {
        return archive.issues().stream()
                .filter(issue ->
                        issue.date().map(date -> date.getYear() == 2024).orElse(false));
    }

    @Test
    void theYear2024IsCompleteInEachLanguage() {
        List<Issue> year = of2024(read()).toList();
        Map<String, Integer> expected = Map.of("en", 11, "it", 8, "de", 5, "es", 4, "fr", 2);
        expected.forEach((language, count) -> assertThat(year)
                .filteredOn(issue -> issue.language().tag().equals(language))
                .as(language)
                .hasSize(count));
        assertThat(year).hasSize(30);
    }

    @Test
    void translationsWithOddFileNamesBelongToTheirOriginals() {
        List<Issue> year = of2024(read()).toList();
        assertThat(year)
                .filteredOn(issue -> issue.id().value().equals("newsletter/2024-12-05-newsletter"))
                .extracting(issue -> issue.language().tag())
                .containsExactly("de", "en");
        assertThat(year)
                .filteredOn(issue -> issue.id().value().equals("newsletter/2024-11-05-newsletter"))
                .extracting(issue -> issue.language().tag())
                .containsExactly("de", "en", "it");
    }

    @Test
    void addressesAreTheSites() {
        assertThat(read().issues())
                .extracting(issue -> issue.address().orElse(""))
                .contains(
                        "https://xmpp.org/2024/02/the-xmpp-newsletter-december-2023-january-2024/",
                        "https://xmpp.org/fr/2024/02/lettre-dinformation-xmpp-de-décembre-2023-janvier-2024/",
                        "https://xmpp.org/pt-br/2025/04/o-boletim-xmpp-março-de-2025/");
    }

    @Test
    void onlyIssuesOfTheNamedCategoriesAreIssues() {
        assertThat(read().issues()).extracting(Issue::title).noneMatch(title -> title.contains("Strophe"));
    }

    @Test
    void noShortcodeIsLeftAndAllPicturesAreThere() {
        Archive archive = read();
        assertThat(archive.issues()).allSatisfy(issue -> {
            assertThat(ModelDump.of(issue)).doesNotContain("{{<").doesNotContain("shortcode ");
            assertThat(issue.body()).noneMatch(Block.Html.class::isInstance);
        });
        assertThat(diagnostics).extracting(Diagnostic::code).doesNotContain("shortcode-unknown", "picture-missing");
    }

    @Test
    void nothingIsSwallowedIntoCodeByIndentation() {
        assertThat(read().issues())
                .allSatisfy(issue -> assertThat(ModelDump.of(issue)).doesNotContain("code [] "));
    }

    @Test
    void theSeedDocumentHasTheOutlineThatAPersonReadsInIt() {
        Archive archive = read();
        Issue seed = archive.issues().stream()
                .filter(issue -> issue.id().value().equals("xmpp-roundup-5"))
                .findFirst()
                .orElseThrow();
        assertThat(outline(seed)).isEqualTo("""
                Foreword
                Mats Bengtsson passed away
                10 years of Jabber
                Talks and articles
                  Social networks based on XMPP
                  Low bandwidth XMPP
                  Introduction to Jingle
                  Real-time trading system
                  Developing a lingua franca for instant messaging
                  Pidgin user survey
                  Push technologies
                  XMPP/Jabber presentation in Toulouse, France
                Services and software
                  idsoftware’s Quakelive uses XMPP
                  Cleartext announces XMPP IM SaaS
                  Pizzja
                  Enomaly’s Elastic Computing Platform (ECP)
                  tribook.net has XMPP
                  KsirK network mode
                  Kopete has Jingle
                  Ubiety: opensource C# library
                  Desknote
                  ActionMessenger
                  JAXL
                  shaim
                  Jabber Feed 0.4
                  identi.ca evolutions
                  headstock
                  Prosody 0.3.0
                  Apple’siCal Server using XMPP’s PubSub for push-notifications
                Specifications
                  Last call
                  1.0 / Active
                  Retracted
                  Initial
                  Deffered
                Afterword
                """);
        assertThat(seed.body().getLast()).isInstanceOf(Block.Paragraph.class);
    }

    private static String outline(Issue issue) {
        StringBuilder text = new StringBuilder();
        issue.outline().entries().forEach(entry -> append(entry, "", text));
        return text.toString();
    }

    private static void append(Outline.Entry entry, String indent, StringBuilder text) {
        text.append(indent).append(PlainText.of(entry.heading().content())).append('\n');
        entry.children().forEach(child -> append(child, indent + "  ", text));
    }

    @Test
    void brokenLinksAreReportedWhereTheyStand() {
        read();
        assertThat(diagnostics)
                .extracting(diagnostic -> diagnostic.location() + " " + diagnostic.code())
                .contains(
                        "content/blog/newsletter/2025-12-05-newsletter.it.md:63:152 link-scheme",
                        "content/blog/newsletter/2026-08-05-newsletter.md:85:381 link-scheme");
    }

    @Test
    void everyFileAloneIsReadToo() {
        Path root = Corpus.root();
        Settings settings = Settings.load(root, Map.of(), diagnostics::add);
        Path file = root.resolve("content/blog/strophe-library-has-a-new-site.md");
        Issue issue = ArchiveReader.readIssue(file, settings, diagnostics::add);
        assertThat(issue.language()).isEqualTo(Language.ENGLISH);
        assertThat(issue.body()).isNotEmpty();
    }
}
