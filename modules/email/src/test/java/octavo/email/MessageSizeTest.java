package octavo.email;

import static octavo.email.Samples.HERE;
import static octavo.email.Samples.OPTIONS;
import static octavo.email.Samples.heading;
import static octavo.email.Samples.item;
import static octavo.email.Samples.paragraph;
import static octavo.email.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import octavo.model.Block;
import octavo.model.Diagnostic;
import octavo.model.Edition;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.Location;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mail services cut a long message anywhere; Octavo cuts it first, where a reader would.
class MessageSizeTest {
    private static final int LARGEST = 100_000;
    private static final String LATIN = "Many words about little, and none of them long. ";
    private static final String JAPANESE = "港の便りをお届けします。今月は庭の話です。";

    private final List<Diagnostic> found = new ArrayList<>();

    @Test
    void aLargeMessageIsReportedAndStaysWhole() throws Exception {
        byte[] message = message(edition(sections("en", LATIN, 8, 40)));

        assertThat(htmlSize(message)).isBetween(90_000, LARGEST);
        assertThat(found).extracting(Diagnostic::code).containsExactly("email-size");
        assertThat(html(message).select(".rest")).isEmpty();
        assertThat(html(message).text()).contains("Section 8");
    }

    @Test
    void aLongIssueEndsAtASectionWithTheNamesOfTheOthers() throws Exception {
        byte[] message = message(edition(sections("en", LATIN, 20, 40)));
        Document html = html(message);
        List<String> kept = html.select("h2").eachText();
        int cut = kept.size() + 1;

        assertThat(htmlSize(message)).isBetween(75_000, LARGEST);
        assertThat(kept).hasSizeBetween(6, 10).isEqualTo(titles(1, kept.size()));
        assertThat(html.text())
                .contains(LATIN.strip() + " End of " + kept.size())
                .doesNotContain("End of " + cut);
        assertThat(html.select("a:contains(Read the rest on the web)").eachAttr("href"))
                .containsExactly("https://news.example/2025/05/letter/#s" + cut);
        assertThat(html.outerHtml().split("#s" + cut + "\""))
                .as("in the list, and twice at the end")
                .hasSize(4);
        assertThat(html.select("a[href$=#s20]").eachText())
                .as("in the list of sections, and at the end")
                .containsExactly("Section 20", "Section 20");
        assertThat(found).singleElement().satisfies(cutHere -> {
            assertThat(cutHere.code()).isEqualTo("email-cut");
            assertThat(cutHere.location().line()).isEqualTo(cut);
            assertThat(cutHere.message()).contains("“Section " + cut + "”", "“Section 20”");
            assertThat(cutHere.message()).doesNotContain("“Section " + (cut - 1) + "”");
        });
    }

    @Test
    void plainTextStaysWhole() throws Exception {
        String text = Parsed.text(message(edition(sections("en", LATIN, 20, 40))));

        assertThat(text).contains("Section 20\n----------").contains("End of 20");
    }

