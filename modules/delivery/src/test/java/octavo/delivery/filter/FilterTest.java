package octavo.delivery.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lang = de adn x                | 11 | “and”, “or” or the end",
                "lang =                         | 7  | a value was expected",
                "(lang = de                     | 11 | column 1",
                "lang = de)                     | 10 | closes none",
                "since < yesterday              | 9  | no date such as",
                "since < 2025-02-30             | 9  | no date such as",
                "status = activ                 | 10 | known are pending, active",
                "lang > de                      | 6  | only be compared by",
                "town in Tern                   | 9  | in parentheses",
                "town in (a b)                  | 12 | a comma",
                "town like x                    | 6  | one of = !=",
                "name = \"Ada                   | 8  | no second one",
                "and                            | 1  | a condition was expected",
                "lang = zz-                     | 8  | no language tag",
            })
    void pointsAtWhatIsWrong(String filter, int column, String words) {
        assertThatThrownBy(() -> Filter.parse(filter.strip()))
                .isInstanceOfSatisfying(
                        FilterException.class, e -> assertThat(e.column()).isEqualTo(column))
                .hasMessageContaining(words)
                .hasMessageContaining("\n  ");
    }

    @Test
    void hostileFiltersEndInWords() {
        assertThatThrownBy(() -> Filter.parse("(".repeat(5000))).isInstanceOf(FilterException.class);
        assertThatThrownBy(() -> Filter.parse("not ".repeat(1500))).isInstanceOf(FilterException.class);
        assertThatThrownBy(() -> Filter.parse("\"a\\\"' = x")).isInstanceOf(FilterException.class);
        assertThatThrownBy(() -> Filter.parse("")).isInstanceOf(FilterException.class);
    }
}
