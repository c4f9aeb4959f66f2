package octavo.render.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import octavo.model.Block;
import octavo.model.Contributor;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.Location;
import octavo.model.OctavoException;
import octavo.model.Picture;
import octavo.model.Target;

/// The model as JSON values; [ModelReader] reads them back.
final class ModelWriter {
    /// Keys in the order written; what is empty is left out.
    private static final class Fields {
        private final Map<String, Json> fields = new LinkedHashMap<>();

        static Fields of(String type) {
            return new Fields().text("type", type);
        }

        Fields put(String key, Json value) {
            fields.put(key, value);
            return this;
        }

        Fields text(String key, String value) {
            return put(key, new Json.Text(value));
        }

        Fields text(String key, Optional<?> value) {
            value.ifPresent(present -> text(key, present.toString()));
            return this;
        }

        Fields number(String key, int value) {
            return put(key, new Json.Whole(value));
        }

        Fields number(String key, OptionalInt value) {
            value.ifPresent(present -> number(key, present));
            return this;
        }

        Fields truth(String key, boolean value) {
            return put(key, new Json.Truth(value));
        }

        <T> Fields list(String key, List<T> items, Function<T, Json> write) {
            return items.isEmpty() ? this : put(key, array(items, write));
        }

        Fields texts(String key, Map<String, String> values) {
            if (!values.isEmpty()) {
                Fields texts = new Fields();
                values.forEach(texts::text);
                put(key, texts.json());
            }
            return this;
        }

        Json json() {
            return new Json.Fields(fields);
        }
    }

    /// Beyond what the reader of Markdown nests, and within what a small thread's stack can hold.
    static final int DEEPEST = 150;

    private final Location origin;
    private int depth;

    private ModelWriter(Location origin) {
        this.origin = origin;
    }

    static Json issue(Issue issue) {
        return new ModelWriter(issue.origin()).write(issue);
    }

    private Json write(Issue issue) {
        Fields fields = new Fields()
                .number("octavo", JsonFormat.VERSION)
                .text("id", issue.id().value())
                .text("anchor", issue.anchor())
                .text("language", issue.language().tag())
                .text("date", issue.date())
                .text("modified", issue.modified())
                .text("covers", issue.covers())
                .text("title", issue.title())
                .text("summary", issue.summary())
                .list("authors", issue.authors(), Json.Text::new)
                .list("contributors", issue.contributors(), ModelWriter::contributor)
                .list("categories", issue.categories(), Json.Text::new)
                .list("tags", issue.tags(), Json.Text::new)
                .truth("draft", issue.draft())
                .text("address", issue.address())
                .list("aliases", issue.aliases(), Json.Text::new);
        issue.cover().ifPresent(cover -> fields.put("cover", picture(cover)));
        return fields.list("translations", issue.translations(), ModelWriter::translation)
                .text("origin", LocationText.full(origin))
                .list("body", issue.body(), this::block)
                .list("footnotes", issue.footnotes(), this::footnote)
                .json();
    }

    private static Json contributor(Contributor contributor) {
        return new Fields()
                .text("name", contributor.name())
                .text("role", contributor.role().name().toLowerCase(Locale.ROOT))
                .json();
    }

    private static Json translation(Issue.Translation translation) {
        return new Fields()
                .text("language", translation.language().tag())
                .text("title", translation.title())
                .text("address", translation.address())
                .json();
    }

    private Json footnote(Footnote note) {
        return at(
                new Fields()
                        .text("id", note.id())
                        .number("number", note.number())
                        .list("body", note.body(), this::block),
                note.location());
    }

    private Json at(Fields fields, Location location) {
        return fields.text("at", LocationText.within(origin, location)).json();
    }

    private Json block(Block block) {
        enter(block.location());
        Fields fields = switch (block) {
            case Block.Heading heading ->
                Fields.of("heading")
                        .number("level", heading.level())
                        .text("id", heading.id())
                        .list("content", heading.content(), this::inline);
            case Block.Paragraph paragraph -> Fields.of("paragraph").list("content", paragraph.content(), this::inline);
            case Block.BulletList list ->
                Fields.of("bullets").truth("tight", list.tight()).list("items", list.items(), this::item);
            case Block.OrderedList list ->
                Fields.of("numbers")
                        .number("start", list.start())
                        .truth("tight", list.tight())
                        .list("items", list.items(), this::item);
            case Block.Quote quote -> Fields.of("quote").list("body", quote.body(), this::block);
            case Block.Callout callout ->
                Fields.of("callout")
                        .text("kind", word(callout.kind()))
                        .list("title", callout.title(), this::inline)
                        .list("body", callout.body(), this::block);
            case Block.CodeBlock code ->
                Fields.of("code").text("info", code.info()).text("code", code.code());
            case Block.Table table ->
                Fields.of("table")
                        .list("alignments", table.alignments(), column -> new Json.Text(word(column)))
                        .list("header", table.header(), this::inlines)
                        .list("rows", table.rows(), row -> array(row, this::inlines));
            case Block.Figure figure -> figure(figure);
            case Block.Rule _ -> Fields.of("rule");
            case Block.Html html -> Fields.of("html").text("html", html.html());
            case Block.Shortcode shortcode ->
                Fields.of("shortcode")
                        .text("name", shortcode.name())
                        .texts("arguments", shortcode.arguments())
                        .list("body", shortcode.body(), this::block);
        };
        depth--;
        return at(fields, block.location());
    }

