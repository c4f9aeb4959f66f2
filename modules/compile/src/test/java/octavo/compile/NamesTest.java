package octavo.compile;

import static octavo.compile.Documents.archive;
import static octavo.compile.Documents.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The XMPP Newsletter       | en | the-xmpp-newsletter
            L’Écho & Cie: Œuvre № 5   | fr | lecho-cie-oeuvre-no-5
            Größe                     | de | groesse
            Smörgås                   | sv | smorgas
            港の手紙                   | ja | 港の手紙
            رسالة الميناء             | ar | رسالة-الميناء
            ../../etc/passwd          | en | etc-passwd
            !!!                       | en | newsletter
            """)
    void titlesBecomeFileNames(String title, String language, String slug) {
        assertThat(EditionNames.slug(title, new Language(language))).isEqualTo(slug);
    }

    @Test
    void periodsAreWrittenOut() {
        Optional<LocalDate> from = Optional.of(LocalDate.of(2024, 1, 1));
        Optional<LocalDate> to = Optional.of(LocalDate.of(2024, 6, 30));
        var publication = Documents.publication(Optional.empty());

        assertThat(EditionNames.compilation(publication, new Period.Between(from, to)))
                .isEqualTo("the-harbour-letter-2024-01-01-to-2024-06-30");
        assertThat(EditionNames.compilation(publication, new Period.Between(Optional.empty(), to)))
                .isEqualTo("the-harbour-letter-to-2024-06-30");
        assertThat(EditionNames.compilation(publication, new Period.Chosen(from, from)))
                .isEqualTo("the-harbour-letter-2024-01-01");
        assertThat(EditionNames.compilation(publication, new Period.Chosen(Optional.empty(), Optional.empty())))
                .isEqualTo("the-harbour-letter");
    }

    @Test
    void issuesThatShareASlugTakeMoreOfTheirPath() {
        EditionNames names = EditionNames.of(archive(
                issue("a/letter"), issue("b/letter"), issue("B/Letter"), issue("b-letter"), issue("con fusing?/x y")));

        assertThat(names.single(new IssueId("news/a/letter"))).isEqualTo("a-letter");
        assertThat(names.single(new IssueId("news/con fusing?/x y"))).isEqualTo("x-y");
        Set<String> all = new HashSet<>();
        for (String id : new String[] {"a/letter", "b/letter", "B/Letter", "b-letter"}) {
            all.add(names.single(new IssueId("news/" + id)).toLowerCase(java.util.Locale.ROOT));
        }
        assertThat(all).hasSize(4);
    }

    @Test
    void idsAreNCNamesAndUnique() {
        Anchors anchors = new Anchors();

        assertThat(anchors.take("1.2 Été (neu)")).isEqualTo("_1.2-Été-neu");
        assertThat(anchors.take("fn:1", 2)).isEqualTo("fn-1");
        assertThat(anchors.take("fn-1-ref")).isEqualTo("fn-1-ref-1");
        assertThat(anchors.take("🎉")).isEqualTo("section");
        assertThat(anchors.take("ștefan")).isEqualTo("stefan");
        assertThat(anchors.take("日本語")).isEqualTo("日本語");
        assertThat(anchors.take("日本語")).isEqualTo("日本語-1");
        assertThat(anchors.take("日本語-1")).isEqualTo("日本語-1-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Spread the news! 🎉                    | spread the news
            Aidez-nous : la lettre d’information   | aidez‑nous : la lettre d'information
            «Zitat»                                | „Zitat“
            License.                               | LICENSE
            """)
    void titlesAreComparedAsPeopleDo(String a, String b) {
        assertThat(Titles.key(a)).isEqualTo(Titles.key(b));
    }

    @Test
    void someDifferencesCount() {
        assertThat(Titles.key("C++")).isNotEqualTo(Titles.key("C"));
        assertThat(Titles.key("News")).isNotEqualTo(Titles.key("New"));
        assertThat(Titles.nearlyEqual("partager les nouvelles", "partagez les nouvelles"))
                .isTrue();
        assertThat(Titles.nearlyEqual("newsletter number 1", "newsletter number 2"))
                .isFalse();
        assertThat(Titles.nearlyEqual("licence", "license")).isFalse();
    }
}
