package octavo.render.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
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

/// Reads what [ModelWriter] wrote, and refuses everything else with the place and what belongs there.
final class ModelReader {
    private final Location origin;

    private ModelReader(Location origin) {
        this.origin = origin;
    }

    static Issue issue(Json json) {
        Node root = new Node(json, "");
        return root.object(fields -> {
            version(fields);
            Location origin = fields.required("origin")
                    .parsed("a location such as content/a.md:0:0", text -> LocationText.parse(text, ""));
            return new ModelReader(origin).read(fields);
        });
    }

    private static void version(Node.Fields fields) {
        if (!fields.has("octavo")) {
            throw fields.node().wrong("this is no Octavo document, for it lacks \"octavo\": " + JsonFormat.VERSION);
        }
        int version = fields.required("octavo").number();
        if (version != JsonFormat.VERSION) {
            throw fields.node()
                    .wrong("it has the schema version " + version + ", and this Octavo reads version "
                            + JsonFormat.VERSION + "; use the Octavo that wrote it, or a newer one");
        }
    }

    private Issue read(Node.Fields fields) {
        return new Issue(
                fields.required("id").parsed("an id", IssueId::new),
                fields.required("anchor").text(),
                language(fields.required("language")),
                fields.optional("date").map(node -> node.parsed("a date such as 2025-01-31", LocalDate::parse)),
                fields.optional("modified")
                        .map(node -> node.parsed("a time such as 2025-01-31T08:00:00Z", Instant::parse)),
                fields.optional("covers").map(node -> node.parsed("a month such as 2025-01", YearMonth::parse)),
                fields.required("title").text(),
                fields.optional("summary").map(Node::text),
                fields.list("authors", Node::text),
                fields.list("contributors", ModelReader::contributor),
                fields.list("categories", Node::text),
                fields.list("tags", Node::text),
                fields.required("draft").truth(),
                fields.optional("address").map(Node::text),
                fields.list("aliases", Node::text),
                fields.optional("cover").map(this::picture),
                fields.list("translations", ModelReader::translation),
                fields.list("body", this::block),
                fields.list("footnotes", this::footnote),
                origin);
    }

    private static Language language(Node node) {
        return node.parsed("a language tag such as pt-BR", Language::new);
    }

    private static Contributor contributor(Node node) {
        return node.object(fields -> new Contributor(
                fields.required("name").text(),
                fields.required("role")
                        .parsed(
                                "author, translator, editor, illustrator or contributor",
                                role -> Contributor.Role.valueOf(role.toUpperCase(Locale.ROOT)))));
    }

    private static Issue.Translation translation(Node node) {
        return node.object(fields -> new Issue.Translation(
                language(fields.required("language")),
                fields.required("title").text(),
                fields.optional("address").map(Node::text)));
    }

    private Footnote footnote(Node node) {
        return node.object(fields -> new Footnote(
                fields.required("id").text(),
                fields.required("number").number(),
                fields.list("body", this::block),
                at(fields)));
    }

    private Location at(Node.Fields fields) {
        return fields.required("at").parsed("a location such as 12:5", text -> LocationText.parse(text, origin.file()));
    }

    private Block block(Node node) {
        return node.object(fields -> {
            Node type = fields.required("type");
            return switch (type.text()) {
                case "heading" ->
                    new Block.Heading(
                            level(fields),
                            fields.required("id").text(),
                            fields.list("content", this::inline),
                            at(fields));
                case "paragraph" -> new Block.Paragraph(fields.list("content", this::inline), at(fields));
                case "bullets" ->
                    new Block.BulletList(
                            fields.required("tight").truth(), fields.list("items", this::item), at(fields));
                case "numbers" ->
                    new Block.OrderedList(
                            fields.required("start").number(),
                            fields.required("tight").truth(),
                            fields.list("items", this::item),
                            at(fields));
                case "quote" -> new Block.Quote(fields.list("body", this::block), at(fields));
                case "callout" ->
                    new Block.Callout(
                            fields.required("kind").word(Block.Callout.Kind.class),
                            fields.list("title", this::inline),
                            fields.list("body", this::block),
                            at(fields));
                case "code" ->
                    new Block.CodeBlock(
                            fields.required("info").text(),
                            fields.required("code").text(),
                            at(fields));
                case "table" -> table(fields);
                case "figure" ->
                    new Block.Figure(
                            picture(fields.required("picture")),
                            fields.list("title", this::inline),
                            fields.list("caption", this::inline),
                            fields.optional("link").map(ModelReader::target),
                            at(fields));
                case "rule" -> new Block.Rule(at(fields));
                case "html" -> new Block.Html(fields.required("html").text(), at(fields));
                case "shortcode" ->
                    new Block.Shortcode(
                            fields.required("name").text(),
                            fields.texts("arguments"),
                            fields.list("body", this::block),
                            at(fields));
                default ->
                    throw type.wrong(
                            "“" + type.text() + "” is no block; known are heading, paragraph, bullets, numbers,"
                                    + " quote, callout, code, table, figure, rule, html, shortcode");
            };
        });
    }

