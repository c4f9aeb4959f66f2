package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Location;

/// Items of task lists: `- [x] Invite everybody`.
final class Tasks {
    private Tasks() {}

    static Block.Item item(List<Block> body, Location location, Reading reading) {
        if (!reading.dialect.extensions()
                || body.isEmpty()
                || !(body.getFirst() instanceof Block.Paragraph paragraph)
                || paragraph.content().isEmpty()
                || !(paragraph.content().getFirst() instanceof Inline.Text(String text))) {
            return new Block.Item(Optional.empty(), body, location);
        }
        Optional<Boolean> done = done(text);
        if (done.isEmpty()) {
            return new Block.Item(Optional.empty(), body, location);
        }
        List<Inline> content = new ArrayList<>(paragraph.content());
        content.set(0, new Inline.Text(text.substring(4)));
        List<Block> rest = new ArrayList<>(body);
        rest.set(0, new Block.Paragraph(content, paragraph.location()));
        return new Block.Item(done, rest, location);
    }

    private static Optional<Boolean> done(String text) {
        if (text.startsWith("[ ] ")) {
            return Optional.of(false);
        }
        return text.startsWith("[x] ") || text.startsWith("[X] ") ? Optional.of(true) : Optional.empty();
    }
}