    @Test
    void aLongJapaneseIssueIsMeasuredAsItTravels() throws Exception {
        byte[] message = message(edition(sections("ja", JAPANESE, 20, 50)));

        assertThat(Parsed.raw(message)).contains("Content-Transfer-Encoding: base64");
        assertThat(htmlSize(message)).isBetween(75_000, LARGEST);
        assertThat(html(message).select("a:contains(続きはウェブで)")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void theRecipientsPartsSurvive(String language) throws Exception {
        MessageTemplate template = Samples.template(
                edition(sections(language, language.equals("en") ? LATIN : JAPANESE, 20, 50)), OPTIONS, found);
        byte[] message = template.forRecipient(new Recipient(Mailbox.parse("Aña <ana@example.org>"), "t0k-1"));

        assertThat(Parsed.html(message)).contains("Aña").contains("https://lists.news.example/u/t0k-1");
        assertThat(Parsed.raw(message)).doesNotContain("OCTAVO");
        Parsed.assertSound(message);
    }

    @Test
    void aSectionTooLongIsCutInsideAtASubsectionOrABlock() throws Exception {
        List<Block> body = new ArrayList<>(List.of(heading("Short", "short"), paragraph("A word.")));
        body.add(heading("Long", "long"));
        body.addAll(paragraphs(LATIN, 60));
        body.add(new Block.Heading(3, "sub", List.of(text("Below")), HERE));
        body.addAll(paragraphs(LATIN, 400));
        Document html = html(message(edition(draft("en", body))));

        assertThat(html.select(".rest a").eachText())
                .as("less than half would stand before the subsection, so it is cut inside that")
                .containsExactly("Read the rest on the web", "Long (continued)");
        assertThat(html.select(".rest a").eachAttr("href")).containsOnly("https://news.example/2025/05/letter/#sub");
        assertThat(html.select("h3").eachText()).containsExactly("Below");
        assertThat(found)
                .singleElement()
                .satisfies(cut -> assertThat(cut.message()).endsWith("“Long” (its end)"));
    }

    @Test
    void aListIsCutBetweenItsItems() throws Exception {
        List<Block.Item> items = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            items.add(item(text(LATIN.repeat(6) + i)));
        }
        List<Block> body = List.of(heading("List", "list"), new Block.BulletList(true, items, HERE));
        byte[] message = message(edition(draft("en", body)));

        assertThat(htmlSize(message)).isBetween(95_000, LARGEST);
        assertThat(html(message).select("li").eachText().getLast()).matches("Many .*\\. \\d+");
    }

    @Test
    void footnotesOfWhatWasCutGoToo() throws Exception {
        List<Block> body = new ArrayList<>();
        List<Footnote> notes = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            body.add(heading("Section " + i, "s" + i));
            body.add(new Block.Paragraph(
                    List.of(text(LATIN.repeat(150)), new Inline.NoteReference("n" + i, i, 1, HERE)), HERE));
            notes.add(new Footnote("n" + i, i, List.of(paragraph("Note number " + i + ".")), HERE));
        }
        Document html = html(message(edition(draft("en", body), notes, Optional.of("https://news.example/a/"))));

        int kept = html.select("h2").eachText().size()
                - (html.select("h2:contains(Notes)").isEmpty() ? 0 : 1);
        assertThat(html.text()).contains("Note number " + kept + ".").doesNotContain("Note number " + (kept + 1) + ".");
    }

    @Test
    void picturesOfWhatWasCutDoNotTravel() throws Exception {
        List<Block> body = new ArrayList<>(sections("en", LATIN, 20, 40).body());
        body.add(2, Samples.figure("first.svg", "First"));
        body.add(Samples.figure("last.svg", "Last"));
        byte[] message = message(edition(draft("en", body)));

        assertThat(Parsed.tree(message)).containsOnlyOnce("image/png");
    }

    @Test
    void anIssueWithoutAPageIsNotCut() throws Exception {
        byte[] message = message(edition(sections("en", LATIN, 20, 40), List.of(), Optional.empty()));

        assertThat(html(message).text()).contains("End of 20");
        assertThat(found).extracting(Diagnostic::code).containsExactly("email-size");
        assertThat(found.getFirst().message()).contains("no address on the web");
    }

    @Test
    void aBlockThatIsTooLongAloneIsLeftToTheWeb() throws Exception {
        List<Block> body = List.of(heading("One", "one"), paragraph(LATIN.repeat(3000)));
        Document html = html(message(edition(draft("en", body))));

        assertThat(html.select("h2")).isEmpty();
        assertThat(html.select(".rest a").eachText()).containsExactly("Read the rest on the web", "One");
    }

