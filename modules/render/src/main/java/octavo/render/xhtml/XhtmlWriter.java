package octavo.render.xhtml;

import static octavo.render.xhtml.Markup.escape;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import octavo.model.Block;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Picture;
import octavo.model.Target;
import octavo.render.theme.Messages;

/// Blocks and inlines as XHTML fragments: the interim form of the PDF, ePub, email and web outputs.
///
/// `Paragraph("a", Strong("b"))` becomes `<p>a<strong>b</strong></p>`. The writer decides elements, classes and ids;
/// what differs between outputs is a [Presentation] handed to it.
public final class XhtmlWriter {
    private final Presentation presentation;
    private final Messages messages;
    private final StringBuilder out = new StringBuilder();

    private XhtmlWriter(Presentation presentation, Messages messages) {
        this.presentation = presentation;
        this.messages = messages;
    }

    /// Blocks as a fragment, one element a line. Raw HTML in them stands as it is: see [Sanitizer].
    public static String blocks(List<Block> blocks, Presentation presentation, Messages messages) {
        XhtmlWriter writer = new XhtmlWriter(presentation, messages);
        blocks.forEach(writer::block);
        return writer.out.toString();
    }

    /// Running text as a fragment.
    public static String inlines(List<Inline> inlines, Presentation presentation, Messages messages) {
        XhtmlWriter writer = new XhtmlWriter(presentation, messages);
        writer.inlines(inlines);
        return writer.out.toString();
    }

