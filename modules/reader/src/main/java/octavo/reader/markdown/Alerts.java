package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import octavo.model.Block;
import octavo.model.Block.Callout.Kind;
import octavo.model.Inline;
import octavo.model.Location;

/// Quotes that begin with `[!NOTE]`, with a title behind it as Obsidian and Hugo have it.
final class Alerts {
    private Alerts() {}

    /// A quote, or the callout that it is.
    static Block read(List<Block> body, Location location, Reading reading) {
        if (!reading.dialect.extensions()
                || body.isEmpty()
                || !(body.getFirst() instanceof Block.Paragraph first)
                || first.content().isEmpty()
                || !(first.content().getFirst() instanceof Inline.Text(String text))
                || !text.startsWith("[!")) {
            return new Block.Quote(body, location);
        }
        int close = text.indexOf(']');
        Optional<Kind> kind = close < 0 ? Optional.empty() : kind(text.substring(2, close));
        return kind.<Block>map(k -> callout(k, first, text.substring(close + 1), body, location))
                .orElseGet(() -> new Block.Quote(body, location));
    }

    private static Block callout(
            Kind kind, Block.Paragraph first, String afterMark, List<Block> body, Location location) {
        List<Inline> line = new ArrayList<>(first.content());
        // Obsidian's sign for a callout that can be folded.
        boolean folds = afterMark.startsWith("+") || afterMark.startsWith("-");
        line.set(0, new Inline.Text(folds ? afterMark.substring(1) : afterMark));
        int end = 0;
        while (end < line.size() && !Runs.isBreak(line.get(end))) {
            end++;
        }
        List<Inline> title = withoutEmpty(Runs.trim(line.subList(0, end)));
        List<Inline> rest = Runs.trim(line.subList(end, line.size()));
        List<Block> inside = new ArrayList<>();
        if (!rest.isEmpty()) {
            inside.add(new Block.Paragraph(rest, first.location()));
        }
        inside.addAll(body.subList(1, body.size()));
        return new Block.Callout(kind, title, inside, location);
    }

    private static List<Inline> withoutEmpty(List<Inline> inlines) {
        return inlines.stream()
                .filter(inline -> !(inline instanceof Inline.Text(String text) && text.isEmpty()))
                .toList();
    }

    /// GitHub's five kinds, and Obsidian's others by what they mean.
    private static Optional<Kind> kind(String name) {
        return switch (name.strip().toUpperCase(Locale.ROOT)) {
            case "NOTE", "INFO", "ABSTRACT", "SUMMARY", "TODO", "QUESTION", "EXAMPLE", "QUOTE" ->
                Optional.of(Kind.NOTE);
            case "TIP", "HINT", "SUCCESS" -> Optional.of(Kind.TIP);
            case "IMPORTANT" -> Optional.of(Kind.IMPORTANT);
            case "WARNING", "ATTENTION" -> Optional.of(Kind.WARNING);
            case "CAUTION", "DANGER", "ERROR", "FAILURE", "BUG" -> Optional.of(Kind.CAUTION);
            default -> Optional.empty();
        };
    }
}
