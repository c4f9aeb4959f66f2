package octavo.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import octavo.model.Archive;
import octavo.model.Diagnostic;
import octavo.model.Issue;
import octavo.model.Location;
import octavo.reader.markdown.Dialect;
import octavo.reader.markdown.MarkdownReader;
import octavo.reader.markdown.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Input that means harm or knows no better: never a failure, never a lost text.
class HostileInputTest {
    private static final Dialect DIALECT = Dialect.hugo(octavo.model.Language.ENGLISH);
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private String dump(String markdown) {
        return ModelDump.of(
                MarkdownReader.read(markdown, Location.of("a.md"), DIALECT, Surroundings.none(), diagnostics::add)
                        .body());
    }

    @Test
    void tenThousandQuotesKeepTheirText() {
        assertThat(dump(">".repeat(10_000) + " deep text\n\nlast words"))
                .contains("deep text")
                .contains("last words");
        assertThat(diagnostics).extracting(Diagnostic::code).contains("nesting");
    }

    @Test
    void thousandsOfListsKeepTheirText() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append("  ".repeat(i)).append("- a\n");
        }
        assertThat(dump(text + "\nlast words")).contains("last words");
        assertThat(diagnostics).extracting(Diagnostic::code).contains("nesting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"**a ", "**a *b "})
    void deepEmphasisKeepsItsText(String open) {
        String close = new StringBuilder(open.replaceAll("[ab ]", "")).reverse().toString();
        assertThat(dump(open.repeat(5_000) + "deep text" + close.repeat(5_000) + "\n\nlast words"))
                .contains("deep text")
                .contains("last words");
        assertThat(diagnostics).extracting(Diagnostic::code).contains("nesting");
    }

    @Test
    void marksWithoutANoteAreReportedAndOtherBracketsAreNot() {
        String dump = dump("a[^1] [^a-z]\n\n[^<>] \\[^no] `[^no]` [^x](y.png) [^y]\n\n> [^y]: /z\n\n> q[^2]\n");
        assertThat(dump).contains("a[^1] [^a-z]").contains("[^<>] [^no]").contains("q[^2]");
        assertThat(diagnostics)
                .extracting(Diagnostic::toString)
                .filteredOn(line -> line.contains("footnote"))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("a.md:1:2: warning: [footnote-missing]"),
                        line -> assertThat(line).startsWith("a.md:1:7: warning: [footnote-missing]"),
                        line -> assertThat(line).startsWith("a.md:7:4: warning: [footnote-missing]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "![",
                "[a](",
                "*a **b ",
                "<!-- ",
                "{{< ",
                "{{< \"",
                "{{</* ",
                "{{< a >}}",
                "{{< /a >}}",
                ":a",
                "\"a ",
                "'b ",
                "[^1]",
                "|a",
                "`",
                "<a ",
                "&",
                "\\",
                "https://",
                "www.",
                "~~",
                "a@b.",
                "\uFDD0",
                "\uFDD00\uFDD1",
                "- ",
                "1. ",
                "> ",
                "\t"
            })
    void manyOfOneKindKeepTheLastWords(String piece) {
        assertThat(dump(piece.repeat(10_000) + "\n\nlast words")).contains("last words");
    }

    @Test
    void shortcodesInShortcodesStayShallow() {
        String text = "{{< a >}}\n\n".repeat(3_000) + "deep text\n\n" + "{{< /a >}}\n\n".repeat(3_000);
        assertThat(dump(text)).contains("deep text").doesNotContain(" ".repeat(100) + "p");
    }

    @Test
    void nonsenseOfAllKindsIsRead() {
        String[] pieces = {
            "{{< figure src=\"x\" >}}",
            "{{< /b >}}",
            "{{% b %}}",
            "[^1]",
            "[^1]: ",
            "> ",
            "- ",
            "\n",
            "\n\n",
            "    ",
            "**",
            "_",
            "`",
            "```\n",
            "|",
            "---\n",
            "# ",
            "{#a}",
            "<div>",
            "<!--",
            "-->",
            "](x)",
            "![",
            "\"",
            "'",
            "--",
            "...",
            ":tada:",
            "https://x.yz",
            "text ",
            "é",
            "🎉",
            "\u0000",
            "\uFDD1",
            "[!NOTE]",
            "[x] "
        };
        Random random = new Random(42);
        for (int run = 0; run < 500; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String dump = dump(text + "\n\n\nlast words");
            assertThat(dump.chars().filter(c -> c >= 0xFDD0 && c <= 0xFDEF))
                    .as(text.toString())
                    .isEmpty();
        }
    }

    @Test
    void everyLocationLiesInTheFile(@TempDir Path folder) throws IOException {
        String text =
                "---\ntitle: x\ndate: 2024-01-01\n---\n{{< a\n  b=1\n>}} [x](y.zz/q)\n\n- {{< c >}} ![p](q.png)\n";
        Files.writeString(folder.resolve("a.md"), text);
        read(folder);
        assertThat(diagnostics)
                .extracting(Diagnostic::toString)
                .anyMatch(line -> line.startsWith("a.md:7:5: warning: [link-scheme]"))
                .anyMatch(line -> line.startsWith("a.md:9:13: warning: [picture-missing]"));
    }

    private Archive read(Path folder) throws IOException {
        Path root = folder.toRealPath();
        return ArchiveReader.read(root, Settings.load(root, Map.of(), diagnostics::add), diagnostics::add);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\na: DEEP\n---\n",
                "+++\na = DEEP\n+++\n",
                "{\"a\": DEEP}\n",
                "---\n: : :\n---\n",
                "---\n- a\n---\n",
                "---\n&a [*a]\n---\n",
                "---\nx: *nobody\n---\n",
                "+++\na =\n+++\n",
                "---\n!!java/object:java.net.URL [x]\n---\n"
            })
    void brokenFrontMatterKeepsTheText(String frontMatter, @TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("2024-01-05-a.md"), frontMatter.replace("DEEP", "[".repeat(20_000)) + "kept text\n");
        Issue issue = read(folder).issues().getFirst();
        assertThat(ModelDump.of(issue)).contains("kept text");
        assertThat(issue.title()).isEqualTo("A");
        assertThat(diagnostics).extracting(Diagnostic::code).contains("front-matter");
    }

    @Test
    void aliasesOfAliasesDoNotGrow(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder("---\ntitle: laughs\ndate: 2024-01-05\na0: &a0 [lol, lol]\n");
        for (int i = 1; i < 40; i++) {
            text.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9) + "x"));
        }
        Files.writeString(folder.resolve("a.md"), text + "---\nkept text\n");
        assertThat(read(folder).issues().getFirst().title()).isEqualTo("laughs");
    }

    @Test
    void lineEndsMarksAndWrongBytesOfOtherPrograms(@TempDir Path folder) throws IOException {
        String text = "\uFEFF---\r\ntitle: Encoding\r\ndate: 2024-03-05\r\n---\r\none\r\ntwo X\0 three\r\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 'X' ? (byte) 0xFF : bytes[i];
        }
        Files.write(folder.resolve("a.md"), bytes);
        Issue issue = read(folder).issues().getFirst();
        assertThat(issue.title()).isEqualTo("Encoding");
        assertThat(ModelDump.of(issue.body())).isEqualTo("p one⏎two \uFFFD\uFFFD three @5:1\n");
        assertThat(diagnostics)
                .extracting(Diagnostic::toString)
                .singleElement()
                .asString()
                .startsWith("a.md:6: warning: [encoding]");
    }

    @Test
    void hugeFilesAreLeftOutUnread(@TempDir Path folder) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("huge.md").toFile(), "rw")) {
            file.setLength(100_000_000);
        }
        assertThat(read(folder).issues()).isEmpty();
        assertThat(diagnostics).extracting(Diagnostic::code).containsExactly("file-too-large");
    }

    @Test
    void oneFileDoesNotFloodTheReport(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("2024-01-05-a.md"), "{{< a >}}\n\n".repeat(5_000));
        read(folder);
        assertThat(diagnostics).hasSizeLessThan(60);
    }
}
