package octavo.epub;

import static octavo.epub.SampleEditions.heading;
import static octavo.epub.SampleEditions.item;
import static octavo.epub.SampleEditions.link;
import static octavo.epub.SampleEditions.single;
import static octavo.epub.SampleEditions.text;
import static octavo.epub.SampleEditions.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import octavo.model.Block;
import octavo.model.Contributor;
import octavo.model.Diagnostic;
import octavo.model.Edition;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.OctavoException;
import octavo.render.PageMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a compilation has beyond its issues, and what the user can ask of a book.
class CompiledBookTest {
    @TempDir
    private Path folder;

    @Test
    void yearsArePartsOfACollectedEdition() throws IOException {
        Rendering book = Rendering.of(SampleEditions.collected());

        assertThat(book.complaints()).isEmpty();
        assertThat(WholeBook.internalLinks(book)).isGreaterThan(20);
        assertThat(book.file("nav.xhtml"))
                .containsSubsequence(
                        "href=\"year-2024.xhtml\"",
                        "href=\"2024-12.xhtml\"",
                        "href=\"2024-12.xhtml#dec-h1\"",
                        "href=\"year-2025.xhtml\"",
                        "href=\"2025-01.xhtml\"");
        assertThat(book.file("package.opf"))
                .containsSubsequence("f-year-2024-xhtml", "f-2024-12-xhtml", "f-year-2025-xhtml\"/>", "f-2025-01");
    }

    @Test
    void theIndexLeadsToTheFirstMentionInEachIssue() throws IOException {
        Rendering book = Rendering.of(SampleEditions.collected());

        assertThat(book.file("index.xhtml"))
                .contains("Dinghy", "href=\"2024-12.xhtml#name-1-1\">5 Feb 2024</a>", "#name-1-2\">5 Feb 2025</a>");
        assertThat(book.file("2024-12.xhtml")).contains("id=\"name-1-1\"");
        assertThat(Rendering.of(SampleEditions.year()).files()).doesNotContainKey("EPUB/index.xhtml");
    }

    @Test
    void everybodyIsNamedOnceWithTheRolesThatHeHad() throws IOException {
        assertThat(Rendering.of(SampleEditions.collected()).file("package.opf"))
                .contains(
                        "<dc:contributor id=\"contributor-1\" dir=\"auto\">Ada Quay</dc:contributor>",
                        "<meta refines=\"#contributor-1\" property=\"role\" scheme=\"marc:relators\">aut</meta>",
                        "<meta refines=\"#contributor-1\" property=\"role\" scheme=\"marc:relators\">edt</meta>",
                        "<meta refines=\"#contributor-2\" property=\"role\" scheme=\"marc:relators\">trl</meta>")
                .containsOnlyOnce(">Ada Quay<");
    }

    /// A publisher who is an author as well answers for the book, and is not named once more.
    @Test
    void thePublisherIsNoContributor() throws IOException {
        Edition edition = SampleEditions.year();
        Edition own = new Edition(
                edition.kind(),
                edition.publication(),
                edition.name(),
                edition.title(),
                edition.language(),
                edition.period(),
                edition.issues(),
                edition.backMatter(),
                List.of(),
                List.of(
                        new Contributor("Harbour Press", Contributor.Role.AUTHOR),
                        new Contributor("Ada Quay", Contributor.Role.AUTHOR)),
                edition.modified());

        assertThat(found("<dc:contributor[^>]*>([^<]+)<", Rendering.of(own).file("package.opf")))
                .containsExactly("Ada Quay");
    }

    @Test
    void aLongIssueIsSeveralFiles() throws IOException {
        List<Block> body = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            body.add(heading(2 + i % 2, "h" + i, "Heading " + i));
            body.add(words(("Word " + i + " ").repeat(200)));
            body.add(link("#h" + (399 - i), "the other end"));
        }
        Rendering book = Rendering.of(single(Language.ENGLISH, "Long", body));

