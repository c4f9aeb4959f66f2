package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who quotes page 14 of the book and who quotes it from the printed digest mean the same words.
class PageListTest {
    private static final Path SAMPLES = Path.of("../../samples/archive");
    /// In letters: what stands above a page's text.
    private static final int HEAD = 250;

    @TempDir
    private Path folder;

    @Test
    void aPageOfTheBookBeginsWithTheWordsOfThePrintedOne() throws IOException {
        String[] of = {"build", SAMPLES.toString(), "--year", "2025", "--lang", "en", "-o", folder.toString(), "-t"};
        assertThat(Cli.run(and(of, "pdf", "--set", "pdf.page-map=true")).code()).isZero();
        assertThat(Cli.run(and(of, "epub", "--pages", folder.toString())).code())
                .isZero();

        Map<Integer, String> book = book(folder.resolve("the-harbour-letter-2025.en.epub"));
        assertThat(book).hasSizeGreaterThan(20);
        try (PDDocument printed =
                Loader.loadPDF(folder.resolve("the-harbour-letter-2025.en.pdf").toFile())) {
            for (Map.Entry<Integer, String> page : book.entrySet()) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page.getKey());
                text.setEndPage(page.getKey());
                text.setSortByPosition(true);
                String head = letters(text.getText(printed));
                assertThat(head.substring(0, Math.min(HEAD, head.length())))
                        .as("page " + page.getKey())
                        .contains(page.getValue());
            }
        }
    }

    private static Object[] and(String[] first, String... more) {
        Object[] all = new Object[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    /// By page, the letters with which it begins.
    private static Map<Integer, String> book(Path file) throws IOException {
        Map<Integer, String> pages = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.getName().endsWith(".xhtml")) {
                    continue;
                }
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                Document page = Jsoup.parse(text, "", Parser.xmlParser());
                for (Element mark : page.select("[role=doc-pagebreak]")) {
                    mark.text("\uE000");
                    String behind = letters(page.text().split("\uE000", 2)[1]);
                    mark.text("");
                    if (!behind.isEmpty()) {
                        pages.put(
                                Integer.parseInt(mark.attr("aria-label")),
                                behind.substring(0, Math.min(12, behind.length())));
                    }
                }
            }
        }
        return pages;
    }

    private static String letters(String text) {
        return text.replaceAll("\\P{L}+", "");
    }
}
