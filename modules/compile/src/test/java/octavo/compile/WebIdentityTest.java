package octavo.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebIdentityTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://ferry.example                              | ferry.example
            http://WWW.Ferry.Example:80/                       | ferry.example
            https://ferry.example.:443/index.html#timetable    | ferry.example
            https://ferry.example/?utm_source=letter&hl=de     | ferry.example
            https://ferry.example/Boats/?id=7&utm_medium=mail  | ferry.example/Boats?id=7
            https://ferry.example:8080/boats/                  | ferry.example:8080/boats
            https://user@ferry.example/boats                   | ferry.example/boats
            https://fähre.example/                             | xn--fhre-loa.example
            https://xn--fhre-loa.example/                      | xn--fhre-loa.example
            """)
    void oneThingHasOneIdentity(String address, String identity) {
        assertThat(WebIdentity.of(address)).contains(identity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://github.com/Ferry/Timetable                             | github.com/ferry/timetable
            https://github.com/ferry/timetable.git                         | github.com/ferry/timetable
            https://github.com/ferry/timetable/releases/tag/v1.2           | github.com/ferry/timetable
            https://codeberg.org/ferry/timetable/issues/7                  | codeberg.org/ferry/timetable
            https://git.sr.ht/~ferry/timetable/refs/v0.2.0                 | git.sr.ht/~ferry/timetable
            https://gitlab.com/quay/ferry/timetable/-/tags/1.0             | gitlab.com/quay/ferry/timetable
            https://gitlab.com/quay/ferry/timetable                        | gitlab.com/quay/ferry/timetable
            https://git.ferry.example/quay/timetable/-/blob/main/README.md | git.ferry.example/quay/timetable
            https://git.ferry.example/quay/timetable/releases/tag/v1       | git.ferry.example/quay/timetable
            https://github.com/ferry                                       | github.com/ferry
            https://ferry.example/news/2024/releases                       | ferry.example/news/2024/releases
            """)
    void whatLiesInARepositoryIsTheRepository(String address, String identity) {
        assertThat(WebIdentity.of(address)).contains(identity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mailto:quay@ferry.example", "xmpp:room@ferry.example?join", "https://", "http:///x", "/boats"})
    void whatIsNoPlaceOnTheWebHasNone(String address) {
        assertThat(WebIdentity.of(address)).isEmpty();
    }

    @Test
    void aHostThatCannotBeIsLikeItself() {
        String host = "x".repeat(300) + "ä";
        assertThat(WebIdentity.of("https://" + host + "/a/")).contains(host + "/a");
    }
}
