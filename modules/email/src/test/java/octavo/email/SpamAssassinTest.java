package octavo.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import octavo.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SpamAssassin's own rules, without the network, find nothing in a message that its text does not bring.
class SpamAssassinTest {
    /// Rules that may be hit, each with the reason.
    private static final Map<String, String> ALLOWED = Map.of(
            "NO_RELAYS", "the message was never sent: a file has no Received fields",
            "NO_RECEIVED", "the same",
            "HTML_MESSAGE", "it has HTML, for 0 points",
            "MAILING_LIST_MULTI", "it says that it is of a list, which counts for it",
            "HTML_IMAGE_RATIO_02", "how much of it are the author's pictures",
            "HTML_IMAGE_RATIO_04", "the same",
            "HTML_IMAGE_RATIO_06", "the same",
            "HTML_IMAGE_RATIO_08", "the same",
            "DC_PNG_UNO_LARGO", "one large PNG of the author's",
            "PDS_OTHER_BAD_TLD", "the author links to domains such as .xyz");

    private static final Pattern HIT = Pattern.compile("^\\s*-?[0-9.]+ ([A-Z0-9_]+) .*");

    @TempDir
    Path folder = Path.of("");

    /// Each message takes the program some seconds: one of each language of the samples, and the newest real one.
    @Test
    void onlyTheTextItselfIsRemarkedOn() throws Exception {
        Map<Language, Letter> letters = new LinkedHashMap<>();
        Letter.samples().forEach(letter -> letters.put(letter.edition().language(), letter));
        List<Letter> chosen = new ArrayList<>(letters.values());
        Letter.corpus().stream().reduce((_, last) -> last).ifPresent(chosen::add);
        assertThat(chosen).hasSizeGreaterThan(3);
        for (Letter letter : chosen) {
            assertThat(hits(letter.message()))
                    .as(letter.name())
                    .contains("HTML_MESSAGE")
                    .isSubsetOf(ALLOWED.keySet());
        }
    }

    @Test
    void aMessageThatIsSpamIsRemarkedOn() throws Exception {
        String words = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";
        assertThat(hits(Samples.message(Samples.english().with(Samples.paragraph(words)))))
                .contains("GTUBE");
    }

    private Set<String> hits(byte[] message) throws Exception {
        Path file = Files.write(folder.resolve("message.eml"), message);
        return Tools.spamassassin(file).stream()
                .dropWhile(line -> !line.contains("pts rule name"))
                .map(HIT::matcher)
                .filter(Matcher::matches)
                .map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
