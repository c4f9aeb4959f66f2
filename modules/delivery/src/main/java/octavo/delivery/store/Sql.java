package octavo.delivery.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A statement or a piece of one, and the values for its question marks. A value never stands in the text.
///
/// @param text words in braces are the dialect's: `{now}`
public record Sql(String text, List<Object> values) {
    public Sql {
        values = List.copyOf(values);
    }

    public static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    /// This, and behind it another piece.
    public Sql with(Sql more) {
        return new Sql(
                text + " " + more.text,
                Stream.concat(values.stream(), more.values.stream()).toList());
    }

    /// Pieces with a word between them.
    public static Sql joined(String word, List<Sql> pieces) {
        List<Object> values = new ArrayList<>();
        pieces.forEach(piece -> values.addAll(piece.values));
        return new Sql(String.join(word, pieces.stream().map(Sql::text).toList()), values);
    }

    /// `?, ?, ?`
    public static String marks(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }
}
