package octavo.reader;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Dates in every form in which Hugo takes them: ISO 8601 with and without time and zone, RFC 822 and RFC 1123
/// (`Mon, 02 Jan 2006 15:04:05 MST`), Unix (`Mon Jan 2 15:04:05 2006`) and `2 January 2006`.
///
/// The day is the one that is written, whatever zone is named: an issue of the 5th is of the 5th everywhere.
record Dates(LocalDate day, LocalTime time, ZoneOffset offset) {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    static Optional<Dates> parse(String written) {
        try {
            String text = written.strip();
            return startsWithDate(text) ? Optional.of(iso(text)) : named(text);
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// The date that a file's name begins with: `2024-12-05_newsletter`.
    static Optional<LocalDate> ofFileName(String name) {
        if (!startsWithDate(name) || (name.length() > 10 && Character.isDigit(name.charAt(10)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(name.substring(0, 10)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// `2023-12`, or the month of a whole date.
    static Optional<YearMonth> month(String written) {
        try {
            String text = written.strip();
            return text.length() == 7
                    ? Optional.of(YearMonth.parse(text))
                    : parse(text).map(date -> YearMonth.from(date.day()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    Instant instant() {
        return LocalDateTime.of(day, time).toInstant(offset);
    }

    private static boolean startsWithDate(String text) {
        if (text.length() < 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            boolean isDash = i == 4 || i == 7;
            char c = text.charAt(i);
            if (isDash ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static Dates iso(String text) {
        LocalDate day = LocalDate.parse(text.substring(0, 10));
        String rest = text.substring(10).strip();
        if (rest.startsWith("T") || rest.startsWith("t")) {
            rest = rest.substring(1);
        }
        int end = 0;
        while (end < rest.length() && (Character.isDigit(rest.charAt(end)) || ":.".indexOf(rest.charAt(end)) >= 0)) {
            end++;
        }
        LocalTime time = end == 0 ? LocalTime.MIDNIGHT : LocalTime.parse(rest.substring(0, end));
        return new Dates(day, time, offset(rest.substring(end).strip()));
    }

    /// `Z`, `+02:00`, `+0200`, `-07`, with the zone's name behind it or not; a name alone says nothing certain.
    private static ZoneOffset offset(String zone) {
        int end = 0;
        while (end < zone.length() && "+-:0123456789".indexOf(zone.charAt(end)) >= 0) {
            end++;
        }
        return end < 3 ? ZoneOffset.UTC : ZoneOffset.of(zone.substring(0, end));
    }

    /// A date with the month's name in it, in whatever order.
    private static Optional<Dates> named(String text) {
        int month = 0;
        List<Integer> numbers = new ArrayList<>();
        LocalTime time = LocalTime.MIDNIGHT;
        ZoneOffset offset = ZoneOffset.UTC;
        String spaced = text.replace(',', ' ').replace(" -", " ~").replace('-', ' ');
        for (String part : spaced.strip().split("\\s+", -1)) {
            if (part.indexOf(':') > 0) {
                time = LocalTime.parse(part.length() == 4 ? "0" + part : part);
            } else if (isNumber(part)) {
                numbers.add(Integer.parseInt(part));
            } else if ((part.startsWith("+") || part.startsWith("~")) && part.length() == 5) {
                offset = ZoneOffset.of(part.replace('~', '-'));
            } else if (month == 0 && part.length() >= 3) {
                int at = MONTHS.indexOf(part.substring(0, 3).toLowerCase(Locale.ROOT));
                month = at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
            }
        }
        if (month == 0 || numbers.size() < 2) {
            return Optional.empty();
        }
        int first = numbers.getFirst();
        int second = numbers.get(1);
        int year = first > 31 ? first : second;
        LocalDate day = LocalDate.of(year < 100 ? 2000 + year : year, Month.of(month), first > 31 ? second : first);
        return Optional.of(new Dates(day, time, offset));
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.length() <= 4 && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
