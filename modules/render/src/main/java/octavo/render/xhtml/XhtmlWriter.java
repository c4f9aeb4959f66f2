package octavo.render.xhtml;

import static octavo.render.xhtml.Markup.escape;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import octavo.model.Block;
import octavo.model.Direction;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.render.theme.Messages;

/// Blocks and inlines as XHTML fragments: the interim form of the PDF, ePub, email and web outputs.
///
/// `Paragraph("a", Strong("b"))` becomes `<p>a<strong>b</strong></p>`. The writer decides elements, classes and ids;
/// what differs between outputs is a [Presentation] handed to it. Every fragment is well-formed XML; raw HTML in the
/// input is sanitised, and an address that would run a program is no link.
///
/// Classes that style sheets can count on: `call-to-action` (a paragraph that is one strong link), `news` (a list whose
/// items begin with a name) and `lead` (such a name), `tasks` and `task`, `callout` with `callout-title`,
/// `table-scroll`, `align-left|center|right`, `unavailable` and `stand-in` (where a picture cannot be shown),
/// `figure-title`, `note-ref`, `footnotes`, `footnote`, `footnote-number`.
///
/// Nesting is written by recursion: a thousand levels are no problem, and no reader makes that many.
public final class XhtmlWriter {
    private final Presentation presentation;
    private final Messages messages;
    private final boolean verbatim;
    private final boolean rightToLeft;
    private final StringBuilder out = new StringBuilder();
    private final InlineWriter inline;

    private XhtmlWriter(Presentation presentation, Messages messages, boolean verbatim) {
        this.presentation = presentation;
        this.messages = messages;
        this.verbatim = verbatim;
        this.rightToLeft = messages.language().direction() == Direction.RTL;
        this.inline = new InlineWriter(out, presentation, messages, verbatim);
    }

    /// Blocks as a fragment, one element a line.
    public static String blocks(List<Block> blocks, Presentation presentation, Messages messages) {
        XhtmlWriter writer = new XhtmlWriter(presentation, messages, false);
        blocks.forEach(writer::block);
        return writer.finished();
    }

    /// Blocks exactly as the CommonMark specification writes them: raw HTML unchanged (so that the fragment need not be
    /// well formed), nothing added for design or accessibility. For the specification's test only.
    public static String verbatim(List<Block> blocks, Presentation presentation, Messages messages) {
        XhtmlWriter writer = new XhtmlWriter(presentation, messages, true);
        blocks.forEach(writer::block);
        return OwnMarks.removed(writer.out);
    }

    /// Running text as a fragment.
    public static String inlines(List<Inline> inlines, Presentation presentation, Messages messages) {
        XhtmlWriter writer = new XhtmlWriter(presentation, messages, false);
        writer.inline.write(inlines);
        return writer.finished();
    }

    /// Running text for a table of contents: emphasis and code stay; links, note marks and pictures do not, so that it
    /// can stand inside a link and holds no id a second time.
    public static String label(List<Inline> inlines, Messages messages) {
        XhtmlWriter writer = new XhtmlWriter(InlineWriter.NOWHERE, messages, false);
        writer.inline.write(InlineWriter.withoutApparatus(inlines));
        return writer.finished().strip();
    }

    /// Footnotes as a list at the end of an issue, empty where there are none.
    public static String footnotes(List<Footnote> notes, Presentation presentation, Messages messages) {
        if (notes.isEmpty()) {
            return "";
        }
        XhtmlWriter writer = new XhtmlWriter(presentation, messages, false);
        writer.out.append("<div").append(OwnMarks.MARK).append(" class=\"footnotes\">\n<ol>\n");
        notes.forEach(writer::footnote);
        writer.out.append("</ol>\n</div>\n");
        return writer.finished();
    }

