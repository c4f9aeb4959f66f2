package octavo.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Letter, March 2024         | the-letter-march-2024
            Summit 27 & FOSDEM             | summit-27-fosdem
            Lettre d'août – été            | lettre-daoût-été
            A - B                          | a-b
            C++ #1                         | c++-#1
            ハーバー 通信                   | ハーバー-通信
            """)
    void urlizeAsHugoDoes(String text, String expected) {
        assertThat(Urls.urlize(text)).isEqualTo(expected);
    }

    @Test
    void percentEncodingIsUndoneWhereItIsOne() {
        assertThat(Urls.decode("a%20b%C3%A4.png")).isEqualTo("a bä.png");
        assertThat(Urls.decode("100%.png")).isEqualTo("100%.png");
        assertThat(Urls.decode("%zz%4")).isEqualTo("%zz%4");
    }

    @Test
    void absoluteAddressesHaveASchemeOrAHost() {
        assertThat(Urls.isAbsolute("mailto:a@example.org")).isTrue();
        assertThat(Urls.isAbsolute("//example.org/x")).isTrue();
        assertThat(Urls.isAbsolute("a/b:c")).isFalse();
        assertThat(Urls.isAbsolute("/about/")).isFalse();
    }
}
