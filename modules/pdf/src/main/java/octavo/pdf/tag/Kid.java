package octavo.pdf.tag;

/// What a structure element holds, in document order: other elements, and places for painted content.
sealed interface Kid permits Tag, Place {
    /// Whether anything was painted for it; what stayed empty is not written.
    boolean isPainted();
}
