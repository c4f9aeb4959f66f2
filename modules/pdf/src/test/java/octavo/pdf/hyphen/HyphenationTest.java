package octavo.pdf.hyphen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Words are divided as dictionaries divide them, with three letters at least on either line.
class HyphenationTest {
    private static String divided(String language, String text) {
        return Hyphenation.of(language).orElseThrow().divided(text, true).replace('\u00ad', '-');
    }

    @ParameterizedTest
    @CsvSource({
        "en, improvements, improve-ments",
        "en, publication, pub-li-ca-tion",
        "en-GB, publication, pub-lic-a-tion",
        "de, Veröffentlichung, Ver-öf-fent-li-chung",
        "de-CH, Erweiterungen, Erwei-te-run-gen",
        "fr, développement, déve-lop-pe-ment",
        "es, comunicación, comu-ni-ca-ción",
        "it, comunicazione, comu-ni-ca-zione",
        "pt-BR, comunicação, comu-ni-ca-ção",
        "nl, veranderingen, ver-an-de-rin-gen",
        "da, forbedringer, for-bed-rin-ger",
        "sv, förbättringar, för-bätt-ringar"
    })
    void dividesWords(String language, String word, String wanted) {
        assertThat(divided(language, word)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boats",
                "XMPP",
                "OpenPGP",
                "JavaScript",
                "libomemo2",
                "harbour.example",
                "news/published",
                "ejabberd_mod"
            })
    void leavesNamesAndShortWordsWhole(String word) {
        assertThat(divided("en", word)).isEqualTo(word);
    }

    @Test
    void signsAroundAWordDoNotMatter() {
        assertThat(divided("en", "“publication”, (publication)")).isEqualTo("“pub-li-ca-tion”, (pub-li-ca-tion)");
    }

    @Test
    void aLanguageWithoutPatternsIsLeftAlone() {
        assertThat(Hyphenation.of("ja")).isEmpty();
        assertThat(Hyphenation.of("")).isEmpty();
    }

    @Test
    void anEndlessTextKeepsEachLetter() {
        String text = "publication ".repeat(100_000);
        assertThat(Hyphenation.of("en").orElseThrow().divided(text, false).replace("\u00ad", ""))
                .isEqualTo(text);
    }
}
