package octavo.model;

import java.util.List;

/// A name that several issues of an edition talk about.
///
/// @param name as it is printed
/// @param initial what it stands under: a letter in the edition's language, `#` for what begins with none
/// @param occurrences the links that lead to it, in the order of the edition, at most one a paragraph
public record IndexEntry(String name, String initial, List<Occurrence> occurrences) {
    /// Where a name is linked.
    ///
    /// @param issue the anchor of the issue
    /// @param link as it stands in that issue's body or footnotes
    public record Occurrence(String issue, Inline.Link link) {}

    public IndexEntry {
        occurrences = List.copyOf(occurrences);
    }
}
