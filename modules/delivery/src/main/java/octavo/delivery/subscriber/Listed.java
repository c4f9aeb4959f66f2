package octavo.delivery.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import octavo.delivery.State;

/// Somebody on a list.
///
/// @param language a tag, empty where it is not known
/// @param since since when on the list
/// @param changed since when in this state
/// @param cause why
/// @param attributes a JSON object
public record Listed(
        String email,
        String name,
        String language,
        State state,
        Instant since,
        Instant changed,
        String cause,
        String attributes) {
    static final String COLUMNS = "s.email, s.name, s.language, n.state, n.since, n.changed, n.cause, s.attributes";

    static Listed of(ResultSet row) throws SQLException {
        return new Listed(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                State.of(row.getString(4)).orElseThrow(),
                Instant.ofEpochMilli(row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)),
                row.getString(7),
                row.getString(8));
    }
}
