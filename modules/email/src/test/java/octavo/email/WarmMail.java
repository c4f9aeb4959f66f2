package octavo.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// How long messages take in a warm virtual machine: composing an issue, filling one in for a recipient, and moving the
/// style sheet into a year of issues, as `juice` does with the same files. Medians in milliseconds of
/// the clock: other work on the machine counts.
///
/// The year's pages and sheets are left in FOLDER, for `docs/juice.js`. From the folder `modules/email`, after `mvn
/// verify`:
///
/// `java -Xmx400m -cp 'target/test-classes:../cli/target/lib/*' octavo.email.WarmMail ARCHIVE YEAR FOLDER`
final class WarmMail {
    private static final int ROUNDS = 40;

    private WarmMail() {}

    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        List<Letter> all = Letter.of(Path.of(args[0]), Samples.OPTIONS);
        List<Letter> year =
                all.stream().filter(letter -> letter.name().startsWith(args[1])).toList();
        if (year.isEmpty()) {
            throw new IllegalArgumentException("no issue of " + args[1]);
        }
        System.out.printf("%d issues, %d of %s%n", all.size(), year.size(), args[1]);
        compose(all);
        splice(all);
        inline(year, Path.of(args[2]));
    }

    private static void compose(List<Letter> all) throws Exception {
        List<Double> medians = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            all.forEach(Letter::template);
        }
        for (Letter letter : all) {
            medians.add(median(15, letter::template));
        }
        print("compose one issue", medians);
    }

    private static void splice(List<Letter> all) throws Exception {
        List<Double> medians = new ArrayList<>();
        for (Letter letter : all) {
            MessageTemplate template = letter.template();
            medians.add(median(500, () -> fill(template)));
        }
        print("fill in one message", medians);
    }

    private static int number;

    private static void fill(MessageTemplate template) {
        number++;
        template.forRecipient(
                new Recipient(new Mailbox("Reader " + number, "r" + number + "@example.org"), "t" + number));
    }

    private static void inline(List<Letter> year, Path folder) throws Exception {
        List<Letter.Inlining> pages = new ArrayList<>();
        for (Letter letter : year) {
            pages.add(letter.inlining());
        }
        write(pages, folder);
        System.out.printf(
                "move the sheet into the year's pages: %.1f%n",
                median(ROUNDS, () -> {
                    for (Letter.Inlining page : pages) {
                        Document document = Jsoup.parse(page.before());
                        CssInliner.inline(StyleSheet.parse(page.css()), document);
                        document.outerHtml();
                    }
                }));
    }

    private static void write(List<Letter.Inlining> pages, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < pages.size(); i++) {
            Files.writeString(folder.resolve(i + ".html"), pages.get(i).before());
            Files.writeString(folder.resolve(i + ".css"), pages.get(i).css());
        }
    }

    private static double median(int rounds, Work work) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            work.run();
            times.add((System.nanoTime() - start) / 1e6);
        }
        return middle(times);
    }

    private static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void print(String what, List<Double> medians) {
        System.out.printf(
                "%s: median %.3f, slowest issue %.3f%n",
                what, middle(medians), medians.stream().max(Double::compare).orElseThrow());
    }
}
