package octavo.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// A message uses nothing of CSS and HTML whose absence nobody thought of: all of it is in a list, and what some client
/// lacks is in `docs/email.md` with what its readers see instead.
class FeaturesTest {
    private static final Path LIST = Path.of("src/test/resources/features.txt");
    private static final Pattern AT_RULE = Pattern.compile("@[a-z-]+");
    private static final Pattern PSEUDO = Pattern.compile("::?[a-z-]+(?=[\\s,{(:])");
    private static final Pattern PROPERTY = Pattern.compile("[{;]\\s*(-?[a-z-]+):(?=[^{}]*[;}])");
    private static final Pattern MEDIA = Pattern.compile("\\(([a-z-]+)");

    @Test
    void everyFeatureIsKnown() throws Exception {
        Set<String> known = Set.copyOf(Files.readAllLines(LIST));
        for (Letter letter : Letter.all()) {
            assertThat(features(Jsoup.parse(Parsed.html(letter.message()))))
                    .as("%s: features that are not in %s", letter.name(), LIST)
                    .isSubsetOf(known);
        }
    }

    @Test
    void whatSomeClientLacksIsDocumented() throws Exception {
        String docs = Files.readString(Path.of("../../docs/email.md"));
        List<String> partly = Files.readAllLines(LIST).stream()
                .dropWhile(line -> !line.equals("# Not everywhere: docs/email.md says what is seen instead"))
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(partly).isNotEmpty().allSatisfy(feature -> assertThat(docs).contains("`" + feature + "`"));
    }

    private static Set<String> features(Document document) {
        Set<String> features = new TreeSet<>();
        String sheets = document.select("style").stream().map(Element::data).collect(Collectors.joining("\n"));
        add(features, AT_RULE, sheets);
        add(features, PSEUDO, sheets);
        PROPERTY.matcher(sheets).results().forEach(property -> features.add(property.group(1)));
        sheets.lines()
                .filter(line -> line.startsWith("@media"))
                .forEach(line -> MEDIA.matcher(line.substring(0, line.indexOf('{')))
                        .results()
                        .forEach(feature -> features.add("@media " + feature.group(1))));
        for (Element element : document.getAllElements()) {
            features.add("<" + element.normalName() + ">");
            StyleSheet.ofAttribute(element.attr("style")).forEach(style -> features.add(style.property()));
        }
        features.remove("<#root>");
        return features;
    }

    private static void add(Set<String> features, Pattern pattern, String text) {
        pattern.matcher(text).results().forEach(found -> features.add(found.group()));
    }
}
