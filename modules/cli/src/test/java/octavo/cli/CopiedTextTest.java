package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The words that are read aloud from a PDF are those of the issue: all of them, whole, and in their order.
class CopiedTextTest {
    private static final Path CORPUS = Path.of(System.getProperty("octavo.corpus", "../../../shared/corpus/xmpp"))
            .toAbsolutePath()
            .normalize();
    private static final Path SAMPLES =
            Path.of("../../samples/archive").toAbsolutePath().normalize();
    /// What only the plain text has: the numbers of links and their list, and the rules under headings.
    private static final Pattern APPARATUS =
            Pattern.compile("(?m)^\\[\\d+] \\S+$|\\[\\d+]|^[=\\-]{3,}$|\\[[^\\]\\n]*: (?=[^\\]]*])");
    /// The head of the plain text, which says in an order of its own what the PDF has around the title.
    private static final Pattern HEAD = Pattern.compile(
            "\\A(?s:.{0,3000}?\n[^\n]*[:：]\n(?:- [^\n]*\n(?:  [^\n]*\n)*)+|.*?\n=+\n(?:\n?[^\n]{1,9} [^\n]*\n\n)?)");
    /// Marks of links and notes in the PDF.
    private static final Pattern RAISED = Pattern.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+");
    /// How many words only the PDF may have at one place: "(page 14)", the labels of a list, a title's line.
    private static final int EXTRA = 60;

    @TempDir
    Path folder = Path.of("");

    @Test
    void theSamplesAreReadWhole() throws IOException {
        compare(SAMPLES);
    }

    @Test
    void theCorpusIsReadWhole() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no corpus at " + CORPUS);
        compare(CORPUS);
    }

    private void compare(Path archive) throws IOException {
        List<Path> issues;
        try (Stream<Path> files = Files.walk(archive.resolve("content"))) {
            issues = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        assertThat(issues).hasSizeGreaterThan(10);
        List<String> lost = new ArrayList<>();
        for (Path issue : issues) {
            Path pdf = folder.resolve("issue.pdf");
            Path text = folder.resolve("issue.txt");
            assertThat(Cli.run("convert", issue, "-o", pdf).code()).isZero();
            assertThat(Cli.run("convert", issue, "-o", text).code()).isZero();
            List<String> wanted = words(APPARATUS
                    .matcher(HEAD.matcher(Files.readString(text)).replaceFirst(""))
                    .replaceAll(""));
            List<String> read = words(RAISED.matcher(ReadAloud.of(pdf)).replaceAll(""));
            firstLost(wanted, read).ifPresent(word -> lost.add(issue.getFileName() + ": " + word));
        }
        assertThat(lost).isEmpty();
    }

    /// Letters and figures only, for both outputs set signs of their own around the author's.
    private static List<String> words(String text) {
        return Arrays.stream(text.replace("\u00ad", "").split("\\s+"))
                .map(word -> word.replaceAll("[^\\p{L}\\p{N}\\p{M}]", "").toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Optional<String> firstLost(List<String> wanted, List<String> read) {
        int at = 0;
        for (int i = 0; i < wanted.size(); i++) {
            int found = read.subList(at, Math.min(read.size(), at + EXTRA)).indexOf(wanted.get(i));
            if (found < 0) {
                return Optional.of("“"
                        + String.join(" ", wanted.subList(Math.max(0, i - 4), Math.min(wanted.size(), i + 4)))
                        + "” in “" + String.join(" ", read.subList(Math.max(0, at - 4), Math.min(read.size(), at + 12)))
                        + "”");
            }
            at += found + 1;
        }
        return Optional.empty();
    }
}
