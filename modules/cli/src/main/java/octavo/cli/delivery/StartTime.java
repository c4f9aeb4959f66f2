package octavo.cli.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import octavo.cli.shell.WrongUsage;

/// When an issue begins to be sent, as a user types and reads it.
final class StartTime {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private StartTime() {}

    /// What the clock of this place shows.
    static ZonedDateTime here() {
        return ZonedDateTime.now(ZoneId.systemDefault());
    }

    /// @param typed `2026-12-01 09:00` by the clock of this place, `09:00` for the next time that it shows this, or a
    ///     time with its offset (`2026-12-01T08:00:00Z`)
    /// @param now by that clock
    /// @throws WrongUsage where it is no time, or one that is over
    static Instant parse(String typed, ZonedDateTime now) {
        Instant start = read(typed.strip(), now);
        if (start.isBefore(now.toInstant())) {
            throw new WrongUsage("--at " + typed + " is over: here it is " + SHOWN.format(now));
        }
        return start;
    }

    private static Instant read(String typed, ZonedDateTime now) {
        try {
            if (typed.matches("\\d{1,2}:\\d{2}")) {
                ZonedDateTime today = now.with(LocalTime.parse(typed.length() < 5 ? "0" + typed : typed));
                return (today.isBefore(now) ? today.plusDays(1) : today).toInstant();
            }
            String iso = typed.replaceFirst(" +", "T");
            return iso.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(now.getZone()).toInstant();
        } catch (DateTimeException e) {
            throw new WrongUsage("--at takes '2026-12-01 09:00', '09:00' or 2026-12-01T08:00:00Z, not '" + typed + "'");
        }
    }

    /// By the clock of this place.
    static String shown(Instant time, ZonedDateTime now) {
        return SHOWN.format(time.atZone(now.getZone())) + " (" + now.getZone() + ")";
    }
}