    /// Whatever an issue is made of: what is sent is small enough, and ends between two of its pieces.
    @Test
    void whateverIsCutFitsAndEndsAtABoundary() throws Exception {
        Random random = new Random(8);
        for (int run = 0; run < 12; run++) {
            String words = run % 2 == 0 ? LATIN : JAPANESE;
            List<Block> body = new ArrayList<>();
            int pieces = 0;
            while (pieces < 700) {
                Block block = block(random, words, pieces);
                pieces += piecesOf(block);
                body.add(block);
            }
            byte[] message = message(edition(draft(run % 2 == 0 ? "en" : "ja", body)));

            assertThat(htmlSize(message)).isLessThanOrEqualTo(LARGEST);
            Document html = html(message);
            assertThat(html.select("a[href^=https://news.example/2025/05/letter/]")
                            .last())
                    .isNotNull();
            // Each piece ends in a number, and pieces are numbered from 0: what is kept is whole and has no gap.
            List<String> kept =
                    html.select("p:matches(<\\d+>), li:matches(<\\d+>)").eachText();
            for (int i = 0; i < kept.size(); i++) {
                assertThat(kept.get(i)).endsWith("<" + i + ">");
            }
            assertThat(kept.size()).isBetween(1, pieces - 1);
            assertThat(html.select(".rest")).hasSize(1);
            Parsed.assertSound(message);
        }
    }

    private static Block block(Random random, String words, int number) {
        return switch (random.nextInt(6)) {
            case 0 -> heading("Part " + number, "p" + number);
            case 1 -> new Block.Heading(3, "q" + number, List.of(text("Detail " + number)), HERE);
            case 2 -> {
                List<Block.Item> items = new ArrayList<>();
                for (int i = 0; i <= random.nextInt(random.nextInt(3) == 0 ? 400 : 9); i++) {
                    items.add(item(text(words.repeat(1 + random.nextInt(4)) + "<" + (number + i) + ">")));
                }
                yield new Block.BulletList(true, items, HERE);
            }
            default -> paragraph(words.repeat(1 + random.nextInt(12)) + "<" + number + ">");
        };
    }

    private static int piecesOf(Block block) {
        return switch (block) {
            case Block.BulletList list -> list.items().size();
            case Block.Heading _ -> 0;
            default -> 1;
        };
    }

    private byte[] message(Edition edition) {
        return Samples.template(edition, OPTIONS, found).forRecipient(Recipient.STAND_IN);
    }

    private static Document html(byte[] message) throws Exception {
        return Jsoup.parse(Parsed.html(message));
    }

    private static int htmlSize(byte[] message) {
        String raw = Parsed.raw(message);
        int start = raw.indexOf("\r\n\r\n", raw.indexOf("Content-Type: text/html")) + 4;
        return raw.indexOf("\r\n--=_", start) - start;
    }

    private static Samples.Draft sections(String language, String words, int count, int repeated) {
        List<Block> body = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            body.add(
                    new Block.Heading(2, "s" + i, List.of(text("Section " + i)), new Location("content/one.md", i, 1)));
            for (int paragraph = 0; paragraph < 5; paragraph++) {
                body.add(paragraph(words.repeat(repeated)));
            }
            body.add(paragraph(words + "End of " + i));
        }
        return draft(language, body);
    }

    private static List<Block> paragraphs(String words, int count) {
        List<Block> paragraphs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            paragraphs.add(paragraph(words.repeat(10)));
        }
        return paragraphs;
    }

    private static List<String> titles(int from, int to) {
        List<String> titles = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            titles.add("Section " + i);
        }
        return titles;
    }

    private static Samples.Draft draft(String language, List<Block> body) {
        return new Samples.Draft(new Language(language), "The long letter", "What grew.", body);
    }

    private static Edition edition(Samples.Draft draft) {
        return edition(draft, List.of(), Optional.of("https://news.example/2025/05/letter/"));
    }

    private static Edition edition(Samples.Draft draft, List<Footnote> notes, Optional<String> address) {
        Edition edition = Samples.edition(draft);
        Issue issue = edition.issues().getFirst();
        return Samples.edition(edition, issue.withBody(issue.body(), notes), address);
    }
}
