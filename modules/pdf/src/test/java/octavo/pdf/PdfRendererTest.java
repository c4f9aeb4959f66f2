package octavo.pdf;

import static octavo.pdf.Samples.bullets;
import static octavo.pdf.Samples.compilation;
import static octavo.pdf.Samples.heading;
import static octavo.pdf.Samples.internal;
import static octavo.pdf.Samples.issue;
import static octavo.pdf.Samples.link;
import static octavo.pdf.Samples.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import octavo.model.Edition;
import octavo.model.Inline;
import octavo.model.Language;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;

class PdfRendererTest {
    static Edition year() {
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
                                        new Inline.Text(
                                                " sails earlier. ☑ 😯 漢字 and ウマ mixed in here so that it wraps over a line")),
                                List.of(link("Tern", "https://tern.example/"), new Inline.Text(" is new."))),
                        heading(3, "fares", "Fares")),
                issue("june", "June at the Quay", heading(2, "crane", "The crane"), paragraph("It stands again.")));
    }

    @Test
    void isReadable() throws IOException {
        Samples.Made made = Samples.render(year());
        Files.write(Path.of("/tmp/pdfwork/t.pdf"), made.pdf());
        try (PdfReader reader = new PdfReader(made.pdf())) {
            assertThat(reader.getNumberOfPages()).isEqualTo(4);
        }
        assertThat(made.diagnostics()).isEmpty();
    }
}
