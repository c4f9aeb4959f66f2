package octavo.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuotedPrintableTest {
    private static final Slot.Marks MARKS = Slot.Marks.of("test");

    @Test
    void whatMailServersChangeIsEncoded() {
        assertThat(QuotedPrintable.encode(".dot\nFrom me\na = b \nü\t", MARKS))
                .isEqualTo("=2Edot\r\n=46rom me\r\na =3D b=20\r\n=C3=BC=09");
    }

    @Test
    void aMarkStandsOnALineOfItsOwn() {
        String mark = MARKS.of(Slot.TOKEN);

        assertThat(QuotedPrintable.encode("<a href=\"https://x/u/" + mark + "\">", MARKS))
                .isEqualTo("<a href=3D\"https://x/u/=\r\n" + mark + "=\r\n\">");
    }

    @Test
    void aSlotsValueEndsInASoftBreakOrALineEnd() {
        assertThat(QuotedPrintable.encodeForSlot("")).isEmpty();
        assertThat(QuotedPrintable.encodeForSlot("abc")).isEqualTo("abc=\r\n");
        assertThat(QuotedPrintable.encodeForSlot("Hé,\n\n")).isEqualTo("H=C3=A9,\r\n\r\n");
    }

    @Test
    void anyTextComesBackFromShortSafeLines() throws Exception {
        Random random = new Random(5);
        String alphabet = "..From =\t  aé\u4e2d\ud83d\ude00\n\nxyzF";
        int[] letters = alphabet.codePoints().toArray();
        for (int run = 0; run < 300; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
                if (random.nextInt(20) == 0) {
                    text.append("From ");
                }
            }
            String encoded = QuotedPrintable.encode(text.toString(), MARKS);

            assertThat(decoded(encoded)).isEqualTo(text.toString().replace("\n", "\r\n"));
            assertThat(encoded.split("\r\n", -1))
                    .allSatisfy(line -> assertThat(line)
                            .hasSizeLessThanOrEqualTo(76)
                            .matches("[\\t -~]*")
                            .doesNotStartWith(".")
                            .doesNotStartWith("From ")
                            .doesNotEndWith(" ")
                            .doesNotEndWith("\t"));
        }
    }

    private static String decoded(String encoded) throws MessagingException, IOException {
        var in = MimeUtility.decode(
                new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII)), "quoted-printable");
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
