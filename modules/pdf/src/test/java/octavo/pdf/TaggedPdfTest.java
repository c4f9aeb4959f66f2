package octavo.pdf;

import static octavo.pdf.Samples.bullets;
import static octavo.pdf.Samples.compilation;
import static octavo.pdf.Samples.heading;
import static octavo.pdf.Samples.internal;
import static octavo.pdf.Samples.issue;
import static octavo.pdf.Samples.link;
import static octavo.pdf.Samples.paragraph;
import static octavo.pdf.Samples.single;
import static octavo.pdf.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import octavo.model.Block;
import octavo.model.Edition;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.Picture;
import octavo.render.picture.PictureStore;
import octavo.render.picture.Pictures;
import octavo.render.picture.RemotePolicy;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a screen reader is told.
class TaggedPdfTest {
    @TempDir
    private Path archive;

    private Pictures pictures() throws IOException {
        ImageIO.write(
                new BufferedImage(900, 500, BufferedImage.TYPE_INT_RGB),
                "png",
                archive.resolve("boat.png").toFile());
        return PictureStore.of(archive, archive.resolve("cache"), RemotePolicy.NONE, diagnostic -> {});
    }

    private String structure(Edition edition) throws IOException {
        return StructureText.of(Samples.render(edition, Map.of(), pictures()).pdf());
    }

    private static Block figure(Picture picture, String caption) {
        return new Block.Figure(picture, List.of(), text(caption), Optional.empty(), Location.NONE);
    }

    private static Picture boat(String alt) {
        return new Picture(
                new Picture.Source.Local("boat.png", "/boat.png"),
                alt,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Location.NONE);
    }

    private static Block table(int rows) {
        List<List<Inline>> row = List.of(text("6:10"), text("the small ferry"));
        return new Block.Table(
                List.of(Block.Table.Alignment.NONE, Block.Table.Alignment.RIGHT),
                List.of(text("Time"), text("Boat")),
                Collections.nCopies(rows, row),
                Location.NONE);
    }

    /// Every kind of block and inline there is.
    private static Edition everything(Language language, String words) {
        List<Block> body = List.of(
                heading(2, "a", words),
                paragraph(
                        new Inline.Text(words + " "),
                        link(words, "https://gull.example/"),
                        new Inline.Text(" "),
                        internal(words, "b"),
                        new Inline.Code("x = 1"),
                        new Inline.NoteReference("n1", 1, 1, Location.NONE)),
                bullets(List.of(link("Gull 2", "https://gull.example/2")), text(words)),
                new Block.OrderedList(
                        3,
                        false,
                        List.of(new Block.Item(
                                Optional.of(true),
                                List.of(paragraph(words), bullets(text(words), text(words))),
                                Location.NONE)),
                        Location.NONE),
                heading(3, "b", words),
                figure(boat("A boat"), words),
                figure(boat(""), ""),
                new Block.Quote(List.of(paragraph(words)), Location.NONE),
                new Block.Callout(Block.Callout.Kind.NOTE, List.of(), List.of(paragraph(words)), Location.NONE),
                new Block.CodeBlock("java", "int x;\n", Location.NONE),
                new Block.Rule(Location.NONE),
                table(70));
        List<Footnote> notes = List.of(new Footnote("n1", 1, List.of(paragraph(words)), Location.NONE));
        return compilation(
                language,
                issue(language, "may", words, body, notes),
                issue(language, "june", words, List.of(heading(2, "c", words), paragraph(words)), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "en, The tide’s news: “café” 2·0",
        "ar, أخبار المرفأ (2025)",
        "he, חדשות הנמל 2025",
        "ja, 港の便り。第2号",
        "el, Νέα του λιμανιού"
    })
    void keepsBothStandards(String language, String words) throws IOException {
        byte[] pdf = Samples.render(everything(new Language(language), words), Map.of("figures", "true"), pictures())
                .pdf();
        assertThat(Standards.broken(pdf)).isEmpty();
    }

    /// In headings, links, code and right-to-left text too.
    @Test
    void anEmojiIsAFigureWithItsName() throws IOException {
        Edition edition = single(issue(
                "may",
                "May 🎉",
                heading(2, "a", "Ferries 🚢"),
                paragraph(
                        new Inline.Text("A wave 👋🏽, then "),
                        link("a flag 🇮🇹", "https://gull.example/"),
                        new Inline.Code("🐛"),
                        new Inline.Text(" אור 🔥 לילה"))));
        byte[] pdf = Samples.render(edition).pdf();
        assertThat(Standards.broken(pdf)).isEmpty();
        assertThat(StructureText.of(pdf))
                .contains("H1(Figure[party popper])")
                .contains("H2(Figure[ship])")
                .contains("Figure[waving hand: medium skin tone] Link(Figure[flag: Italy])")
                .contains("Code(Figure[bug])", "Figure[fire]");
    }

    @Test
    void readsInTheOrderOfTheText() throws IOException {
        Edition edition = compilation(
                Language.ENGLISH,
                issue(
                        "may",
                        "May",
                        paragraph("Before the picture."),
                        figure(boat("A boat"), "The boat, seen from the quay"),
                        paragraph("After it.")));
        assertThat(structure(edition)).contains("H1 P P P Div(Figure[A boat] Caption) P");
    }

    @Test
    void namesWhatThingsAre() throws IOException {
        assertThat(structure(everything(Language.ENGLISH, "News")))
                .startsWith("Document(P H1 P")
                .contains("Sect(H1 TOC(TOCI(Reference(Link) P(Link))")
                .contains("H2 P(Link Link Link Code Reference(Link))")
                .contains("LI(Lbl LBody(P L(LI(Lbl LBody) LI(Lbl LBody))))")
                .contains("BlockQuote(P) Div(P P) P(Code)")
                .contains("Note(Lbl(Link) P)");
    }

    @Test
    void theHeadOfATableIsReadOnce() throws IOException {
        String structure = structure(compilation(Language.ENGLISH, issue("may", "May", table(120))));
        assertThat(structure).contains("Table(THead(TR(TH TH)) TBody(TR(TD TD) TR(TD TD)");
        assertThat(structure.split("TH TH", -1)).hasSize(2);
    }

    /// The letters of a large heading reach above their line, and so above the page that it opens.
    @Test
    void whatOpensAPageIsReadOnce() throws IOException {
        byte[] pdf = Samples.render(compilation(
                        Language.ENGLISH,
                        issue(
                                "may",
                                "Mayflower",
                                heading(2, "a", "Boats"),
                                heading(2, "b", "Ropes"),
                                paragraph("Words.")),
                        issue("june", "Junebug", heading(2, "c", "Sheds"), paragraph("Words."))))
                .pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            for (String heading : List.of("Contents", "Mayflower", "Junebug")) {
                assertThat(text.lines().map(String::strip).filter(heading::equals))
                        .as(heading)
                        .hasSize(1);
            }
        }
    }
}