    private String finished() {
        return inline.rawHtmlMet()
                ? Sanitizer.clean(OwnMarks.sealed(out), presentation, messages)
                : OwnMarks.removed(out);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.BulletList list -> items("ul", "", list.items(), list.tight());
            case Block.OrderedList list ->
                items("ol", list.start() == 1 ? "" : " start=\"" + list.start() + "\"", list.items(), list.tight());
            case Block.Quote quote -> enclosed("blockquote", "", quote.body());
            case Block.Callout callout -> callout(callout);
            case Block.CodeBlock code -> code(code);
            case Block.Table table -> table(table);
            case Block.Figure figure -> figure(figure);
            case Block.Rule _ -> out.append("<hr />\n");
            case Block.Html html -> {
                inline.raw(html.html());
                out.append('\n');
            }
            case Block.Shortcode shortcode -> shortcode.body().forEach(this::block);
        }
    }

    private void heading(Block.Heading heading) {
        out.append("<h").append(heading.level());
        if (!heading.id().isEmpty()) {
            out.append(OwnMarks.MARK)
                    .append(" id=\"")
                    .append(escape(heading.id()))
                    .append('"');
        }
        out.append('>');
        inline.write(heading.content());
        out.append("</h").append(heading.level()).append(">\n");
    }

    private void paragraph(Block.Paragraph paragraph) {
        boolean action = !verbatim && CallToAction.is(paragraph);
        out.append(action ? "<p" + OwnMarks.MARK + " class=\"call-to-action\">" : "<p>");
        inline.write(paragraph.content());
        out.append("</p>\n");
    }

    private void enclosed(String element, String attributes, List<Block> body) {
        out.append('<').append(element).append(attributes).append(">\n");
        body.forEach(this::block);
        out.append("</").append(element).append(">\n");
    }

    private void items(String element, String attributes, List<Block.Item> items, boolean tight) {
        boolean news = !verbatim && News.is(items);
        boolean tasks = items.stream().anyMatch(item -> item.done().isPresent());
        String classes = (news ? "news" : "") + (news && tasks ? " " : "") + (tasks ? "tasks" : "");
        out.append('<').append(element).append(attributes);
        out.append(classes.isEmpty() ? ">\n" : OwnMarks.MARK + " class=\"" + classes + "\">\n");
        items.forEach(item -> item(item, tight, news));
        out.append("</").append(element).append(">\n");
    }

    private void item(Block.Item item, boolean tight, boolean news) {
        out.append("<li>");
        item.done().ifPresent(done -> {
            String state = messages.text(done ? "task.done" : "task.open");
            out.append("<span")
                    .append(OwnMarks.MARK)
                    .append(" class=\"task\" role=\"img\" aria-label=\"")
                    .append(escape(state))
                    .append("\">");
            out.append(done ? "☑" : "☐").append("</span> ");
        });
        if (news && News.hasLead(item)) {
            inline.expectLead();
        }
        boolean lineOpen = true;
        for (Block block : item.body()) {
            if (tight && block instanceof Block.Paragraph paragraph) {
                if (!lineOpen) {
                    out.append('\n');
                }
                inline.write(paragraph.content());
                lineOpen = false;
            } else {
                if (out.charAt(out.length() - 1) != '\n') {
                    out.append('\n');
                }
                block(block);
                lineOpen = true;
            }
        }
        out.append("</li>\n");
    }

    private void callout(Block.Callout callout) {
        String kind = callout.kind().name().toLowerCase(Locale.ROOT);
        out.append("<aside").append(OwnMarks.MARK).append(" class=\"callout ").append(kind);
        out.append("\" role=\"note\">\n<p").append(OwnMarks.MARK).append(" class=\"callout-title\">");
        if (callout.title().isEmpty()) {
            out.append(escape(messages.text("callout." + kind)));
        } else {
            inline.write(callout.title());
        }
        out.append("</p>\n");
        callout.body().forEach(this::block);
        out.append("</aside>\n");
    }

    private void code(Block.CodeBlock code) {
        out.append(rightToLeft ? "<pre dir=\"ltr\"><code" : "<pre><code");
        if (!code.language().isEmpty()) {
            out.append(OwnMarks.MARK)
                    .append(" class=\"language-")
                    .append(escape(code.language()))
                    .append('"');
        }
        out.append('>').append(escape(code.code())).append("</code></pre>\n");
    }

    private void table(Block.Table table) {
        out.append("<div")
                .append(OwnMarks.MARK)
                .append(" class=\"table-scroll\"")
                .append(presentation.tableAttributes(table))
                .append(">\n<table>\n<thead>\n<tr>\n");
        for (int i = 0; i < table.header().size(); i++) {
            List<Inline> content = table.header().get(i);
            // A head without words is no head to anybody who hears it read.
            boolean head = !content.isEmpty();
            cell(head ? "th" : "td", head ? " scope=\"col\"" : "", alignment(table, i), content);
        }
        out.append("</tr>\n</thead>\n");
        if (!table.rows().isEmpty()) {
            out.append("<tbody>\n");
            for (List<List<Inline>> row : table.rows()) {
                out.append("<tr>\n");
                for (int i = 0; i < row.size(); i++) {
                    cell("td", "", alignment(table, i), row.get(i));
                }
                out.append("</tr>\n");
            }
            out.append("</tbody>\n");
        }
        out.append("</table>\n</div>\n");
    }

    private static Block.Table.Alignment alignment(Block.Table table, int column) {
        return column < table.alignments().size() ? table.alignments().get(column) : Block.Table.Alignment.NONE;
    }

    private void cell(String element, String attributes, Block.Table.Alignment alignment, List<Inline> content) {
        out.append('<').append(element).append(attributes);
        if (alignment != Block.Table.Alignment.NONE) {
            out.append(OwnMarks.MARK)
                    .append(" class=\"align-")
                    .append(alignment.name().toLowerCase(Locale.ROOT))
                    .append('"');
        }
        out.append('>');
        inline.write(content);
        out.append("</").append(element).append(">\n");
    }

    private void figure(Block.Figure figure) {
        Optional<Presentation.Shown> shown = presentation.picture(figure.picture());
        out.append(shown.isPresent() ? "<figure>\n" : "<figure" + OwnMarks.MARK + " class=\"unavailable\">\n");
        if (!figure.title().isEmpty()) {
            out.append("<p").append(OwnMarks.MARK).append(" class=\"figure-title\">");
            inline.write(figure.title());
            out.append("</p>\n");
        }
        inline.picture(figure.picture(), shown, figure.link());
        out.append('\n');
        if (!figure.caption().isEmpty()) {
            out.append("<figcaption>");
            inline.write(figure.caption());
            out.append("</figcaption>\n");
        }
        out.append("</figure>\n");
    }

    /// The way back stands first, where readers that show notes in a window want it.
    private void footnote(Footnote note) {
        String id = escape(note.id());
        String label =
                messages.text("note-number", String.valueOf(note.number())) + ". " + messages.text("back-to-text");
        out.append("<li>\n<aside").append(OwnMarks.MARK).append(" class=\"footnote\"");
        out.append(" id=\"").append(id).append('"');
        out.append(presentation.noteAttributes()).append(">\n");
        out.append("<p").append(OwnMarks.MARK).append(" class=\"footnote-number\"><a");
        out.append(OwnMarks.MARK);
        out.append(" href=\"#").append(id).append("-ref\" role=\"doc-backlink\" aria-label=\"");
        out.append(escape(label)).append("\">").append(note.number()).append("</a></p>\n");
        note.body().forEach(this::block);
        out.append("</aside>\n</li>\n");
    }
}
