package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import octavo.model.Inline;
import octavo.model.Location;

/// Sets what stands in plain characters of one paragraph or heading: bare links, emoji, quotation marks and dashes.
final class Finisher {
    private final Dialect dialect;

    Finisher(Dialect dialect) {
        this.dialect = dialect;
    }

    /// @param location given to the links that are found
    List<Inline> finish(List<Inline> inlines, Location location) {
        if (!dialect.extensions()) {
            return inlines;
        }
        List<Inline> finished = BareLinks.link(inlines, location);
        if (dialect.emoji()) {
            finished = mapText(finished, Emoji::replace);
        }
        if (dialect.typography()) {
            finished = Typographer.set(finished, QuotationMarks.of(dialect.language()));
        }
        return finished;
    }

    /// Changes each plain text.
    private static List<Inline> mapText(List<Inline> inlines, UnaryOperator<String> change) {
        List<Inline> mapped = new ArrayList<>(inlines.size());
        for (Inline inline : inlines) {
            mapped.add(
                    inline instanceof Inline.Text(String text)
                            ? new Inline.Text(change.apply(text))
                            : withContent(inline, content -> mapText(content, change)));
        }
        return mapped;
    }

    /// The same inline with other content, where it has content.
    static Inline withContent(Inline inline, UnaryOperator<List<Inline>> change) {
        return switch (inline) {
            case Inline.Emphasis(List<Inline> content) -> new Inline.Emphasis(change.apply(content));
            case Inline.Strong(List<Inline> content) -> new Inline.Strong(change.apply(content));
            case Inline.Strikethrough(List<Inline> content) -> new Inline.Strikethrough(change.apply(content));
            case Inline.Link link ->
                new Inline.Link(link.target(), link.title(), change.apply(link.content()), link.location());
            case Inline.Shortcode code ->
                new Inline.Shortcode(code.name(), code.arguments(), change.apply(code.body()), code.location());
            case Inline.Text _,
                    Inline.SoftBreak _,
                    Inline.LineBreak _,
                    Inline.Code _,
                    Inline.Image _,
                    Inline.NoteReference _,
                    Inline.Html _ -> inline;
        };
    }
}
