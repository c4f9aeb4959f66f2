package octavo.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class ArabicShaperTest {
    @Test
    void joinsLettersByTheirPlaceInTheWord() {
        // heh isolated needs no neighbour; beh-beh-beh is initial, medial, final
        assertThat(ArabicShaper.shape("ببب")).isEqualTo("\uFE91\uFE92\uFE90");
        assertThat(ArabicShaper.shape("ه")).isEqualTo("\uFEE9");
    }

    @Test
    void lettersThatJoinOnlyBackwardsEndAJoin() {
        // dal and waw never join what follows
        assertThat(ArabicShaper.shape("بدب")).isEqualTo("\uFE91\uFEAA\uFE8F");
        assertThat(ArabicShaper.shape("إلى")).isEqualTo("\uFE87\uFEDF\uFEF0");
    }

    @Test
    void lamAndAlefBecomeOne() {
        assertThat(ArabicShaper.shape("لا")).isEqualTo("\uFEFB" + ArabicShaper.MERGED);
        assertThat(ArabicShaper.shape("بلا")).isEqualTo("\uFE91\uFEFC" + ArabicShaper.MERGED);
    }

    @Test
    void marksDoNotPartLetters() {
        assertThat(ArabicShaper.shape("بّب")).isEqualTo("\uFE91\u0651\uFE90");
    }

    @Test
    void persianLettersJoinToo() {
        assertThat(ArabicShaper.shape("پیچ")).isEqualTo("\uFB58\uFBFF\uFB7B");
    }

    @Test
    void losesNoLetter() {
        String text = "عادت العبّارة إلى العمل، وقال القبطان: «لا شيء يوقفنا الآن». 17:45 Seagull";
        String shaped = ArabicShaper.shape(text).replace(Character.toString(ArabicShaper.MERGED), "");
        assertThat(Normalizer.normalize(shaped, Normalizer.Form.NFKC)).isEqualTo(text);
    }
}
