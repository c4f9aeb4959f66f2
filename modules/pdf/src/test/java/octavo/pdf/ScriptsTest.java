package octavo.pdf;

import static octavo.pdf.Samples.issue;
import static octavo.pdf.Samples.paragraph;
import static octavo.pdf.Samples.single;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import octavo.model.Language;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {
    private static PDDocument made(String language, String text) throws IOException {
        Samples.Made made = Samples.render(
                single(issue(new Language(language), "may", "2025", List.of(paragraph(text)), List.of())));
        assertThat(made.diagnostics()).isEmpty();
        return Loader.loadPDF(made.pdf());
    }

    private static String copied(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    private static Set<String> fonts(PDDocument document) throws IOException {
        Set<String> names = new TreeSet<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                names.add(page.getResources().getFont(name).getName().substring(7));
            }
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({
        "ar, هذه رسالة المرفأ بلا ظلام والأخبار كثيرة",
        "he, שלום לכל הקוראים",
        "hi, क्षत्रिय ज्ञान और विद्यार्थी",
        "bn, ক্ষমা স্ত্রী",
        "th, ภาษาไทย",
        "ko, 안녕하세요 漢字",
        "ja, 日本語のかな",
        "zh, 简体中文段落",
        "el, Ελληνικά κείμενα",
        "ru, Русский текст",
    })
    void textIsCopiedAsItWasWritten(String language, String text) throws IOException {
        try (PDDocument document = made(language, text)) {
            assertThat(copied(document)).contains(text);
        }
    }

    @Test
    void wordsInsideOfOtherWordsKeepTheirOrder() throws IOException {
        try (PDDocument document = made("en", "The word كتاب is Arabic, שלום is not.")) {
            assertThat(copied(document)).contains("كتاب", "שלום", "is Arabic,");
        }
    }

    @ParameterizedTest
    @CsvSource({"ja, NotoSansJP-Regular", "ko, NotoSansKR-Regular", "zh-Hans, NotoSansSC-Regular"})
    void signsThatLanguagesShareAreTakenFromTheFontOfTheirLanguage(String language, String font) throws IOException {
        try (PDDocument document = made(language, "骨直今令")) {
            assertThat(fonts(document))
                    .contains(font)
                    .filteredOn(name -> name.startsWith("NotoSans"))
                    .hasSize(1);
        }
    }
}
