package octavo.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreakerTest {
    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "日本, 4",
        "カ, 2",
        "ｶ, 1",
        "é, 1",
        "e\u0301, 1",
        "👍🏽, 2",
        "👩‍👩‍👧, 2",
        "🇩🇪, 2",
        "⚓️, 2",
        "한글, 4",
        "שלום, 4"
    })
    void widthIsThatOfATerminal(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void addressesStayWhole() {
        String address = "https://example.org/" + "x".repeat(90);
        assertThat(LineBreaker.lines("see " + address + " for more", 72)).containsExactly("see", address, "for more");
    }

    @Test
    void otherLongWordsDoNot() {
        assertThat(LineBreaker.lines("a ".repeat(3) + "x".repeat(25), 10))
                .containsExactly("a a a", "x".repeat(10), "x".repeat(10), "xxxxx");
    }

    @Test
    void aNoBreakSpaceDoesNotBreak() {
        assertThat(LineBreaker.lines("aaaa bb\u00A0[1]", 9)).containsExactly("aaaa", "bb [1]");
        assertThat(LineBreaker.lines("aaaa \u00A0bb\u00A0 cc", 20)).containsExactly("aaaa bb cc");
    }

    @Test
    void japaneseLinesBeginAndEndAsTheyShould() {
        Random random = new Random(7);
        String characters = "港船春の海。、「」（）っーァ・x1";
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder("海");
            for (int j = 0; j < 60; j++) {
                text.append(characters.charAt(random.nextInt(characters.length())));
                text.append("春の");
            }
            List<String> lines = LineBreaker.lines(text.toString(), 20);
            assertThat(String.join("", lines)).isEqualTo(text.toString());
            for (String line : lines) {
                assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(20);
            }
            for (int k = 0; k < lines.size() - 1; k++) {
                assertThat("。、」）っーァ・".indexOf(lines.get(k + 1).charAt(0)))
                        .as(lines::toString)
                        .isNegative();
                assertThat(lines.get(k)).doesNotEndWith("「").doesNotEndWith("（");
            }
        }
    }
}
