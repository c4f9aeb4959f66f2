package octavo.delivery.subscriber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import octavo.delivery.State;

/// What a row of a file is.
sealed interface Entry {
    /// Where the row begins, from 1.
    int line();

    /// Somebody.
    ///
    /// @param language a language's tag, empty where it is not known
    /// @param state what the file says; empty where it says nothing
    /// @param since since when on the list, in the same way
    /// @param remarks what was left out of the row
    record Person(
            int line,
            Address address,
            String name,
            String language,
            Optional<State> state,
            Optional<Instant> since,
            Attributes attributes,
            List<Remark> remarks)
            implements Entry {}

    /// A row that names nobody who can be written to.
    record Refused(int line, Remark remark) implements Entry {}

    /// @param code fit for filters
    /// @param words what is wrong, and what to do
    record Remark(String code, String words) {}
}
