package octavo.delivery.subscriber;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Dates in files: `2024-11-02`, `2024-11-02T08:30:00Z`, `2024-11-02 08:30:00.123+00`. Without an offset they are
/// UTC's.
final class Moments {
    private static final int DATE_LENGTH = 10;

    private static final DateTimeFormatter WITH_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][X]")
            .toFormatter(java.util.Locale.ROOT);

    private Moments() {}

    static Optional<Instant> parse(String text) {
        try {
            if (text.length() == DATE_LENGTH) {
                return Optional.of(
                        kept(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()));
            }
            String written = text.replaceFirst(" ", "T").replace(" ", "");
            return switch (WITH_TIME.parseBest(written, OffsetDateTime::from, LocalDateTime::from)) {
                case OffsetDateTime time -> Optional.of(kept(time.toInstant()));
                case LocalDateTime time -> Optional.of(kept(time.toInstant(ZoneOffset.UTC)));
                default -> Optional.empty();
            };
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// As exact as stores are.
    private static Instant kept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /// The shortest form that says it all.
    static String written(Instant instant) {
        return instant.equals(instant.truncatedTo(ChronoUnit.DAYS))
                ? LocalDate.ofInstant(instant, ZoneOffset.UTC).toString()
                : instant.toString();
    }
}