    /// Footnotes as a list at the end of an issue, empty where there are none.
    public static String footnotes(List<Footnote> notes, Presentation presentation, Messages messages) {
        XhtmlWriter writer = new XhtmlWriter(presentation, messages);
        notes.forEach(writer::footnote);
        return writer.out.toString();
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
            case Block.Html html -> out.append(html.html()).append('\n');
            case Block.Shortcode shortcode -> shortcode.body().forEach(this::block);
        }
    }

    private void heading(Block.Heading heading) {
        out.append("<h").append(heading.level());
        if (!heading.id().isEmpty()) {
            out.append(" id=\"").append(escape(heading.id())).append('"');
        }
        out.append('>');
        inlines(heading.content());
        out.append("</h").append(heading.level()).append(">\n");
    }

    private void paragraph(Block.Paragraph paragraph) {
        out.append("<p>");
        inlines(paragraph.content());
        out.append("</p>\n");
    }

    private void enclosed(String element, String attributes, List<Block> body) {
        out.append('<').append(element).append(attributes).append(">\n");
        body.forEach(this::block);
        out.append("</").append(element).append(">\n");
    }

    private void items(String element, String attributes, List<Block.Item> items, boolean tight) {
        boolean tasks = items.stream().anyMatch(item -> item.done().isPresent());
        out.append('<').append(element).append(attributes).append(tasks ? " class=\"tasks\">\n" : ">\n");
        items.forEach(item -> item(item, tight));
        out.append("</").append(element).append(">\n");
    }

    private void item(Block.Item item, boolean tight) {
        out.append("<li>");
        item.done().ifPresent(done -> {
            String state = messages.text(done ? "task.done" : "task.open");
            out.append("<span class=\"task\" role=\"img\" aria-label=\"")
                    .append(escape(state))
                    .append("\">");
            out.append(done ? "☑" : "☐").append("</span> ");
        });
        boolean lineOpen = true;
        for (Block block : item.body()) {
            if (tight && block instanceof Block.Paragraph paragraph) {
                if (!lineOpen) {
                    out.append('\n');
                }
                inlines(paragraph.content());
                lineOpen = false;
            } else {
                if (lineOpen || out.charAt(out.length() - 1) != '\n') {
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
        out.append("<aside class=\"callout ").append(kind).append("\" role=\"note\">\n<p class=\"callout-title\">");
        if (callout.title().isEmpty()) {
            out.append(escape(messages.text("callout." + kind)));
        } else {
            inlines(callout.title());
        }
        out.append("</p>\n");
        callout.body().forEach(this::block);
        out.append("</aside>\n");
    }

    private void code(Block.CodeBlock code) {
        out.append("<pre><code");
        if (!code.language().isEmpty()) {
            out.append(" class=\"language-").append(escape(code.language())).append('"');
        }
        out.append('>').append(escape(code.code())).append("</code></pre>\n");
    }

    private void table(Block.Table table) {
        out.append("<table>\n<thead>\n<tr>\n");
        for (int i = 0; i < table.header().size(); i++) {
            cell(
                    "th",
                    " scope=\"col\"",
                    table.alignments().get(i),
                    table.header().get(i));
        }
        out.append("</tr>\n</thead>\n");
        if (!table.rows().isEmpty()) {
            out.append("<tbody>\n");
            for (List<List<Inline>> row : table.rows()) {
                out.append("<tr>\n");
                for (int i = 0; i < row.size(); i++) {
                    cell("td", "", table.alignments().get(i), row.get(i));
                }
                out.append("</tr>\n");
            }
            out.append("</tbody>\n");
        }
        out.append("</table>\n");
    }

    private void cell(String element, String attributes, Block.Table.Alignment alignment, List<Inline> content) {
        out.append('<').append(element).append(attributes);
        if (alignment != Block.Table.Alignment.NONE) {
            out.append(" class=\"align-")
                    .append(alignment.name().toLowerCase(Locale.ROOT))
                    .append('"');
        }
        out.append('>');
        inlines(content);
        out.append("</").append(element).append(">\n");
    }

    private void figure(Block.Figure figure) {
        Optional<Presentation.Shown> shown = presentation.picture(figure.picture());
        out.append(shown.isPresent() ? "<figure>\n" : "<figure class=\"unavailable\">\n");
        if (!figure.title().isEmpty()) {
            out.append("<p class=\"figure-title\">");
            inlines(figure.title());
            out.append("</p>\n");
        }
        Optional<String> href = figure.link().flatMap(presentation::href);
        href.ifPresent(
                address -> out.append("<a href=\"").append(escape(address)).append("\">"));
        shown.ifPresentOrElse(image -> image(figure.picture(), image), () -> standIn(figure.picture(), href.isEmpty()));
        out.append(href.isPresent() ? "</a>\n" : "\n");
        if (!figure.caption().isEmpty()) {
            out.append("<figcaption>");
            inlines(figure.caption());
            out.append("</figcaption>\n");
        }
        out.append("</figure>\n");
    }

    private void footnote(Footnote note) {
        String id = escape(note.id());
        out.append("<aside class=\"footnote\" id=\"").append(id).append('"');
        out.append(presentation.noteAttributes()).append(">\n");
        out.append("<p class=\"footnote-number\"><a href=\"#").append(id).append("-ref\" role=\"doc-backlink\">");
        out.append(note.number()).append("</a></p>\n");
        note.body().forEach(this::block);
        out.append("</aside>\n");
    }

    private void inlines(List<Inline> inlines) {
        inlines.forEach(this::inline);
    }

    private void inline(Inline inline) {
        switch (inline) {
            case Inline.Text text -> out.append(escape(text.text()));
            case Inline.SoftBreak _ -> out.append('\n');
            case Inline.LineBreak _ -> out.append("<br />\n");
            case Inline.Emphasis emphasis -> enclosed("em", emphasis.content());
            case Inline.Strong strong -> enclosed("strong", strong.content());
            case Inline.Strikethrough struck -> enclosed("del", struck.content());
            case Inline.Code code ->
                out.append("<code>").append(escape(code.text())).append("</code>");
            case Inline.Link link -> link(link);
            case Inline.Image image ->
                presentation
                        .picture(image.picture())
                        .ifPresentOrElse(shown -> image(image.picture(), shown), () -> standIn(image.picture(), true));
            case Inline.NoteReference reference -> noteReference(reference);
            case Inline.Html html -> out.append(html.html());
            case Inline.Shortcode shortcode -> inlines(shortcode.body());
        }
    }

    private void enclosed(String element, List<Inline> content) {
        out.append('<').append(element).append('>');
        inlines(content);
        out.append("</").append(element).append('>');
    }

    private void link(Inline.Link link) {
        Optional<String> href = presentation.href(link.target());
        href.ifPresent(address -> {
            out.append("<a href=\"").append(escape(address)).append('"');
            link.title().ifPresent(this::title);
            out.append('>');
        });
        inlines(link.content());
        if (href.isPresent()) {
            out.append("</a>").append(presentation.afterLink(link));
        }
    }

    private void title(String title) {
        out.append(" title=\"").append(escape(title)).append('"');
    }

    private void image(Picture picture, Presentation.Shown shown) {
        out.append("<img src=\"")
                .append(escape(shown.src()))
                .append("\" alt=\"")
                .append(escape(picture.alt()));
        out.append('"');
        picture.title().ifPresent(this::title);
        if (shown.width() > 0) {
            out.append(" width=\"").append(shown.width()).append('"');
        }
        if (shown.height() > 0) {
            out.append(" height=\"").append(shown.height()).append('"');
        }
        out.append(" />");
    }

    /// Words where a picture cannot be shown: what it shows, linked to where it can be seen.
    private void standIn(Picture picture, boolean linked) {
        String words = picture.alt().isBlank() ? messages.text("picture") : picture.alt();
        Optional<String> href =
                linked ? presentation.href(new Target.Web(picture.source().address())) : Optional.empty();
        out.append("<span class=\"stand-in\">");
        href.ifPresent(
                address -> out.append("<a href=\"").append(escape(address)).append("\">"));
        out.append(escape(words)).append(href.isPresent() ? "</a></span>" : "</span>");
    }

    private void noteReference(Inline.NoteReference reference) {
        String id = escape(reference.id());
        String occurrence = reference.occurrence() == 1 ? "" : "-" + reference.occurrence();
        out.append("<sup class=\"note-ref\"><a id=\"").append(id).append("-ref").append(occurrence);
        out.append("\" href=\"#")
                .append(id)
                .append('"')
                .append(presentation.noteReferenceAttributes())
                .append('>');
        out.append(reference.number()).append("</a></sup>");
    }
}
