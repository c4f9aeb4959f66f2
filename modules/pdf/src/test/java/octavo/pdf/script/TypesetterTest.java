package octavo.pdf.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import octavo.fonts.FontFace;
import octavo.fonts.Fonts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;
import org.xhtmlrenderer.render.JustificationInfo;

class TypesetterTest {
    private static final FontFace NASKH = face("Noto Naskh Arabic");
    private static final FontFace DEVANAGARI = face("Noto Serif Devanagari");
    private static final FontFace HEBREW = face("Noto Serif Hebrew");
    private static final int SIZE = 20;

    private static FontFace face(String family) {
        return Fonts.family(family).orElseThrow().face(400, false);
    }

    private static BaseFont font(FontFace face) throws IOException {
        return BaseFont.createFont(
                face.resource(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, face.bytes(), null);
    }

    private static ShapedText shaped(FontFace face, String text) throws IOException {
        return new Shaper(font -> Optional.of(face))
                .shape(font(face), text, Shaper.isRightToLeft(text))
                .orElseThrow();
    }

    @Test
    void lettersTakeTheFormThatTheirNeighboursAskFor() throws IOException {
        ShapedText one = shaped(NASKH, "س");
        ShapedText three = shaped(NASKH, "سسس");
        assertThat(one.length()).isEqualTo(1);
        assertThat(List.of(three.glyph(0), three.glyph(1), three.glyph(2)))
                .doesNotHaveDuplicates()
                .doesNotContain(one.glyph(0));
        assertThat(three.width()).isLessThan(3 * one.width());
    }

    @Test
    void marksAreAPartOfTheirLetters() throws IOException {
        assertThat(shaped(NASKH, "حدّاد").letters())
                .extracting(ShapedText.Group::text)
                .containsExactly("د", "ا", "دّ", "ح");
    }

    @Test
    void signsOfVowelsAreWrittenWhereTheyAreSeenAndKnownWhereTheyAreSpoken() throws IOException {
        ShapedText shaped = shaped(DEVANAGARI, "कि");
        assertThat(shaped.glyph(1)).isEqualTo(shaped(DEVANAGARI, "का").glyph(0));
        assertThat(shaped.words()).extracting(ShapedText.Group::text).containsExactly("कि");
    }

    @Test
    void marksStandAboveAndBelowTheirLetters() throws IOException {
        ShapedText letter = shaped(HEBREW, "שָׁ");
        ShapedText.Group group = letter.letters().getFirst();
        assertThat(letter.marks(group).count()).isPositive();
        assertThat(letter.marks(group).mapToObj(letter::x))
                .allSatisfy(x -> assertThat(x).isBetween(0.0, letter.width()));
        assertThat(letter.width()).isCloseTo(font(HEBREW).getWidth("ש"), within(1.0));
    }

    @Test
    void textWithoutSuchLettersIsLeftAlone() {
        assertThat(List.of("Tern Quay, 漢字", "Русский", "Ελληνικά", "한국어", "שלום"))
                .noneMatch(Shaper::concerns);
    }

    @Test
    void whatFollowsBeginsWhereTheMeasureSays() throws IOException {
        for (FontFace face : List.of(NASKH, DEVANAGARI)) {
            String text = face.equals(NASKH) ? "منارة لا تغيب" : "क्षत्रिय हिन्दी";
            double width = new Shaper(font -> Optional.of(face))
                    .width(font(face), text)
                    .orElseThrow();
            assertThat(end(face, text, Optional.empty())).isCloseTo(width * SIZE / 1000, within(0.1));
        }
    }

    @Test
    void pairsOfLettersStandAsNearAsTheirFontWants() throws IOException {
        FontFace serif = face("Source Serif 4");
        PairKerning pairs = new PairKerning(serif);
        assertThat(List.of(pairs.between('A', 'V'), pairs.between('T', 'o'), pairs.between('Т', 'о')))
                .allSatisfy(kerning -> assertThat(kerning).isBetween(-120, -10));
        assertThat(pairs.between('n', 'n')).isZero();
        assertThat(pairs.between('漢', 'V')).isZero();

        String text = "AV To We";
        int measured = font(serif).getWidth(text) + new Kerning(font -> Optional.of(serif)).of(font(serif), text);
        assertThat(end(serif, text, Optional.empty())).isCloseTo(measured * SIZE / 1000.0, within(0.1));
    }

    @Test
    void codeIsNotKerned() throws IOException {
        FontFace code = face("Source Code Pro");
        assertThat(new Kerning(font -> Optional.of(code)).of(font(code), "AV To We"))
                .isZero();
    }

    @Test
    void justifiedTextIsWiderByWhatTheLineNeeds() throws IOException {
        String text = "منارة لا تغيب";
        JustificationInfo info = new JustificationInfo(1f, 4f);
        double room =
                text.chars().limit(text.length() - 1).map(c -> c == ' ' ? 4 : 1).sum();
        assertThat(end(NASKH, text, Optional.of(info)) - end(NASKH, text, Optional.empty()))
                .isCloseTo(room, within(0.1));
    }

    /// Where the pen stands after the text, from its beginning.
    private static double end(FontFace face, String text, Optional<JustificationInfo> info) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document();
        PdfWriter writer = PdfWriter.getInstance(document, out);
        Typesetter typesetter =
                new Typesetter(new Shaper(font -> Optional.of(face)), new Kerning(font -> Optional.of(face)), 1);
        typesetter.prepare(Shaper.isRightToLeft(text), info.orElse(null));
        writer.setGlyphLayoutManager(typesetter);
        document.open();
        PdfContentByte page = writer.getDirectContent();
        page.beginText();
        page.setFontAndSize(font(face), SIZE);
        page.setTextMatrix(100, 500);
        page.showText(text);
        page.showTextBasic(".");
        page.endText();
        document.close();
        List<TextPosition> positions = new ArrayList<>();
        try (PDDocument read = Loader.loadPDF(out.toByteArray())) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    positions.add(position);
                }
            }.getText(read);
        }
        assertThat(positions.getLast().getUnicode()).isEqualTo(".");
        return positions.getLast().getX() - 100;
    }
}
