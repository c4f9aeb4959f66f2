package octavo.render.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import octavo.model.Block;
import octavo.model.Contributor;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.Picture;
import octavo.model.Target;

/// Issues of every shape that the model allows, the same ones for the same seed.
final class RandomModel {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "plain",
            "two\nlines\t",
            "\"quoted\" \\ back/slash",
            "<b>&amp;",
            "Zoë — “so” …",
            "日本語",
            "שלום",
            "🎉👩‍👧",
            "\u0000\u001f\u007f",
            "\u2028\ufeff",
            "a:1:2",
            "{}[],:");
    private static final List<String> FILES = List.of("content/a.md", "", "b:3:4", "C:\\x.md");
    private static final List<String> LANGUAGES = List.of("en", "pt-BR", "zh-Hant", "ar");
    private static final int DEEPEST = 3;

    private final Random random;
    private int depth;

    RandomModel(long seed) {
        random = new Random(seed);
    }

    Issue issue() {
        return new Issue(
                new IssueId("x" + text()),
                text(),
                language(),
                optional(() -> LocalDate.of(1 + random.nextInt(9999), 1 + random.nextInt(12), 1 + random.nextInt(28))),
                optional(() -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))),
                optional(() -> YearMonth.of(1 + random.nextInt(9999), 1 + random.nextInt(12))),
                text(),
                optional(this::text),
                list(this::text),
                list(this::contributor),
                list(this::text),
                list(this::text),
                random.nextBoolean(),
                optional(this::text),
                list(this::text),
                optional(this::picture),
                list(() -> new Issue.Translation(language(), text(), optional(this::text))),
                blocks(),
                list(() -> new Footnote(text(), random.nextInt(), blocks(), location())),
                location());
    }

    private Block block() {
        return switch (random.nextInt(depth > DEEPEST ? 6 : 12)) {
            case 0 -> new Block.Heading(1 + random.nextInt(6), text(), inlines(), location());
            case 1 -> new Block.Paragraph(inlines(), location());
            case 2 -> new Block.CodeBlock(text(), text(), location());
            case 3 -> new Block.Rule(location());
            case 4 -> new Block.Html(text(), location());
            case 5 -> new Block.Figure(picture(), inlines(), inlines(), optional(this::target), location());
            case 6 -> new Block.BulletList(random.nextBoolean(), list(this::item), location());
            case 7 -> new Block.OrderedList(random.nextInt(), random.nextBoolean(), list(this::item), location());
            case 8 -> new Block.Quote(blocks(), location());
            case 9 -> new Block.Callout(one(List.of(Block.Callout.Kind.values())), inlines(), blocks(), location());
            case 10 -> table();
            default -> new Block.Shortcode(text(), arguments(), blocks(), location());
        };
    }

    private Block.Item item() {
        return new Block.Item(optional(random::nextBoolean), blocks(), location());
    }

    private Block.Table table() {
        int columns = random.nextInt(4);
        Supplier<List<List<Inline>>> row =
                () -> Stream.generate(this::inlines).limit(columns).toList();
        List<Block.Table.Alignment> alignments = Stream.generate(() -> one(List.of(Block.Table.Alignment.values())))
                .limit(columns)
                .toList();
        return new Block.Table(alignments, row.get(), list(row), location());
    }

    private Inline inline() {
        return switch (random.nextInt(depth > DEEPEST ? 7 : 12)) {
            case 0 -> new Inline.Text(text());
            case 1 -> new Inline.SoftBreak();
            case 2 -> new Inline.LineBreak();
            case 3 -> new Inline.Code(text());
            case 4 -> new Inline.Image(picture());
            case 5 -> new Inline.NoteReference(text(), random.nextInt(), random.nextInt(), location());
            case 6 -> new Inline.Html(text(), location());
            case 7 -> new Inline.Emphasis(inlines());
            case 8 -> new Inline.Strong(inlines());
            case 9 -> new Inline.Strikethrough(inlines());
            case 10 -> new Inline.Link(target(), optional(this::text), inlines(), location());
            default -> new Inline.Shortcode(text(), arguments(), inlines(), location());
        };
    }

    private Target target() {
        return switch (random.nextInt(4)) {
            case 0 -> new Target.Written(text());
            case 1 -> new Target.Web(text());
            case 2 -> new Target.Internal(text());
            default -> new Target.Dead(text());
        };
    }

    private Picture picture() {
        Picture.Source source = switch (random.nextInt(3)) {
            case 0 -> new Picture.Source.Local(text(), text());
            case 1 -> new Picture.Source.Remote(text());
            default -> new Picture.Source.Missing(text());
        };
        return new Picture(source, text(), optional(this::text), number(), number(), location());
    }

    private Location location() {
        return new Location(one(FILES), random.nextInt(1000), random.nextInt(100));
    }

    private Language language() {
        return new Language(one(LANGUAGES));
    }

    private OptionalInt number() {
        return random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty();
    }

    private Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        list(this::text).forEach(text -> arguments.put(text, text()));
        return arguments;
    }

    private List<Block> blocks() {
        return list(this::block);
    }

    private List<Inline> inlines() {
        return list(this::inline);
    }

    private String text() {
        return one(TEXTS) + one(TEXTS);
    }

    private <T> T one(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private <T> Optional<T> optional(Supplier<T> make) {
        return random.nextBoolean() ? Optional.of(make.get()) : Optional.empty();
    }

    private Contributor contributor() {
        return new Contributor(text(), one(List.of(Contributor.Role.values())));
    }

    private <T> List<T> list(Supplier<T> make) {
        depth++;
        List<T> list = Stream.generate(make).limit(random.nextInt(4)).toList();
        depth--;
        return list;
    }
}