        assertThat(book.complaints()).isEmpty();
        assertThat(WholeBook.internalLinks(book)).isGreaterThan(800);
        assertThat(book.files().keySet()).contains("EPUB/one.xhtml", "EPUB/one-2.xhtml", "EPUB/one-4.xhtml");
        book.files().forEach((name, text) -> {
            if (name.startsWith("EPUB/one")) {
                assertThat(text.getBytes(StandardCharsets.UTF_8)).as(name).hasSizeLessThan(256 * 1024);
                assertThat(text).as(name).doesNotContainPattern("</h[1-6]>\\s*</section>");
            }
        });
        assertThat(book.file("one-2.xhtml"))
                .containsPattern("<section epub:type=\"chapter\" aria-label=\"Long\">\\s*<h2");
    }

    @Test
    void aLongTableAndALongListGoOnInTheNextFile() throws IOException {
        List<List<List<Inline>>> rows = new ArrayList<>();
        List<Block.Item> items = new ArrayList<>();
        for (int i = 1; i <= 5_000; i++) {
            rows.add(List.of(List.of(text("Boat " + i)), List.of(text("Time " + i))));
            items.add(item(words("Item " + i + " with some more words than usual")));
        }
        Rendering book = Rendering.of(single(
                Language.ENGLISH,
                "Long",
                List.of(
                        new Block.Table(
                                List.of(),
                                List.of(List.of(text("Name")), List.of(text("Result"))),
                                rows,
                                SampleEditions.HERE),
                        new Block.OrderedList(3, true, items, SampleEditions.HERE))));

        assertThat(book.complaints()).isEmpty();
        List<String> files = found("idref=\"f-(one[0-9-]*)-xhtml\"", book.file("package.opf"));
        StringBuilder all = new StringBuilder();
        for (String name : files) {
            String text = book.file(name + ".xhtml");
            assertThat(text.getBytes(StandardCharsets.UTF_8)).as(name).hasSizeLessThan(256 * 1024);
            assertThat(text.contains("<tbody>")).as(name).isEqualTo(text.contains(">Result</th>"));
            Matcher list = Pattern.compile("<ol start=\"([0-9]+)\">\\s*<li>(?:<p>)?Item ([0-9]+) with")
                    .matcher(text);
            while (list.find()) {
                assertThat(Integer.parseInt(list.group(1))).isEqualTo(Integer.parseInt(list.group(2)) + 2);
            }
            all.append(text);
        }
        List<String> numbers =
                IntStream.rangeClosed(1, 5_000).mapToObj(Integer::toString).toList();
        assertThat(files).hasSizeGreaterThan(2);
        assertThat(found("<ol start=\"([0-9]+)\"", all)).hasSizeGreaterThan(1);
        assertThat(found(">Boat ([0-9]+)<", all)).isEqualTo(numbers);
        assertThat(found(">Item ([0-9]+) with", all)).isEqualTo(numbers);
    }

    @Test
    void manyHeadingsAndManyNotesAreFewFiles() throws IOException {
        List<Block> body = new ArrayList<>();
        List<Footnote> notes = new ArrayList<>();
        for (int i = 1; i <= 5_000; i++) {
            body.add(heading(2 + i % 3, "h" + i, "Heading number " + i + " of so many headings"));
            notes.add(new Footnote("n" + i, i, List.of(words("Note " + i + " with words")), SampleEditions.HERE));
        }
        Edition edition = single(Language.ENGLISH, "Many", body);
        Issue issue = edition.issues().getFirst().withBody(body, notes);
        Rendering book = Rendering.of(
                SampleEditions.edition(Edition.Kind.SINGLE, "letter", "Many", Language.ENGLISH, List.of(issue)));

        assertThat(book.files().keySet())
                .filteredOn(name -> name.startsWith("EPUB/one"))
                .hasSizeBetween(5, 15);
        book.files().forEach((name, text) -> {
            if (name.startsWith("EPUB/one")) {
                assertThat(text.getBytes(StandardCharsets.UTF_8)).as(name).hasSizeLessThan(256 * 1024);
            }
        });
        assertThat(WholeBook.internalLinks(book)).isGreaterThan(5_000);
    }

    /// What an author's HTML says of numbers, and puts beside a list's items, stops no book and is not lost.
    @Test
    void oddListsOfAnAuthor() throws IOException {
        String item = "<li>Word</li>".repeat(20_000);
        Rendering book = Rendering.of(single(
                Language.ENGLISH,
                "Odd",
                List.of(
                        new Block.Html("<ol start=\"99999999999\">" + item + "</ol>", SampleEditions.HERE),
                        new Block.Html("<ul>Loose" + item + "</ul>", SampleEditions.HERE),
                        new Block.Html("<table><tr><td colspan=\"x\">Cell</td></tr></table>", SampleEditions.HERE))));

        StringBuilder all = new StringBuilder();
        book.files().forEach((name, text) -> all.append(name.startsWith("EPUB/one") ? text : ""));
        assertThat(found("(Word)", all)).hasSize(40_000);
        assertThat(all).contains("Loose", ">Cell<").doesNotContain("colspan", "9999");
    }

    private static List<String> found(String pattern, CharSequence text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void pagesOfThePrintedEdition() throws IOException {
        Edition edition = SampleEditions.year();
        PageMap map = new PageMap(List.of(
                new PageMap.Entry("1", "title-page", 0),
                new PageMap.Entry("2", "january", 0),
                new PageMap.Entry("3", "january", 25),
                new PageMap.Entry("4", "february", 1_000_000),
                new PageMap.Entry("5", "unheard-of", 3)));
        Files.writeString(folder.resolve(PageMap.fileName(edition)), map.text());

        Rendering book = Rendering.of(edition, Map.of("pages", folder.toString()));

        assertThat(book.complaints()).isEmpty();
        assertThat(book.diagnostics())
                .singleElement()
                .satisfies(told -> assertThat(told.message()).startsWith("1 of its pages"));
        assertThat(book.file("2025-02.xhtml")).doesNotContain("epub:type=\"footnotes\"");
        assertThat(book.file("nav.xhtml"))
                .contains(
                        "<a href=\"title.xhtml\">1</a>",
                        "<a href=\"2025-01.xhtml#page-2\">2</a>",
                        "<a href=\"2025-01.xhtml#page-3\">3</a>",
                        "<a href=\"2025-02.xhtml#page-4\">4</a>");
        // "Before the first heading." has 21 letters, so the 25th is in the word after it, and a word is not cut.
        assertThat(book.file("2025-01.xhtml"))
                .containsPattern("<p><span id=\"page-2\"[^>]*(/>|></span>)Before the first")
                .containsPattern("<h2 id=\"jan-h1\"><span id=\"page-3\"[^>]*(/>|></span>)Articles</h2>");
        assertThat(book.file("package.opf"))
                .contains(
                        "pageBreakMarkers",
                        "pageNavigation",
                        "<meta property=\"pageBreakSource\">the-harbour-letter-2025.en.pdf</meta>");
    }

    /// A table that is cut over files has its head in each of them, and in print once.
    @Test
    void pagesInATableThatIsCut() throws IOException {
        List<List<List<Inline>>> rows = new ArrayList<>();
        for (int i = 1; i <= 6_000; i++) {
            rows.add(List.of(List.of(text("Boat " + i)), List.of(text("Time " + i))));
        }
        Edition edition = single(
                Language.ENGLISH,
                "Long",
                List.of(new Block.Table(
                        List.of(),
                        List.of(List.of(text("Name")), List.of(text("Result"))),
                        rows,
                        SampleEditions.HERE)));
        int head = "NameResult".length();
        int row = "BoatTime".length();
        PageMap map = new PageMap(List.of(
                new PageMap.Entry("1", "one", 0),
                new PageMap.Entry("2", "one", head + 5_000 * row),
                new PageMap.Entry("3", "colophon", 0),
                new PageMap.Entry("4", "colophon", 0)));
        Files.writeString(folder.resolve(PageMap.fileName(edition)), map.text());

        Rendering book = Rendering.of(edition, Map.of("pages", folder.toString()));

        assertThat(book.complaints()).isEmpty();
        assertThat(found("<a href=\"([^\"]+)\">[1-4]</a>", book.file("nav.xhtml")))
                .containsExactly("one.xhtml#page-1", "one-2.xhtml#page-2", "colophon.xhtml", "colophon.xhtml");
        assertThat(book.file("one-2.xhtml")).containsPattern("<span id=\"page-2\"[^>]*(/>|></span>)Boat 5001<");
    }

    @Test
    void pagesThatAreNotThereAreMissed() throws IOException {
        Rendering book = Rendering.of(SampleEditions.year(), Map.of("pages", folder.toString()));

        assertThat(book.diagnostics()).extracting(Diagnostic::code).containsExactly("epub-pages");
        assertThat(book.file("nav.xhtml")).doesNotContain("page-list");
    }

    @Test
    void aMapOfOtherIssuesIsNotTaken() throws IOException {
        Edition edition = SampleEditions.year();
        PageMap map = new PageMap(List.of(new PageMap.Entry("1", "last-year", 0)));
        Files.writeString(folder.resolve(PageMap.fileName(edition)), map.text());

        Rendering book = Rendering.of(edition, Map.of("pages", folder.toString()));

        assertThat(book.diagnostics()).extracting(Diagnostic::code).containsExactly("epub-pages");
        assertThat(book.file("package.opf")).doesNotContain("pageBreak");
    }

    @Test
    void aFileThatIsNoPageMapIsRefused() throws IOException {
        Edition edition = SampleEditions.year();
        Files.writeString(folder.resolve(PageMap.fileName(edition)), "page\tplace\tletters\n1\tjanuary\tmany\n");

        assertThatThrownBy(() -> Rendering.of(edition, Map.of("pages", folder.toString())))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("pages.tsv:2:");
    }

    @Test
    void picturesAreLoweredUntilTheBookFits() throws IOException {
        Edition edition = SampleEditions.year();
        int full = Rendering.of(edition).bytes().length;

        Rendering lowered = Rendering.of(edition, Map.of("max-size", (full - 500) + "B"));
        assertThat(lowered.bytes()).hasSizeLessThanOrEqualTo(full - 500);
        assertThat(lowered.complaints()).isEmpty();
        assertThat(lowered.diagnostics())
                .singleElement()
                .satisfies(told -> assertThat(told.message()).contains("614 pixels"));

        Rendering tooSmall = Rendering.of(edition, Map.of("max-size", "1KB"));
        assertThat(tooSmall.complaints()).isEmpty();
        assertThat(tooSmall.diagnostics())
                .singleElement()
                .satisfies(told -> assertThat(told.message()).contains("still more than"));

        assertThat(Rendering.of(edition, Map.of("max-size", "2.5 MB")).diagnostics())
                .isEmpty();
    }

    @Test
    void whatTheOwnerClaims() throws IOException {
        Rendering book = Rendering.of(
                SampleEditions.year(),
                Map.of("conforms-to", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", "certified-by", "Ida <Quay>"));

        assertThat(book.complaints()).isEmpty();
        assertThat(book.file("package.opf"))
                .contains(
                        "property=\"dcterms:conformsTo\" id=\"conformance\">EPUB Accessibility 1.1 - WCAG 2.2 Level AA<",
                        "property=\"a11y:certifiedBy\">Ida &lt;Quay&gt;<");
        assertThat(Rendering.of(SampleEditions.year()).file("package.opf")).doesNotContain("conformsTo");
    }

    @Test
    void verticalWhereTheLanguageKnowsIt() throws IOException {
        Map<String, String> vertical = Map.of("writing", "vertical");
        Rendering japanese = Rendering.of(single(new Language("ja"), "港だより", List.of(words("本文。"))), vertical);

        assertThat(japanese.complaints()).isEmpty();
        assertThat(japanese.file("style.css")).contains("writing-mode: vertical-rl");
        assertThat(japanese.file("package.opf"))
                .contains("page-progression-direction=\"rtl\"", "name=\"primary-writing-mode\"");
        assertThat(Rendering.of(SampleEditions.year(), vertical).file("style.css"))
                .doesNotContain("vertical-rl");
    }
}
