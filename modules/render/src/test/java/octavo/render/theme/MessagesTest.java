package octavo.render.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.model.Language;
import octavo.model.OctavoException;
import octavo.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final ThemeFiles FILES = new ThemeFiles(List.of());
    private static final Map<String, String> ENGLISH = FILES.properties("shared/messages/en.properties");

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "it", "pt", "ar", "he", "ja"})
    void everyLanguageHasEveryWord(String language) {
        Map<String, String> words = FILES.properties("shared/messages/" + language + ".properties");
        assertThat(words.keySet()).containsExactlyInAnyOrderElementsOf(ENGLISH.keySet());
        assertThat(words.values()).doesNotContain("");
    }

    /// An ASCII apostrophe would swallow the places for values after it.
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "it", "pt", "ar", "he", "ja"})
    void placesForValuesAreThoseOfEnglish(String language) {
        Map<String, String> words = FILES.properties("shared/messages/" + language + ".properties");
        ENGLISH.forEach((key, english) -> {
            assertThat(words.get(key)).as(key).doesNotContain("'");
            assertThat(new MessageFormat(words.get(key)).getFormatsByArgumentIndex().length)
                    .as(key)
                    .isEqualTo(new MessageFormat(english).getFormatsByArgumentIndex().length);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|5 February 2024|February 2024",
                "en-US|February 5, 2024|February 2024",
                "de|5. Februar 2024|Februar 2024",
                "es|5 de febrero de 2024|febrero de 2024",
                "fr|5 février 2024|février 2024",
                "it|5 febbraio 2024|febbraio 2024",
                "pt-BR|5 de fevereiro de 2024|fevereiro de 2024",
                "ar|5 فبراير 2024|فبراير 2024",
                "he|5 בפברואר 2024|פברואר 2024",
                "ja|2024年2月5日|2024年2月",
            })
    void datesHaveTheFormOfTheirLanguage(String language, String day, String month) {
        Messages messages = messages(language);
        // CLDR puts a right-to-left mark into Arabic dates; it is no part of what is tested here.
        assertThat(messages.date(LocalDate.of(2024, 2, 5)).replace("\u200f", ""))
                .isEqualTo(day);
        assertThat(messages.month(YearMonth.of(2024, 2)).replace("\u200f", "")).isEqualTo(month);
    }

    @Test
    void periodsAreWordsToo() {
        LocalDate first = LocalDate.of(2024, 2, 5);
        LocalDate last = LocalDate.of(2024, 5, 6);
        Messages english = messages("en");
        assertThat(english.period(new Period.OfYear(Year.of(2024)))).isEqualTo("2024");
        assertThat(english.period(new Period.Between(Optional.of(first), Optional.of(last))))
                .isEqualTo("5 February 2024 – 6 May 2024");
        assertThat(english.period(new Period.Between(Optional.of(first), Optional.empty())))
                .isEqualTo("from 5 February 2024");
        assertThat(messages("ja").period(new Period.Between(Optional.empty(), Optional.of(last))))
                .isEqualTo("2024年5月6日まで");
        assertThat(english.period(new Period.Chosen(Optional.of(first), Optional.of(first))))
                .isEqualTo("5 February 2024");
        assertThat(english.period(new Period.Chosen(Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void numbersOfIssuesAgree() {
        assertThat(messages("en").text("issues-count", 1)).isEqualTo("1 issue");
        assertThat(messages("en").text("issues-count", 11)).isEqualTo("11 issues");
        assertThat(messages("ar").text("issues-count", 2)).isEqualTo("عددان");
        assertThat(messages("ar").text("issues-count", 3)).isEqualTo("3 أعداد");
        assertThat(messages("ar").text("issues-count", 12)).isEqualTo("12 عددًا");
        assertThat(messages("ja").text("issues-count", 12)).isEqualTo("全12号");
    }

    @Test
    void namesAreJoinedAsTheLanguageDoes() {
        List<String> names = List.of("Ada", "Ben", "Chi");
        assertThat(messages("en").list(names)).isEqualTo("Ada, Ben and Chi");
        assertThat(messages("de").list(names)).isEqualTo("Ada, Ben und Chi");
        assertThat(messages("ja").list(names)).isEqualTo("Ada、Ben、Chi");
        assertThat(messages("en").list(List.of())).isEmpty();
    }

    @Test
    void aLanguageWithoutWordsSpeaksEnglish() {
        assertThat(messages("nl").text("contents")).isEqualTo("Contents");
        assertThat(messages("pt-BR").text("licence")).isEqualTo("Licença");
    }

    @Test
    void aBrokenPatternOfAThemeIsNamed() {
        Messages broken = new Messages(Language.ENGLISH, Map.of("by", "By {0"));
        assertThatThrownBy(() -> broken.text("by", "Ada"))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("\"by\"")
                .hasMessageContaining("en");
    }

    private static Messages messages(String language) {
        return new Theme(FILES).messages(new Language(language));
    }
}
