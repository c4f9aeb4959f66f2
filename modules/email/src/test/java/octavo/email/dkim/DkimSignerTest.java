package octavo.email.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DkimSignerTest {
    private static final Map<String, String> RECORDS = Map.of("test", Dkim.RSA_RECORD, "brisbane", Dkim.ED25519_RECORD);
    private static final DkimSigner SIGNER = new DkimSigner(List.of(
            new Signatory("football.example.com", "test", DkimKey.parse(Dkim.rfc8463("rsa.pem"))),
            new Signatory("football.example.com", "brisbane", DkimKey.parse(Dkim.rfc8463("ed25519.pem")))));

    private static final String MESSAGE = """
            From: The Letter <letter@football.example.com>
            To: a@shopping.example.net
            Subject: Spring =?UTF-8?Q?gr=C3=BC=C3=9Fe?=
             folded
            List-Unsubscribe: <https://football.example.com/u/1>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click

            Hello \t there. \t
            \s
            More.


            """.replace("\n", "\r\n");

    @Test
    void theVerifierOfTheseTestsVerifiesTheMessageOfTheRfc() {
        assertThat(Dkim.verified(Dkim.rfc8463Message(), RECORDS)).containsExactly("brisbane", "test");
        assertThat(Dkim.verified(changed(Dkim.rfc8463Message(), "Joe.", "Jo."), RECORDS))
                .isEmpty();
    }

    /// RFC 8463, appendix A: both algorithms leave nothing to chance.
    @Test
    void theKeysOfTheRfcMakeItsSignatures() {
        List<Relaxed.Field> fields = Relaxed.fields(Dkim.rfc8463Message());
        for (int i = 0; i < 2; i++) {
            String[] signature = fields.get(i).canonical().split(" b=", -1);
            String signed = fields.stream()
                            .skip(2)
                            .map(Relaxed.Field::canonical)
                            .reduce("", (all, field) -> all + field + "\r\n")
                    + signature[0] + " b=";
            DkimKey key = DkimKey.parse(Dkim.rfc8463(i == 0 ? "ed25519.pem" : "rsa.pem"));

            assertThat(key.sign(signed.getBytes(StandardCharsets.US_ASCII)))
                    .asBase64Encoded()
                    .isEqualTo(signature[1].replace(" ", ""));
        }
    }

    @Test
    void theBodysHashIsThatOfTheRfc() {
        assertThat(BodyHash.of(Dkim.rfc8463Message()).base64())
                .isEqualTo("2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
    }

    /// RFC 6376, section 3.4.4 and 3.4.3: the hash of no body at all.
    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\r\n\r\n \t\r\n", " "})
    void anEmptyBodyHasTheHashOfNothing(String body) {
        assertThat(BodyHash.of(bytes("From: a@b.example\r\n\r\n" + body)).base64())
                .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    /// RFC 6376, section 3.4.5.
    @Test
    void theExamplesOfRelaxedForms() {
        byte[] message = bytes("A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n");
        assertThat(Relaxed.fields(message))
                .containsExactly(new Relaxed.Field("a", "a:X"), new Relaxed.Field("b", "b:Y Z"));
        byte[] body = new byte[message.length];
        int length = Relaxed.body(message, Relaxed.bodyStart(message), body);
        assertThat(new String(body, 0, length, StandardCharsets.US_ASCII)).isEqualTo(" C\r\nD E\r\n");
    }

    @Test
    void bothSignaturesVerifyAndNothingElseChanges() {
        byte[] signed = SIGNER.sign(bytes(MESSAGE));

        assertThat(Dkim.verified(signed, RECORDS)).containsExactly("test", "brisbane");
        assertThat(text(signed))
                .endsWith(MESSAGE)
                .startsWith("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n");
        assertThat(text(signed).lines()).allMatch(line -> line.length() <= 76);
        assertThat(SIGNER.sign(bytes(MESSAGE))).isEqualTo(signed);
    }

    @Test
    void whatServersDoToWhiteSpaceIsForgiven() {
        byte[] signed = SIGNER.sign(bytes(MESSAGE));

        byte[] refolded = changed(changed(signed, "?=\r\n folded", "?= \tfolded"), "there. \t\r\n", "there.\r\n");
        assertThat(Dkim.verified(refolded, RECORDS)).containsExactly("test", "brisbane");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Spring | Subject: Winter",
                "a@shopping | b@shopping",
                "u/1> | u/2>",
                "One-Click | Two-Click",
                "More. | Less.",
                "Hello | Hel lo"
            })
    void whatIsChangedIsNoticed(String change) {
        String[] words = change.split(" \\| ", -1);
        assertThat(Dkim.verified(changed(SIGNER.sign(bytes(MESSAGE)), words[0], words[1]), RECORDS))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: thief@example.org",
                "Subject: Win a prize",
                "To: everybody@example.org",
                "Reply-To: thief@example.org",
                "Cc: thief@example.org",
                "Content-Type: text/html",
                "List-Unsubscribe: <https://thief.example.org/>",
                "Date: Mon, 1 Jan 2035 00:00:00 +0000"
            })
    void aFieldThatIsAddedIsNoticed(String field) {
        byte[] signed = SIGNER.sign(bytes(MESSAGE));
        assertThat(Dkim.verified(changed(signed, "From: The", field + "\r\nFrom: The"), RECORDS))
                .isEmpty();
        assertThat(Dkim.verified(bytes(field + "\r\n" + text(signed)), RECORDS)).isEmpty();
    }

    @Test
    void whatServersAddIsNot() {
        byte[] signed = SIGNER.sign(bytes("Received: from a by b\r\n" + MESSAGE));
        byte[] arrived = bytes("Return-Path: <x@example.org>\r\nReceived: from b by c\r\n" + text(signed));
        assertThat(Dkim.verified(arrived, RECORDS)).containsExactly("test", "brisbane");
    }

    @Test
    void aBodyIsHashedOnceForManyRecipients() {
        BodyHash hash = BodyHash.of(bytes(MESSAGE));
        byte[] other = changed(bytes(MESSAGE), "a@shopping", "b@shopping");
        assertThat(SIGNER.sign(other, hash)).isEqualTo(SIGNER.sign(other));
    }

    @Test
    void whatLeavesNowSaysSo() {
        byte[] signed = SIGNER.at(Instant.ofEpochSecond(1528637909)).sign(bytes(MESSAGE));
        assertThat(text(signed)).contains(" t=1528637909;");
        assertThat(Dkim.verified(signed, RECORDS)).containsExactly("test", "brisbane");
    }

    private static byte[] changed(byte[] message, String from, String to) {
        assertThat(text(message)).contains(from);
        return bytes(text(message).replace(from, to));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
