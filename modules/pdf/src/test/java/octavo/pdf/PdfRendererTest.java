package octavo.pdf;

import static octavo.pdf.Samples.bullets;
import static octavo.pdf.Samples.compilation;
import static octavo.pdf.Samples.heading;
import static octavo.pdf.Samples.internal;
import static octavo.pdf.Samples.issue;
import static octavo.pdf.Samples.link;
import static octavo.pdf.Samples.paragraph;
import static octavo.pdf.Samples.single;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import octavo.model.Block;
import octavo.model.Edition;
import octavo.model.Inline;
import octavo.model.Language;
import octavo.model.Location;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.SimpleBookmark;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PdfRendererTest {
    private static Edition year() {
        return compilation(
                Language.ENGLISH,
                issue(
                        "may",
                        "May at the Quay",
                        paragraph(new Inline.Text("The ferry is back, see "), internal("the crane", "crane")),
                        heading(2, "ferry", "The ferry"),
                        bullets(
                                List.of(
                                        link("Seagull 2.1", "https://seagull.example/releases/2.1"),
                                        new Inline.Text(" sails earlier, ☑ 😯 漢字 and ウマ.")),
                                List.of(link("Tern", "https://tern.example/"), new Inline.Text(" is new."))),
                        heading(3, "fares", "Fares")),
                issue("june", "June at the Quay", heading(2, "crane", "The crane"), paragraph("It stands again.")));
    }

    private static String text(PdfReader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page)).append('\n');
        }
        return text.toString().replaceAll("\\s+", " ");
    }

    /// A quote that is kept on one page is laid out twice where it does not fit; in each other they would take years.
    @Test
    void longQuotesInQuotesAreLaidOut() throws IOException {
        Block quote = paragraph("many words ".repeat(1_500) + "innermost");
        for (int depth = 0; depth < 17; depth++) {
            quote = new Block.Quote(List.of(quote), Location.NONE);
        }
        try (PdfReader reader = new PdfReader(
                Samples.render(single(issue("may", "May at the Quay", quote))).pdf())) {
            assertThat(text(reader)).contains("innermost");
        }
    }

    @Test
    void holdsTheWordsOfEveryIssue() throws IOException {
        Samples.Made made = Samples.render(year());
        try (PdfReader reader = new PdfReader(made.pdf())) {
            assertThat(reader.getNumberOfPages()).isEqualTo(4);
            assertThat(text(reader))
                    .contains("The ferry is back")
                    .contains("sails earlier")
                    .contains("漢字")
                    .contains("It stands again.")
                    .contains("seagull.example/releases/2.1");
        }
        assertThat(made.diagnostics()).isEmpty();
    }

    @Test
    void embedsEveryFont() throws IOException {
        try (PdfReader reader = new PdfReader(Samples.render(year()).pdf())) {
            Set<String> fonts = new HashSet<>();
            for (PdfDictionary descriptor : dictionaries(reader, "FontDescriptor")) {
                fonts.add(descriptor.getAsName(PdfName.FONTNAME).toString().substring(8));
                assertThat(descriptor.get(PdfName.FONTFILE2)).isNotNull();
            }
            assertThat(fonts)
                    .contains(
                            "SourceSerif4-Regular", "SourceSans3-SemiBold", "NotoSansJP-Regular", "NotoEmoji-Regular");
            assertThat(dictionaries(reader, "Font").stream()
                            .filter(font -> PdfName.TYPE0.equals(font.getAsName(PdfName.SUBTYPE)))
                            .count())
                    .isEqualTo(fonts.size());
        }
    }

    @Test
    void bookmarksNestSectionsBelowTheirIssue() throws IOException {
        try (PdfReader reader = new PdfReader(Samples.render(year()).pdf())) {
            List<Map<String, Object>> bookmarks = SimpleBookmark.getBookmarkList(reader);
            assertThat(bookmarks)
                    .extracting(mark -> mark.get("Title"))
                    .containsExactly("May at the Quay", "June at the Quay");
            assertThat(String.valueOf(bookmarks.getFirst().get("Kids"))).contains("The ferry", "Fares");
            assertThat(bookmarks)
                    .allSatisfy(mark -> assertThat((String) mark.get("Page")).matches("[34] .*"));
        }
    }

    @Test
    void linksLeadToTheWebAndToPages() throws IOException {
        try (PdfReader reader = new PdfReader(Samples.render(year()).pdf())) {
            Set<String> addresses = new HashSet<>();
            int inside = 0;
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                for (PdfDictionary action : actions(reader, page)) {
                    if (action.get(PdfName.URI) instanceof PdfString uri) {
                        addresses.add(uri.toString());
                    } else {
                        PdfArray destination = (PdfArray) PdfReader.getPdfObject(action.get(PdfName.D));
                        assertThat(PdfReader.getPdfObject(destination.getPdfObject(0)))
                                .isInstanceOf(PdfDictionary.class);
                        inside++;
                    }
                }
            }
            assertThat(addresses)
                    .containsExactlyInAnyOrder(
                            "https://seagull.example/releases/2.1",
                            "https://tern.example/",
                            "https://harbour.example/");
            assertThat(inside).isGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void sameInputGivesTheSameBytesInAnyTimeZone() {
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            byte[] east = Samples.render(year()).pdf();
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Pago_Pago"));
            assertThat(Samples.render(year()).pdf()).isEqualTo(east);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void datesItselfByItsInput() throws IOException {
        try (PdfReader reader = new PdfReader(Samples.render(year()).pdf())) {
            assertThat(reader.getInfo())
                    .containsEntry("CreationDate", "D:20250601101530Z")
                    .containsEntry("Title", "The Harbour Letter, 2025");
            assertThat(reader.getCatalog().get(PdfName.LANG)).hasToString("en");
        }
    }

    @Test
    void aSingleIssueHasNoTitlePage() throws IOException {
        Edition one = single(issue("may", "May at the Quay", paragraph("Short.")));
        try (PdfReader reader = new PdfReader(Samples.render(one).pdf())) {
            assertThat(reader.getNumberOfPages()).isEqualTo(1);
            assertThat(text(reader)).contains("May at the Quay", "Short.").doesNotContain("In this issue");
        }
    }

    @Test
    void reportsACharacterThatNoFontHasWithItsPlaceAndShowsTheReplacement() throws IOException {
        Location place = new Location("content/may.md", 9, 1);
        Samples.Made made = Samples.render(single(issue(
                "may",
                "May",
                paragraph("Nothing is lacking here."),
                new Block.Quote(
                        List.of(new Block.Paragraph(List.of(new Inline.Text("ქარი and \uE000, ქ")), place)),
                        Location.NONE))));
        assertThat(made.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo("glyph-missing");
            assertThat(diagnostic.location()).isEqualTo(place);
            assertThat(diagnostic.message()).contains("U+10E5", "U+E000", "6 times");
        });
        try (PdfReader reader = new PdfReader(made.pdf())) {
            assertThat(text(reader)).contains("\uFFFD\uFFFD\uFFFD\uFFFD");
        }
    }

    @Test
    void invisibleCharactersLeaveNoTrace() throws IOException {
        Samples.Made made = Samples.render(single(issue("may", "May", paragraph("a\u200Db\uFE0Fc\u2060d\u00ADe"))));
        assertThat(made.diagnostics()).isEmpty();
        try (PdfReader reader = new PdfReader(made.pdf())) {
            assertThat(text(reader)).contains("abcde");
        }
    }

    @Test
    void textFromRightToLeftIsPaintedInVisualOrder() throws IOException {
        Samples.Made made = Samples.render(single(issue("may", "May", paragraph("The word (רוח) ends."))));
        try (PdfReader reader = new PdfReader(made.pdf())) {
            assertThat(text(reader)).contains("חור");
        }
        assertThat(made.diagnostics()).isEmpty();
    }

    @Test
    void hostileTextIsOnlyText() throws IOException {
        String script =
                "<script>alert(1)</script> &xxe; <img src=\"file:///etc/passwd\"> ]]> <!DOCTYPE x SYSTEM 'http://x/'>";
        Edition hostile = compilation(
                Language.ENGLISH,
                issue(
                        "may",
                        script,
                        heading(2, "x\"><img src=x>", script),
                        paragraph(script),
                        paragraph(link(script, "javascript:alert(1)"), internal("nowhere", "not-there")),
                        new Block.CodeBlock("\"><b>", script, Location.NONE)));
        Samples.Made made = Samples.render(hostile);
        try (PdfReader reader = new PdfReader(made.pdf())) {
            assertThat(text(reader)).contains("<script>alert(1)</script>", "file:///etc/passwd", "nowhere");
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                assertThat(actions(reader, page))
                        .allSatisfy(action -> assertThat(String.valueOf(action.get(PdfName.URI)))
                                .isIn("null", "https://harbour.example/"));
            }
        }
    }

    private static List<PdfDictionary> dictionaries(PdfReader reader, String type) {
        List<PdfDictionary> found = new ArrayList<>();
        for (int i = 1; i < reader.getXrefSize(); i++) {
            PdfObject object = reader.getPdfObject(i);
            if (object instanceof PdfDictionary dictionary
                    && new PdfName(type).equals(dictionary.getAsName(PdfName.TYPE))) {
                found.add(dictionary);
            }
        }
        return found;
    }

    private static List<PdfDictionary> actions(PdfReader reader, int page) {
        List<PdfDictionary> actions = new ArrayList<>();
        PdfArray annotations = reader.getPageN(page).getAsArray(PdfName.ANNOTS);
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            actions.add(annotations.getAsDict(i).getAsDict(PdfName.A));
        }
        return actions;
    }
}
