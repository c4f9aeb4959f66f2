package octavo.model;

import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;

/// What an edition covers, in the words of its selection.
public sealed interface Period {
    /// A whole year, of publication or covered.
    record OfYear(Year year) implements Period {}

    /// From one day to another, both included; an open end is empty.
    record Between(Optional<LocalDate> from, Optional<LocalDate> to) implements Period {}

    /// One issue, or a choice of issues that no dates describe: the span of their dates, where they have any.
    record Chosen(Optional<LocalDate> first, Optional<LocalDate> last) implements Period {}
}
