package octavo.reader;

import java.util.List;
import octavo.model.Block;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.Picture;
import octavo.model.Target;

/// The model as indented lines, for reading and comparing in tests.
final class ModelDump {
    private final StringBuilder out = new StringBuilder();

    private ModelDump() {}

    static String of(Issue issue) {
        ModelDump dump = new ModelDump();
        dump.line(0, "title " + issue.title());
        dump.line(0, "id " + issue.id() + ", " + issue.language());
        issue.date().ifPresent(date -> dump.line(0, "date " + date));
        issue.modified().ifPresent(instant -> dump.line(0, "modified " + instant));
        issue.covers().ifPresent(month -> dump.line(0, "covers " + month));
        issue.summary().ifPresent(summary -> dump.line(0, "summary " + summary));
        issue.address().ifPresent(address -> dump.line(0, "address " + address));
        issue.cover().ifPresent(cover -> dump.line(0, "cover " + picture(cover)));
        dump.list("authors", issue.authors());
        dump.list(
                "contributors",
                issue.contributors().stream()
                        .map(one -> one.name() + " " + one.role())
                        .toList());
        dump.list("categories", issue.categories());
        dump.list("tags", issue.tags());
        dump.list("aliases", issue.aliases());
        if (issue.draft()) {
            dump.line(0, "draft");
        }
        dump.line(0, "");
        issue.body().forEach(block -> dump.block(0, block));
        issue.footnotes().forEach(dump::footnote);
        return dump.out.toString();
    }

    static String of(List<Block> blocks) {
        ModelDump dump = new ModelDump();
        blocks.forEach(block -> dump.block(0, block));
        return dump.out.toString();
    }

    private void list(String name, List<String> values) {
        if (!values.isEmpty()) {
            line(0, name + " " + String.join(" | ", values));
        }
    }

    private void line(int indent, String text) {
        out.append("  ".repeat(indent)).append(text.replace("\n", "\\n")).append('\n');
    }

    private void footnote(Footnote note) {
        line(0, "footnote " + note.number() + " #" + note.id());
        note.body().forEach(block -> block(1, block));
    }

    private void block(int indent, Block block) {
        String at = " @" + block.location().line() + ":" + block.location().column();
        switch (block) {
            case Block.Heading h -> line(indent, "h" + h.level() + " #" + h.id() + " " + text(h.content()) + at);
            case Block.Paragraph p -> line(indent, "p " + text(p.content()) + at);
            case Block.BulletList list -> items(indent, "ul" + (list.tight() ? "" : " loose") + at, list.items());
            case Block.OrderedList list ->
                items(indent, "ol " + list.start() + (list.tight() ? "" : " loose") + at, list.items());
            case Block.Quote quote -> nested(indent, "quote" + at, quote.body());
            case Block.Callout c -> nested(indent, "callout " + c.kind() + " " + text(c.title()) + at, c.body());
            case Block.CodeBlock code -> line(indent, "code [" + code.info() + "] " + code.code() + at);
            case Block.Table table -> {
                line(indent, "table " + table.alignments() + at);
                line(indent + 1, cells(table.header()));
                table.rows().forEach(row -> line(indent + 1, cells(row)));
            }
            case Block.Figure f -> {
                line(indent, "figure " + picture(f.picture()) + at);
                if (!f.title().isEmpty()) {
                    line(indent + 1, "title " + text(f.title()));
                }
                if (!f.caption().isEmpty()) {
                    line(indent + 1, "caption " + text(f.caption()));
                }
                f.link().ifPresent(link -> line(indent + 1, "link " + target(link)));
            }
            case Block.Rule _ -> line(indent, "rule" + at);
            case Block.Html html -> line(indent, "html " + html.html() + at);
            case Block.Shortcode s -> nested(indent, "shortcode " + s.name() + " " + s.arguments() + at, s.body());
        }
    }

    private static String cells(List<List<Inline>> cells) {
        return String.join(" | ", cells.stream().map(ModelDump::text).toList());
    }

    private void items(int indent, String head, List<Block.Item> items) {
        line(indent, head);
        for (Block.Item item : items) {
            line(
                    indent + 1,
                    "li" + item.done().map(done -> done ? " [x]" : " [ ]").orElse(""));
            item.body().forEach(block -> block(indent + 2, block));
        }
    }

    private void nested(int indent, String head, List<Block> body) {
        line(indent, head);
        body.forEach(block -> block(indent + 1, block));
    }

    static String text(List<Inline> inlines) {
        StringBuilder text = new StringBuilder();
        inlines.forEach(inline -> text.append(inline(inline)));
        return text.toString();
    }

    private static String inline(Inline inline) {
        return switch (inline) {
            case Inline.Text(String text) -> text;
            case Inline.SoftBreak _ -> "⏎";
            case Inline.LineBreak _ -> "⏎⏎";
            case Inline.Emphasis(List<Inline> content) -> "em(" + text(content) + ")";
            case Inline.Strong(List<Inline> content) -> "strong(" + text(content) + ")";
            case Inline.Strikethrough(List<Inline> content) -> "del(" + text(content) + ")";
            case Inline.Code(String code) -> "code(" + code + ")";
            case Inline.Link l ->
                "a<" + target(l.target()) + l.title().map(t -> " '" + t + "'").orElse("") + ">(" + text(l.content())
                        + ")";
            case Inline.Image(Picture picture) -> "img(" + picture(picture) + ")";
            case Inline.NoteReference r -> "^" + r.number() + (r.occurrence() > 1 ? "." + r.occurrence() : "");
            case Inline.Html html -> "html(" + html.html() + ")";
            case Inline.Shortcode s -> "shortcode " + s.name() + s.arguments() + "(" + text(s.body()) + ")";
        };
    }

    private static String target(Target target) {
        return switch (target) {
            case Target.Written(String href) -> href;
            case Target.Web(String address) -> "web " + address;
            case Target.Internal(String anchor) -> "internal " + anchor;
            case Target.Dead(String href) -> "dead " + href;
        };
    }

    private static String picture(Picture picture) {
        String source = switch (picture.source()) {
            case Picture.Source.Local(String path, String address) -> path + " at " + address;
            case Picture.Source.Remote(String address) -> "remote " + address;
            case Picture.Source.Missing(String address) -> "missing " + address;
        };
        String size = (picture.width().isPresent() ? " width " + picture.width().getAsInt() : "")
                + (picture.height().isPresent() ? " height " + picture.height().getAsInt() : "");
        return source + " [" + picture.alt() + "]"
                + picture.title().map(t -> " '" + t + "'").orElse("") + size;
    }
}
