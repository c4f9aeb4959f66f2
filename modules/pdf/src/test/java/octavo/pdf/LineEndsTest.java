package octavo.pdf;

import static octavo.pdf.Samples.compilation;
import static octavo.pdf.Samples.issue;
import static octavo.pdf.Samples.link;
import static octavo.pdf.Samples.paragraph;
import static octavo.pdf.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Language;
import octavo.render.RenderContext;
import org.junit.jupiter.api.Test;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.InlineLayoutBox;
import org.xhtmlrenderer.render.InlineText;
import org.xhtmlrenderer.render.LineBox;

/// Where lines end on the page.
class LineEndsTest {
    private static List<String> lines(Language language, List<Block> body) {
        RenderContext context = Samples.context(Map.of(), new Samples.NoPictures(), diagnostic -> {});
        Box root = PdfRenderer.laidOut(
                        compilation(language, issue(language, "may", "May", body, List.of())),
                        context,
                        PdfOptions.of(context))
                .getRootBox();
        List<String> lines = new ArrayList<>();
        collect(Objects.requireNonNull(root), lines);
        return lines;
    }

    private static void collect(Box box, List<String> lines) {
        if (box instanceof LineBox line) {
            StringBuilder words = new StringBuilder();
            line.getChildren().forEach(child -> collect(child, words));
            lines.add(words.toString().strip());
        } else {
            box.getChildren().forEach(child -> collect(child, lines));
        }
    }

    private static void collect(Object child, StringBuilder words) {
        switch (child) {
            case InlineText text -> words.append(text.getSubstring());
            case InlineLayoutBox inline -> inline.getInlineChildren().forEach(inner -> collect(inner, words));
            default -> {}
        }
    }

    @Test
    void marksStayWithTheWordThatTheyBelongTo() {
        // Each paragraph is a little longer before the link, so that a line ends at every place around it.
        List<Block> body = IntStream.range(30, 160)
                .mapToObj(length -> paragraph(
                        new Inline.Text("i".repeat(length % 7) + " ii".repeat(length / 3) + " (“"),
                        link("the gull", "https://gull.example/"),
                        new Inline.Text("”), and "),
                        new Inline.Emphasis(text("the tern")),
                        new Inline.Text("… she said.")))
                .toList();
        assertThat(lines(Language.ENGLISH, body))
                .hasSizeGreaterThan(150)
                .noneMatch(line -> line.matches("[”).,…¹].*"))
                .noneMatch(line -> line.matches(".*[(“]"));
    }

    @Test
    void anEmojiStaysWithItsQuotationMarks() {
        List<Block> body = IntStream.range(30, 160)
                .mapToObj(length -> paragraph("i".repeat(length % 7) + " ii".repeat(length / 3) + " “🔥”, and so on."))
                .toList();
        assertThat(lines(Language.ENGLISH, body)).hasSizeGreaterThan(150).noneMatch(line -> line.matches("[”,].*|.*“"));
    }

    @Test
    void wordsAreDividedToFillTheLineAndForNothingElse() {
        String words = "Publications announce remarkable improvements regarding interoperability of applications. ";
        List<Block> body = List.of(paragraph(words.repeat(40)));
        List<String> divided = lines(Language.ENGLISH, body);
        List<String> whole = lines(new Language("fi"), body);
        assertThat(divided).anyMatch(line -> line.endsWith("\u00ad"));
        assertThat(whole).noneMatch(line -> line.endsWith("\u00ad"));
        assertThat(divided).hasSizeLessThan(whole.size());
    }

    @Test
    void theLastWordOfAParagraphStaysWhole() {
        List<Block> body = IntStream.range(0, 80)
                .mapToObj(
                        length -> paragraph("i".repeat(length % 5) + " ii".repeat(20 + length) + " interoperability."))
                .toList();
        assertThat(lines(Language.ENGLISH, body)).noneMatch(line -> line.endsWith("\u00ad"));
    }
}
