package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertTest {
    @TempDir
    Path folder = Path.of("");

    private Path letter() throws IOException {
        return Cli.write(folder.resolve("letter.md"), """
                ---
                title: A letter
                date: 2025-03-01
                ---

                # First

                A *word*, a [link](https://example.org/), a note[^1].

                | a | b |
                |---|:-:|
                | 1 | 2 |

                {{< unheard-of by="us" >}}

                [^1]: The note.
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "html", "txt", "pdf", "epub", "eml"})
    void theEndingSaysTheFormat(String ending) throws IOException {
        Path out = folder.resolve("out/letter." + ending);
        Cli run = Cli.run("convert", letter(), "-o", out);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().strip()).isEqualTo(out.toString());
        assertThat(out).isNotEmptyFile();
        assertThat(Cli.files(folder.resolve("out"))).containsExactly("letter." + ending);
    }

    @Test
    void theModelAsJsonLosesNothing() throws IOException {
        Path json = folder.resolve("letter.json");
        Path again = folder.resolve("again.json");
        assertThat(Cli.run("convert", letter(), "-o", json).code()).isZero();
        assertThat(Cli.run("convert", json, "-o", again).code()).isZero();
        assertThat(again).hasSameTextualContentAs(json);
        for (String ending : new String[] {"html", "txt", "epub"}) {
            Path direct = folder.resolve("direct." + ending);
            Path through = folder.resolve("through." + ending);
            assertThat(Cli.run("convert", folder.resolve("letter.md"), "-o", direct)
                            .code())
                    .isZero();
            assertThat(Cli.run("convert", json, "-o", through).code()).isZero();
            assertThat(Files.readAllBytes(through)).as(ending).isEqualTo(Files.readAllBytes(direct));
        }
    }

    @Test
    void aWordCanSayTheFormatToo() throws IOException {
        Path out = folder.resolve("letter");
        assertThat(Cli.run("convert", letter(), "-o", out, "-t", "text").code()).isZero();
        assertThat(out).content().contains("A letter");
    }

    @Test
    void whatCannotBeConvertedIsSaid() throws IOException {
        assertThat(Cli.run("convert", letter(), "-o", folder.resolve("x.md")).code())
                .isEqualTo(2);
        assertThat(Cli.run("convert", letter(), "-o", folder.resolve("x.docx")).code())
                .isEqualTo(2);
        assertThat(Cli.run("convert", letter()).code()).isEqualTo(2);
        assertThat(Cli.run("convert", folder.resolve("none.md"), "-o", folder.resolve("x.html"))
                        .code())
                .isEqualTo(2);
        Path broken = Cli.write(folder.resolve("broken.json"), "{\"schema\": ");
        Cli json = Cli.run("convert", broken, "-o", folder.resolve("x.html"));
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.err()).contains("broken.json").doesNotContain("\tat ");
        assertThat(folder.resolve("x.html")).doesNotExist();
    }
}
