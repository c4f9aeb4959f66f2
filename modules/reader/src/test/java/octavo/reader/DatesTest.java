package octavo.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-03-05                          | 2024-03-05T00:00:00Z
            2024-03-05T23:30:00+02:00           | 2024-03-05T21:30:00Z
            2024-03-05T23:30:00Z                | 2024-03-05T23:30:00Z
            2024-03-05T23:30                    | 2024-03-05T23:30:00Z
            2024-03-05 23:30:00.123 +0200 CEST  | 2024-03-05T21:30:00.123Z
            2024-03-05 23:30:00 -0700           | 2024-03-06T06:30:00Z
            2024-03-05 23:30:00 UTC             | 2024-03-05T23:30:00Z
            Tue, 05 Mar 2024 23:30:00 +0200     | 2024-03-05T21:30:00Z
            Tue, 05 Mar 2024 23:30:00 -0200     | 2024-03-06T01:30:00Z
            Tue, 05 Mar 2024 23:30:00 GMT       | 2024-03-05T23:30:00Z
            Tue Mar  5 23:30:00 2024            | 2024-03-05T23:30:00Z
            Tuesday, 05-Mar-24 23:30:00 UTC     | 2024-03-05T23:30:00Z
            05 Mar 2024                         | 2024-03-05T00:00:00Z
            March 5, 2024                       | 2024-03-05T00:00:00Z
            5 March 2024                        | 2024-03-05T00:00:00Z
            """)
    void everyFormThatHugoTakes(String written, String instant) {
        assertThat(Dates.parse(written)).hasValueSatisfying(date -> {
            assertThat(date.day()).isEqualTo(LocalDate.of(2024, 3, 5));
            assertThat(date.instant()).isEqualTo(Instant.parse(instant));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "someday",
                "2024-13-05",
                "2024-02-30",
                "05.03.2024",
                "20240305",
                "March",
                "99 March 2024",
                "2024-03-05T99:00"
            })
    void whatIsNoDate(String written) {
        assertThat(Dates.parse(written)).isEmpty();
    }

    @Test
    void monthsAndFileNames() {
        assertThat(Dates.month("2023-12")).contains(YearMonth.of(2023, 12));
        assertThat(Dates.month("2023-12-05")).contains(YearMonth.of(2023, 12));
        assertThat(Dates.month("December")).isEmpty();
        assertThat(Dates.ofFileName("2024-12-05_newsletter")).contains(LocalDate.of(2024, 12, 5));
        assertThat(Dates.ofFileName("2024-12-051")).isEmpty();
        assertThat(Dates.ofFileName("xmpp-roundup-5")).isEmpty();
    }
}