    private Json item(Block.Item item) {
        enter(item.location());
        Fields fields = new Fields();
        item.done().ifPresent(done -> fields.truth("done", done));
        fields.list("body", item.body(), this::block);
        depth--;
        return at(fields, item.location());
    }

    /// @throws OctavoException where quotes, lists and emphasis nest too deep to be read back
    private void enter(Location location) {
        if (++depth > DEEPEST) {
            String place = location.equals(Location.NONE) ? "" : location + ": ";
            throw new OctavoException(place + "This document cannot be written as JSON: it nests more than " + DEEPEST
                    + " levels deep here; make it flatter");
        }
    }

    private Fields figure(Block.Figure figure) {
        Fields fields = Fields.of("figure")
                .put("picture", picture(figure.picture()))
                .list("title", figure.title(), this::inline)
                .list("caption", figure.caption(), this::inline);
        figure.link().ifPresent(link -> fields.put("link", target(link)));
        return fields;
    }

    private Json picture(Picture picture) {
        Json source = switch (picture.source()) {
            case Picture.Source.Local(var path, var address) ->
                new Fields().text("local", path).text("address", address).json();
            case Picture.Source.Remote(var address) ->
                new Fields().text("remote", address).json();
            case Picture.Source.Missing(var address) ->
                new Fields().text("missing", address).json();
        };
        return at(
                new Fields()
                        .put("source", source)
                        .text("alt", picture.alt())
                        .text("title", picture.title())
                        .number("width", picture.width())
                        .number("height", picture.height()),
                picture.location());
    }

    private static Json target(Target target) {
        return switch (target) {
            case Target.Written(var href) -> new Fields().text("written", href).json();
            case Target.Web(var address) -> new Fields().text("web", address).json();
            case Target.Internal(var anchor) ->
                new Fields().text("internal", anchor).json();
            case Target.Dead(var href) -> new Fields().text("dead", href).json();
        };
    }

    private Json inlines(List<Inline> inlines) {
        return array(inlines, this::inline);
    }

    private Json inline(Inline inline) {
        enter(origin);
        Json json = switch (inline) {
            case Inline.Text(var text) -> new Json.Text(text);
            case Inline.SoftBreak _ -> Fields.of("softbreak").json();
            case Inline.LineBreak _ -> Fields.of("linebreak").json();
            case Inline.Emphasis(var content) -> enclosed("emphasis", content);
            case Inline.Strong(var content) -> enclosed("strong", content);
            case Inline.Strikethrough(var content) -> enclosed("strikethrough", content);
            case Inline.Code(var text) -> Fields.of("code").text("text", text).json();
            case Inline.Link link ->
                at(
                        Fields.of("link")
                                .put("target", target(link.target()))
                                .text("title", link.title())
                                .list("content", link.content(), this::inline),
                        link.location());
            case Inline.Image(var picture) ->
                Fields.of("image").put("picture", picture(picture)).json();
            case Inline.NoteReference mark ->
                at(
                        Fields.of("note")
                                .text("id", mark.id())
                                .number("number", mark.number())
                                .number("occurrence", mark.occurrence()),
                        mark.location());
            case Inline.Html html -> at(Fields.of("html").text("html", html.html()), html.location());
            case Inline.Shortcode shortcode ->
                at(
                        Fields.of("shortcode")
                                .text("name", shortcode.name())
                                .texts("arguments", shortcode.arguments())
                                .list("body", shortcode.body(), this::inline),
                        shortcode.location());
        };
        depth--;
        return json;
    }

    private Json enclosed(String type, List<Inline> content) {
        return Fields.of(type).list("content", content, this::inline).json();
    }

    private static <T> Json array(List<T> items, Function<T, Json> write) {
        // A loop, because each level of nested blocks costs stack, and a stream costs four times as much.
        List<Json> array = new ArrayList<>(items.size());
        for (T item : items) {
            array.add(write.apply(item));
        }
        return new Json.Array(array);
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
