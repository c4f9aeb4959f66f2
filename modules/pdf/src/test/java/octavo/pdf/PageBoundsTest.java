package octavo.pdf;

import static octavo.pdf.Samples.bullets;
import static octavo.pdf.Samples.compilation;
import static octavo.pdf.Samples.heading;
import static octavo.pdf.Samples.issue;
import static octavo.pdf.Samples.link;
import static octavo.pdf.Samples.paragraph;
import static octavo.pdf.Samples.picture;
import static octavo.pdf.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import octavo.model.Block;
import octavo.model.Edition;
import octavo.model.Inline;
import octavo.model.Language;
import octavo.model.Location;
import octavo.render.RenderContext;
import octavo.render.picture.PictureStore;
import octavo.render.picture.Pictures;
import octavo.render.picture.RemotePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.InlineLayoutBox;
import org.xhtmlrenderer.render.InlineText;
import org.xhtmlrenderer.render.LineBox;

/// Whatever an issue holds, no word and no picture runs over the edge of the text.
class PageBoundsTest {
    private static final double DOTS_A_MILLIMETRE = ITextRenderer.DEFAULT_DOTS_PER_PIXEL * 96 / 25.4;
    private static final double ROUNDING = 4;

    @TempDir
    private Path archive;

    private record Placed(String what, double left, double right) {}

    private Pictures pictures() {
        return PictureStore.of(archive, archive.resolve("cache"), RemotePolicy.NONE, diagnostic -> {});
    }

    private void write(String name, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(image, "png", archive.resolve(name).toFile());
    }

    private static Block figure(String name) {
        return new Block.Figure(picture(name, name), text("Title"), text("Caption"), Optional.empty(), Location.NONE);
    }

    private static Inline image(String name) {
        return new Inline.Image(picture(name, name));
    }

    private static Block table(int columns, Inline... row) {
        List<List<Inline>> cells = Collections.nCopies(columns, List.of(row));
        return new Block.Table(
                Collections.nCopies(columns, Block.Table.Alignment.RIGHT), cells, List.of(cells, cells), Location.NONE);
    }

    private static Edition unruly(Language language) {
        String word = "x".repeat(400);
        Block.Item item = new Block.Item(
                Optional.empty(),
                List.of(paragraph(word), figure("wide.png"), bullets(text(word), List.of(image("wide.png")))),
                Location.NONE);
        return compilation(
                language,
                issue(
                        language,
                        "words",
                        "A very long title ".repeat(17),
                        List.of(
                                heading(2, "long", word),
                                paragraph(word),
                                paragraph(new Inline.Strong(text(word)), new Inline.Code(word)),
                                paragraph(link("here", "https://long.example/" + word)),
                                new Block.Quote(List.of(paragraph(word), figure("wide.png")), Location.NONE),
                                new Block.Callout(
                                        Block.Callout.Kind.NOTE,
                                        text(word),
                                        List.of(paragraph(word), figure("wide.png")),
                                        Location.NONE),
                                new Block.OrderedList(1, false, List.of(item), Location.NONE),
                                new Block.CodeBlock(
                                        "text", "c".repeat(500) + "\n" + "code ".repeat(100), Location.NONE)),
                        List.of()),
                issue(
                        language,
                        "tables",
                        word,
                        List.of(
                                table(12, new Inline.Text("Donaudampfschifffahrtsgesellschaft " + word)),
                                table(3, image("wide.png"), image("tall.png")),
                                figure("tall.png"),
                                figure("wide.png"),
                                paragraph(image("tall.png"), new Inline.Text(" beside "), image("wide.png"))),
                        List.of()),
                issue(language, "empty", "", List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A4", "A5", "Letter"})
    void nothingRunsOverTheEdge(String size) throws IOException {
        write("tall.png", 20, 3000);
        write("wide.png", 5000, 20);
        PageSize page = PageSize.named(size);
        double edge = (page.hang() + page.measure()) * DOTS_A_MILLIMETRE;
        for (Language language : List.of(Language.ENGLISH, new Language("ar"))) {
            RenderContext context = Samples.context(Map.of("page-size", size), pictures(), diagnostic -> {});
            ITextRenderer engine = PdfRenderer.laidOut(unruly(language), context, PdfOptions.of(context));
            List<Placed> placed = new ArrayList<>();
            collect(Objects.requireNonNull(engine.getRootBox()), placed);
            assertThat(placed).hasSizeGreaterThan(200);
            assertThat(placed)
                    .filteredOn(one -> one.left() < -ROUNDING || one.right() > edge + ROUNDING)
                    .isEmpty();
        }
    }

    @Test
    void anEmptyIssueHasItsPage() throws IOException {
        Samples.Made made = Samples.render(Samples.single(issue("empty", "")));
        try (PdfReader reader = new PdfReader(made.pdf())) {
            assertThat(reader.getNumberOfPages()).isEqualTo(1);
        }
    }

    private static void collect(Box box, List<Placed> placed) {
        if (box instanceof InlineLayoutBox inline) {
            for (Object child : inline.getInlineChildren()) {
                if (child instanceof InlineText piece) {
                    String words = piece.getSubstring();
                    double left = inline.getAbsX() + piece.getX();
                    if (!words.isBlank() && !inline.getLineBox().isContainsDynamicFunction()) {
                        placed.add(new Placed(words, left, left + piece.getWidth()));
                    }
                } else if (child instanceof Box inner) {
                    collect(inner, placed);
                }
            }
            return;
        }
        if (box instanceof BlockBox block && block.isReplaced()) {
            placed.add(new Placed("a picture", box.getAbsX(), box.getAbsX() + box.getWidth()));
        }
        if (box instanceof LineBox line) {
            line.getNonFlowContent().forEach(content -> collect(content, placed));
        }
        box.getChildren().forEach(child -> collect(child, placed));
    }
}
