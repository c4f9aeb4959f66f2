package octavo.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import octavo.cli.shell.Terminal;
import octavo.model.Edition;
import octavo.model.OctavoException;

/// The one time that may enter an output from outside: `SOURCE_DATE_EPOCH` of reproducible-builds.org.
final class Dates {
    private static final String VARIABLE = "SOURCE_DATE_EPOCH";

    private Dates() {}

    /// The editions with the time of the environment, where it gives one.
    static List<Edition> overridden(List<Edition> editions, Terminal terminal) {
        Optional<Instant> time = terminal.variable(VARIABLE).map(Dates::parse);
        return time.isEmpty()
                ? editions
                : editions.stream().map(edition -> edition.withModified(time)).toList();
    }

    private static Instant parse(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds.strip()));
        } catch (NumberFormatException | java.time.DateTimeException e) {
            throw new OctavoException(
                    VARIABLE + " is '" + seconds + "'; it must be a number of seconds since 1970, or not be set.", e);
        }
    }
}
