package octavo.pdf;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import octavo.model.Block;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Location;
import octavo.model.PlainText;

/// Finds out in which block of a text a character stands.
final class CharacterPlace {
    private final String character;

    CharacterPlace(int codePoint) {
        this.character = Character.toString(codePoint);
    }

    /// The first block that shows the character, in body or footnotes.
    Optional<Location> in(List<Block> body, List<Footnote> footnotes) {
        return Stream.concat(body.stream(), footnotes.stream().flatMap(note -> note.body().stream()))
                .flatMap(this::places)
                .findFirst();
    }

    private Stream<Location> places(Block block) {
        return switch (block) {
            case Block.Heading heading -> own(heading, heading.content());
            case Block.Paragraph paragraph -> own(paragraph, paragraph.content());
            case Block.BulletList list -> items(list.items());
            case Block.OrderedList list -> items(list.items());
            case Block.Quote quote -> inner(quote.body());
            case Block.Callout callout -> Stream.concat(own(callout, callout.title()), inner(callout.body()));
            case Block.CodeBlock code -> own(code, code.code());
            case Block.Table table ->
                Stream.concat(Stream.of(table.header()), table.rows().stream())
                        .flatMap(List::stream)
                        .flatMap(cell -> own(table, cell));
            case Block.Figure figure -> Stream.concat(own(figure, figure.title()), own(figure, figure.caption()));
            case Block.Rule _ -> Stream.empty();
            case Block.Html html -> own(html, html.html());
            case Block.Shortcode shortcode -> inner(shortcode.body());
        };
    }

    private Stream<Location> items(List<Block.Item> items) {
        return items.stream().flatMap(item -> inner(item.body()));
    }

    private Stream<Location> inner(List<Block> body) {
        return body.stream().flatMap(this::places);
    }

    private Stream<Location> own(Block block, List<Inline> content) {
        return own(block, PlainText.of(content));
    }

    private Stream<Location> own(Block block, String text) {
        boolean here = text.contains(character)
                || Normalizer.normalize(text, Normalizer.Form.NFC).contains(character);
        return here ? Stream.of(block.location()) : Stream.empty();
    }
}
