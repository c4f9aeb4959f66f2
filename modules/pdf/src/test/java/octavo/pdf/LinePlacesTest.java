package octavo.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinePlacesTest {
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int end : LinePlaces.of(text).toArray()) {
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
                .containsSubsequence("releases/", "tag/", "6.4.0", " and");
    }

    @Test
    void noLineStartsWithAMiddleDotOrASmallKana() {
        assertThat(pieces("トム・アーケルは、ちょっと")).noneMatch(piece -> piece.matches("[・ーょっ].*"));
    }

    @Test
    void wordsWithAnApostropheStayWhole() {
        assertThat(pieces("whether you’re here")).startsWith("whether", " you’re", " here");
    }

    @Test
    void shortWordsAreLeftToUnicode() {
        assertThat(pieces("e.g. a/b")).startsWith("e.g.", " a/b");
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
    void aWordOfOneLetterStaysWithTheNext() {
        assertThat(pieces("after a storm")).startsWith("after", " a storm");
        assertThat(pieces("a b c d e f")).hasSizeGreaterThan(2);
    }

    @Test
    void aDashEndsALineAndBeginsNone() {
        assertThat(pieces("the ferry – late again")).startsWith("the", " ferry –", " late");
    }

    @Test
    void theNumberOfANoteStaysWithItsWord() {
        assertThat(pieces("(the gull)⁵² and")).startsWith("(the", " gull)⁵²", " and");
    }

    @Test
    void fixedSpacesHold() {
        assertThat(pieces("6\u00a0km à\u202fla")).startsWith("6\u00a0km", " à\u202fla");
    }

    @Test
    void placesAreTheSameHoweverFarOneLooks() {
        String text = "The ferry is late, https://harbour.example/news/2025/05/ferry.html says. ".repeat(400);
        LinePlaces looked = new LinePlaces(text);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; looked.at(i) >= 0; i++) {
            found.add(looked.at(i));
        }
        assertThat(found).containsExactlyElementsOf(LinePlaces.of(text).boxed().toList());
    }

    @Test
    void noCharacterIsLost() {
        String text = "https://a.example/b_c-d?e=f&g#h 漢字かな、 “quoted”—dash";
        assertThat(String.join("", pieces(text))).isEqualTo(text);
    }
}