    private static int level(Node.Fields fields) {
        Node level = fields.required("level");
        if (level.number() < 1 || level.number() > 6) {
            throw level.wrong("a level from 1 to 6 is expected here, not " + level.number());
        }
        return level.number();
    }

    private Block.Item item(Node node) {
        return node.object(fields ->
                new Block.Item(fields.optional("done").map(Node::truth), fields.list("body", this::block), at(fields)));
    }

    private Block.Table table(Node.Fields fields) {
        Block.Table table = new Block.Table(
                fields.list("alignments", node -> node.word(Block.Table.Alignment.class)),
                fields.list("header", cell -> cell.list(this::inline)),
                fields.list("rows", row -> row.list(cell -> cell.list(this::inline))),
                at(fields));
        int columns = table.alignments().size();
        if (table.header().size() != columns || table.rows().stream().anyMatch(row -> row.size() != columns)) {
            throw fields.node()
                    .wrong("the header and each row need one cell for each of the " + columns + " alignments");
        }
        return table;
    }

    private Picture picture(Node node) {
        return node.object(fields -> new Picture(
                source(fields.required("source")),
                fields.required("alt").text(),
                fields.optional("title").map(Node::text),
                number(fields, "width"),
                number(fields, "height"),
                at(fields)));
    }

    private static OptionalInt number(Node.Fields fields, String key) {
        return fields.optional(key).map(node -> OptionalInt.of(node.number())).orElse(OptionalInt.empty());
    }

    private static Picture.Source source(Node node) {
        return node.object(fields -> switch (kind(fields, "local", "remote", "missing")) {
            case "local" ->
                new Picture.Source.Local(
                        fields.required("local").text(),
                        fields.required("address").text());
            case "remote" -> new Picture.Source.Remote(fields.required("remote").text());
            default -> new Picture.Source.Missing(fields.required("missing").text());
        });
    }

    private static Target target(Node node) {
        return node.object(fields -> switch (kind(fields, "written", "web", "internal", "dead")) {
            case "written" -> new Target.Written(fields.required("written").text());
            case "web" -> new Target.Web(fields.required("web").text());
            case "internal" -> new Target.Internal(fields.required("internal").text());
            default -> new Target.Dead(fields.required("dead").text());
        });
    }

    /// The one of several keys that an object has.
    private static String kind(Node.Fields fields, String... keys) {
        return Arrays.stream(keys)
                .filter(fields::has)
                .findFirst()
                .orElseThrow(() -> fields.node().wrong("one of the keys " + String.join(", ", keys) + " is expected"));
    }

    private Inline inline(Node node) {
        if (node.isText()) {
            return new Inline.Text(node.text());
        }
        return node.object(fields -> {
            Node type = fields.required("type");
            return switch (type.text()) {
                case "softbreak" -> new Inline.SoftBreak();
                case "linebreak" -> new Inline.LineBreak();
                case "emphasis" -> new Inline.Emphasis(fields.list("content", this::inline));
                case "strong" -> new Inline.Strong(fields.list("content", this::inline));
                case "strikethrough" -> new Inline.Strikethrough(fields.list("content", this::inline));
                case "code" -> new Inline.Code(fields.required("text").text());
                case "link" ->
                    new Inline.Link(
                            target(fields.required("target")),
                            fields.optional("title").map(Node::text),
                            fields.list("content", this::inline),
                            at(fields));
                case "image" -> new Inline.Image(picture(fields.required("picture")));
                case "note" ->
                    new Inline.NoteReference(
                            fields.required("id").text(),
                            fields.required("number").number(),
                            fields.required("occurrence").number(),
                            at(fields));
                case "html" -> new Inline.Html(fields.required("html").text(), at(fields));
                case "shortcode" ->
                    new Inline.Shortcode(
                            fields.required("name").text(),
                            fields.texts("arguments"),
                            fields.list("body", this::inline),
                            at(fields));
                default ->
                    throw type.wrong(
                            "“" + type.text() + "” is no running text; known are softbreak, linebreak, emphasis,"
                                    + " strong, strikethrough, code, link, image, note, html, shortcode, and plain strings");
            };
        });
    }
}
