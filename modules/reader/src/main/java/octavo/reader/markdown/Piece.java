package octavo.reader.markdown;

import octavo.model.Block;
import octavo.model.Inline;

/// A part of a text in which shortcode tags are not yet understood.
sealed interface Piece {
    record OfInline(Inline inline) implements Piece {}

    record OfBlock(Block block) implements Piece {}

    record OfTag(Tag tag) implements Piece {}
}
