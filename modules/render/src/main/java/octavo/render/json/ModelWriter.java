package octavo.render.json;

import java.util.List;
import java.util.Locale;
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
        JsonFields fields = new JsonFields()
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
        return new JsonFields()
                .text("name", contributor.name())
                .text("role", contributor.role().name().toLowerCase(Locale.ROOT))
                .json();
    }

    private static Json translation(Issue.Translation translation) {
        return new JsonFields()
                .text("language", translation.language().tag())
                .text("title", translation.title())
                .text("address", translation.address())
                .json();
    }

    private Json footnote(Footnote note) {
        return at(
                new JsonFields()
                        .text("id", note.id())
                        .number("number", note.number())
                        .list("body", note.body(), this::block),
                note.location());
    }

    private Json at(JsonFields fields, Location location) {
        return fields.text("at", LocationText.within(origin, location)).json();
    }

    private Json block(Block block) {
        enter(block.location());
        JsonFields fields = switch (block) {
            case Block.Heading heading ->
                JsonFields.of("heading")
                        .number("level", heading.level())
                        .text("id", heading.id())
                        .list("content", heading.content(), this::inline);
            case Block.Paragraph paragraph ->
                JsonFields.of("paragraph").list("content", paragraph.content(), this::inline);
            case Block.BulletList list ->
                JsonFields.of("bullets").truth("tight", list.tight()).list("items", list.items(), this::item);
            case Block.OrderedList list ->
                JsonFields.of("numbers")
                        .number("start", list.start())
                        .truth("tight", list.tight())
                        .list("items", list.items(), this::item);
            case Block.Quote quote -> JsonFields.of("quote").list("body", quote.body(), this::block);
            case Block.Callout callout ->
                JsonFields.of("callout")
                        .text("kind", word(callout.kind()))
                        .list("title", callout.title(), this::inline)
                        .list("body", callout.body(), this::block);
            case Block.CodeBlock code ->
                JsonFields.of("code").text("info", code.info()).text("code", code.code());
            case Block.Table table ->
                JsonFields.of("table")
                        .list("alignments", table.alignments(), column -> new Json.Text(word(column)))
                        .list("header", table.header(), this::inlines)
                        .list("rows", table.rows(), row -> JsonFields.array(row, this::inlines));
            case Block.Figure figure -> figure(figure);
            case Block.Rule _ -> JsonFields.of("rule");
            case Block.Html html -> JsonFields.of("html").text("html", html.html());
            case Block.Shortcode shortcode ->
                JsonFields.of("shortcode")
                        .text("name", shortcode.name())
                        .texts("arguments", shortcode.arguments())
                        .list("body", shortcode.body(), this::block);
        };
        depth--;
        return at(fields, block.location());
    }

    private Json item(Block.Item item) {
        enter(item.location());
        JsonFields fields = new JsonFields();
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

    private JsonFields figure(Block.Figure figure) {
        JsonFields fields = JsonFields.of("figure")
                .put("picture", picture(figure.picture()))
                .list("title", figure.title(), this::inline)
                .list("caption", figure.caption(), this::inline);
        figure.link().ifPresent(link -> fields.put("link", target(link)));
        return fields;
    }

    private Json picture(Picture picture) {
        Json source = switch (picture.source()) {
            case Picture.Source.Local(var path, var address) ->
                new JsonFields().text("local", path).text("address", address).json();
            case Picture.Source.Remote(var address) ->
                new JsonFields().text("remote", address).json();
            case Picture.Source.Missing(var address) ->
                new JsonFields().text("missing", address).json();
        };
        return at(
                new JsonFields()
                        .put("source", source)
                        .text("alt", picture.alt())
                        .text("title", picture.title())
                        .number("width", picture.width())
                        .number("height", picture.height()),
                picture.location());
    }

    private static Json target(Target target) {
        return switch (target) {
            case Target.Written(var href) ->
                new JsonFields().text("written", href).json();
            case Target.Web(var address) ->
                new JsonFields().text("web", address).json();
            case Target.Internal(var anchor) ->
                new JsonFields().text("internal", anchor).json();
            case Target.Dead(var href) -> new JsonFields().text("dead", href).json();
        };
    }

    private Json inlines(List<Inline> inlines) {
        return JsonFields.array(inlines, this::inline);
    }

    private Json inline(Inline inline) {
        enter(origin);
        Json json = switch (inline) {
            case Inline.Text(var text) -> new Json.Text(text);
            case Inline.SoftBreak _ -> JsonFields.of("softbreak").json();
            case Inline.LineBreak _ -> JsonFields.of("linebreak").json();
            case Inline.Emphasis(var content) -> enclosed("emphasis", content);
            case Inline.Strong(var content) -> enclosed("strong", content);
            case Inline.Strikethrough(var content) -> enclosed("strikethrough", content);
            case Inline.Code(var text) ->
                JsonFields.of("code").text("text", text).json();
            case Inline.Link link ->
                at(
                        JsonFields.of("link")
                                .put("target", target(link.target()))
                                .text("title", link.title())
                                .list("content", link.content(), this::inline),
                        link.location());
            case Inline.Image(var picture) ->
                JsonFields.of("image").put("picture", picture(picture)).json();
            case Inline.NoteReference mark ->
                at(
                        JsonFields.of("note")
                                .text("id", mark.id())
                                .number("number", mark.number())
                                .number("occurrence", mark.occurrence()),
                        mark.location());
            case Inline.Html html -> at(JsonFields.of("html").text("html", html.html()), html.location());
            case Inline.Shortcode shortcode ->
                at(
                        JsonFields.of("shortcode")
                                .text("name", shortcode.name())
                                .texts("arguments", shortcode.arguments())
                                .list("body", shortcode.body(), this::inline),
                        shortcode.location());
        };
        depth--;
        return json;
    }

    private Json enclosed(String type, List<Inline> content) {
        return JsonFields.of(type).list("content", content, this::inline).json();
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
