package octavo.email.dkim;

import java.io.IOException;
import java.util.List;

/// Asks DNS for TXT records.
public interface TxtLookup {
    /// @param name without a final dot
    /// @return each record's strings put together; none where the name or the kind is not there
    /// @throws IOException where no answer came
    List<String> txt(String name) throws IOException;
}
