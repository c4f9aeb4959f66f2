package octavo.model;

import java.util.List;

/// A note at the foot of an issue.
///
/// @param id unique in its issue, and in an edition unique there
/// @param number from 1, in the order of the first marks in the text
public record Footnote(String id, int number, List<Block> body, Location location) {
    public Footnote {
        body = List.copyOf(body);
    }
}
