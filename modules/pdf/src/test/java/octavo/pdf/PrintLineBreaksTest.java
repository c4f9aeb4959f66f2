package octavo.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintLineBreaksTest {
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int end : PrintLineBreaks.places(text).toArray()) {
            pieces.add(text.substring(start, end));
            start = end;
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    @Test
    void addressesBreakAfterTheirSigns() {
        assertThat(pieces("github.example/poezio/slixmpp/releases?tag=12"))
                .startsWith("github.", "example/", "poezio/", "slixmpp/");
    }

    @Test
    void theLastFigureOfAnAddressIsNotLeftAlone() {
        assertThat(pieces("git.example/atalk-android/releases/tag/6.4.0 and"))
                .containsSubsequence("releases/", "tag/", "6.4.0 ", "and");
    }

    @Test
    void noLineStartsWithAMiddleDotOrASmallKana() {
        assertThat(pieces("トム・アーケルは、ちょっと")).noneMatch(piece -> piece.matches("[・ーょっ].*"));
    }

    @Test
    void wordsWithAnApostropheStayWhole() {
        assertThat(pieces("whether you’re here")).startsWith("whether ", "you’re ", "here");
    }

    @Test
    void shortWordsAreLeftToUnicode() {
        assertThat(pieces("e.g. a/b")).startsWith("e.g. ");
    }

    @Test
    void wordsWithoutEndAreTorn() {
        for (String sign : List.of("x", ">", "😀", ".,")) {
            assertThat(pieces(sign.repeat(2_000)))
                    .as(sign)
                    .allMatch(piece -> piece.length() < 200)
                    .noneMatch(piece -> !piece.isEmpty() && Character.isLowSurrogate(piece.charAt(0)));
        }
    }

    @Test
    void noCharacterIsLost() {
        String text = "https://a.example/b_c-d?e=f&g#h 漢字かな、 “quoted”—dash";
        assertThat(String.join("", pieces(text))).isEqualTo(text);
    }
}
