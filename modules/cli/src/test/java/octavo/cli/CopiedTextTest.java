package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /// What only the plain text has: the numbers of links and their list, boxes of tasks, the rules under headings. A
    /// picture's words stand elsewhere in it, for it begins with no picture.
    private static final Pattern APPARATUS = Pattern.compile(
            "(?m)^\\[\\d+] \\S+$|\\[[^\\]\\n]{1,20}[:：][^\\]]*]| ?\\[[\\dx]+]|^(?:(?:Notes|Anmerkungen)\\n)?[=\\-]{3,}$");
    /// A note's mark, which is a raised figure at the end of the word in the PDF.
    private static final Pattern NOTE =
            Pattern.compile("(?:(?<=\\S)[ \\n])?\\[(?:(?:Note|Anmerkung)[\\s\\h]|注)(\\d+)]");
    /// The head of the plain text, which says in an order of its own what the PDF has around the title.
    private static final Pattern HEAD = Pattern.compile(
            "\\A(?s:.{0,3000}?\n[^\n]*[:：]\n(?:- [^\n]*\n(?:  [^\n]*\n)*)+|.*?\n=+\n(?:\n?[^\n]{1,9} [^\n]*\n\n)?)");
    /// Its foot: where the issue is on the web, its licence.
    private static final Pattern FOOT = Pattern.compile("(?s)\\n-{60,}\\n.*\\z");
    /// Marks of links and notes in the PDF.
    private static final Pattern RAISED = Pattern.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+");
    /// How many words only the PDF may have at one place: "(page 14)", the labels of a list, a title's line.
    private static final int EXTRA = 60;

    /// In words: what may stand between the end of a page and the next page's text.
    private static final int HEAD_AND_FOOT = 25;

    /// Their widest tables are one record after the other in plain text, with the words of the head in each: of these
    /// files the words are compared, and neither their order nor how often they stand there.
    private static final Set<String> WIDE_TABLES = Set.of("2025-07-10-regatta-week.md", "xmpp-summit-6.md");

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
            // Some authors leave a space before a note's mark, and the PDF leaves it to them.
            String mark = Files.readString(issue).contains(" [^") ? " $1" : "$1";
            List<String> wanted = words(withoutApparatus(Files.readString(text), mark));
            String aloud = ReadAloud.of(pdf);
            assertThat(aloud).doesNotContain("\uFFFD");
            List<String> read = words(RAISED.matcher(aloud).replaceAll(""));
            if (WIDE_TABLES.contains(issue.getFileName().toString())) {
                wanted.stream()
                        .distinct()
                        .filter(word -> !read.contains(word))
                        .forEach(word -> lost.add(issue.getFileName() + ", read aloud: " + word));
                continue;
            }
            firstLost(wanted, read).ifPresent(word -> lost.add(issue.getFileName() + ", read aloud: " + word));
            List<String> copied = words(RAISED.matcher(ReadAloud.copied(pdf)).replaceAll(""));
            // How words from right to left are copied, ScriptsTest shows; PDFBox reorders them once more.
            boolean reordered = issue.toString().matches(".*\\.(ar|he)\\.md");
            (reordered ? List.<String>of() : missing(wanted, copied))
                    .forEach(word -> lost.add(issue.getFileName() + ", copied: " + word));
        }
        assertThat(String.join("\n", lost)).isEmpty();
    }

    private static String withoutApparatus(String text, String mark) {
        String body = HEAD.matcher(FOOT.matcher(text).replaceFirst("")).replaceFirst("");
        return APPARATUS.matcher(NOTE.matcher(body).replaceAll(mark)).replaceAll("");
    }

    /// Letters and figures only, for both outputs set signs of their own around the author's.
    private static List<String> words(String text) {
        // Japanese has no spaces, and lines end anywhere: there each character is a word.
        String spaced = text.replace("\u00ad", "")
                .replaceAll(
                        "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])|(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])",
                        " ");
        return Arrays.stream(spaced.split("[\\s\\h]+"))
                .map(word -> word.replaceAll("[^\\p{L}\\p{N}\\p{M}]", "").toLowerCase(Locale.ROOT))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static Optional<String> firstLost(List<String> wanted, List<String> read) {
        int at = Math.max(0, Math.max(beginning(wanted, read, 8), beginning(wanted, read, 3)));
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

    /// The words that are not copied whole as often as they were written. Notes and floats are painted in an order of
    /// their own, and marks above letters in places of their own.
    private static List<String> missing(List<String> wanted, List<String> copied) {
        Map<String, Integer> counts = new HashMap<>();
        copied.forEach(word -> counts.merge(withoutMarks(word), 1, Integer::sum));
        // PDFBox leaves out the soft hyphens that tell where the end of a line divides a word, or that of a page.
        Set<String> divided = new HashSet<>();
        for (int i = 0; i < copied.size(); i++) {
            for (int j = i + 1; j < Math.min(copied.size(), i + HEAD_AND_FOOT); j++) {
                divided.add(withoutMarks(copied.get(i) + copied.get(j)));
            }
        }
        return wanted.stream()
                .map(CopiedTextTest::withoutMarks)
                .filter(word -> counts.merge(word, -1, Integer::sum) < 0 && !divided.contains(word))
                .distinct()
                .toList();
    }

    private static String withoutMarks(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    }

    /// Where the first words stand together, behind the list of contents, which may begin with the same words.
    private static int beginning(List<String> wanted, List<String> read, int words) {
        return Collections.indexOfSubList(read, wanted.subList(0, Math.min(words, wanted.size())));
    }
}
