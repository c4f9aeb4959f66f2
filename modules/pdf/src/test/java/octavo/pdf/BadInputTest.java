package octavo.pdf;

import static octavo.pdf.Samples.issue;
import static octavo.pdf.Samples.paragraph;
import static octavo.pdf.Samples.single;
import static octavo.pdf.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import octavo.model.Block;
import octavo.model.Diagnostic;
import octavo.model.Inline;
import octavo.model.Location;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.RenderContext;
import octavo.render.theme.Theme;
import octavo.render.theme.ThemeFiles;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no author means to write.
class BadInputTest {
    private static final int MILLION = 1_000_000;

    @Test
    void aTableOfFiveThousandRowsIsAllThere() throws IOException {
        List<List<List<Inline>>> rows = IntStream.rangeClosed(1, 5_000)
                .mapToObj(row -> List.of(text("row" + row), text("words")))
                .toList();
        Block table = new Block.Table(List.of(), List.of(text("Row"), text("What")), rows, Location.NONE);
        try (PDDocument document = Loader.loadPDF(
                Samples.render(single(issue("may", "May", table))).pdf())) {
            String words = new PDFTextStripper().getText(document);
            assertThat(words.split("row\\d+", -1)).hasSize(5_001);
            assertThat(words).contains("row1 ", "row2500 ", "row5000 ");
        }
    }

    /// One word of it, and many.
    @ParameterizedTest
    @ValueSource(strings = {"x", "word "})
    void aParagraphOfAMillionCharactersIsAllThere(String piece) throws IOException {
        Block paragraph = paragraph(piece.repeat(MILLION / piece.length()) + " end.");
        try (PDDocument document = Loader.loadPDF(
                Samples.render(single(issue("may", "May", paragraph))).pdf())) {
            String words = new PDFTextStripper().getText(document);
            assertThat(words.chars().filter(c -> c == piece.charAt(0)).count())
                    .isBetween((long) MILLION / piece.length(), (long) MILLION / piece.length() + 10);
            assertThat(words).contains("end.");
        }
    }

    @Test
    void aFullDiskIsTheReasonThatIsGiven() {
        OutputSink full = new OutputSink() {
            @Override
            public OutputStream file(String name, MediaType type) {
                return new OutputStream() {
                    private int left = 2_000;

                    @Override
                    public void write(int b) throws IOException {
                        if (left-- == 0) {
                            throw new IOException("No space left on device");
                        }
                    }
                };
            }
        };
        RenderContext context = Samples.context(Map.of(), new Samples.NoPictures(), diagnostic -> {});
        assertThatThrownBy(() ->
                        new PdfRenderer().render(single(issue("may", "May", paragraph("One."))), context, full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void whatAStyleSheetCannotHaveIsToldOnceAndNothingIsLoaded(@TempDir Path theme) throws IOException {
        Files.createDirectories(theme.resolve("pdf"));
        Files.writeString(theme.resolve("pdf/digest.css"), """
                @page { size: 210mm 297mm; margin: 30mm }
                @font-face { font-family: Lost; src: url(http://127.0.0.1:9/lost.ttf) }
                p { font-family: "Comic Sans", cursive; background-image: url(http://127.0.0.1:9/p.png) }
                h1 { font-family: sans-serif; background-image: url(file:///etc/hostname) }
                """);
        List<Diagnostic> diagnostics = new ArrayList<>();
        RenderContext context = new RenderContext(
                new Theme(new ThemeFiles(List.of(theme))), new Samples.NoPictures(), diagnostics::add, Map.of());
        Map<String, byte[]> files =
                Samples.files(single(issue("may", "May", paragraph("One."), paragraph("Two."))), context);
        assertThat(diagnostics.stream()
                        .map(diagnostic ->
                                diagnostic.code() + " " + diagnostic.message().replaceAll("^.*? '([^']*)'.*", "$1"))
                        .toList())
                .containsExactlyInAnyOrder(
                        "font-missing Comic Sans",
                        "style-address http://127.0.0.1:9/lost.ttf",
                        "style-address http://127.0.0.1:9/p.png",
                        "style-address file:///etc/hostname");
        try (PDDocument document = Loader.loadPDF(files.values().iterator().next())) {
            assertThat(new PDFTextStripper().getText(document)).contains("One.", "Two.");
        }
    }
}
