package octavo.reader.markdown;

import java.util.List;
import java.util.OptionalInt;
import octavo.model.Block;
import octavo.model.Footnote;

/// A text that was read.
///
/// @param summaryEnd how many blocks stand before `<!--more-->`, where that is written
public record Document(List<Block> body, List<Footnote> footnotes, OptionalInt summaryEnd) {
    public Document {
        body = List.copyOf(body);
        footnotes = List.copyOf(footnotes);
    }
}
