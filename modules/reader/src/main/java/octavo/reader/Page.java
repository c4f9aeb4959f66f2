package octavo.reader;

import java.time.LocalDate;
import java.util.Optional;
import octavo.reader.data.Value;

/// A file whose front matter is known and whose text is still to be read.
///
/// @param path from the site's root; empty where it needs a date that is missing
/// @param address with the site's own address before it, where that is known
record Page(
        IssueFile file,
        FrontMatter source,
        String title,
        boolean hasTitle,
        Optional<LocalDate> date,
        Optional<String> path,
        Optional<String> address) {

    Value.Mapping data() {
        return source.data();
    }

    /// What links on other pages may say: the whole address, or the path alone.
    Optional<String> target() {
        return address.or(() -> path.map(p -> "/" + p));
    }
}
