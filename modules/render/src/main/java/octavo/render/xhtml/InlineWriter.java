package octavo.render.xhtml;

import static octavo.render.xhtml.Markup.escape;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import octavo.model.Direction;
import octavo.model.Inline;
import octavo.model.Picture;
import octavo.model.Target;
import octavo.render.theme.Messages;

/// Running text as XHTML, the part of [XhtmlWriter] below the blocks.
///
/// A link never holds another: inside one, whatever would be a link is written as its words.
final class InlineWriter {
    /// No link leads anywhere and no picture is there.
    static final Presentation NOWHERE = new Presentation() {
        @Override
        public Optional<String> href(Target target) {
            return Optional.empty();
        }

        @Override
        public Optional<Shown> picture(Picture picture) {
            return Optional.empty();
        }
    };

    private final StringBuilder out;
    private final Presentation presentation;
    private final Messages messages;
    private final boolean verbatim;
    private final String codeTag;
    private final boolean wide;
    private boolean insideLink;
    private boolean leadExpected;
    private boolean rawHtmlMet;

    InlineWriter(StringBuilder out, Presentation presentation, Messages messages, boolean verbatim) {
        this.out = out;
        this.presentation = presentation;
        this.messages = messages;
        this.verbatim = verbatim;
        this.codeTag = messages.language().direction() == Direction.RTL ? "<code dir=\"ltr\">" : "<code>";
        this.wide = LineEnds.joins(messages.language());
    }

    /// The next piece of text begins an item of news: where it is a link or strong, it is its lead.
    void expectLead() {
        leadExpected = true;
    }

    boolean rawHtmlMet() {
        return rawHtmlMet;
    }

    void write(List<Inline> inlines) {
        for (int i = 0; i < inlines.size(); i++) {
            Inline inline = inlines.get(i);
            if (inline instanceof Inline.SoftBreak && wide && LineEnds.vanishes(out, inlines, i)) {
                continue;
            }
            write(inline);
            leadExpected = false;
        }
    }

    private void write(Inline inline) {
        switch (inline) {
            case Inline.Text text -> out.append(escape(text.text()));
            case Inline.SoftBreak _ -> out.append('\n');
            case Inline.LineBreak _ -> out.append("<br />\n");
            case Inline.Emphasis emphasis -> enclosed("em", emphasis.content());
            case Inline.Strong strong -> strong(strong);
            case Inline.Strikethrough struck -> enclosed("del", struck.content());
            case Inline.Code code ->
                out.append(codeTag).append(escape(code.text())).append("</code>");
            case Inline.Link link -> link(link);
            case Inline.Image image ->
                picture(image.picture(), presentation.picture(image.picture()), Optional.empty());
            case Inline.NoteReference reference -> noteReference(reference);
            case Inline.Html html -> raw(html.html());
            case Inline.Shortcode shortcode -> write(shortcode.body());
        }
    }

    /// An author's HTML as it stands; the whole fragment has to be sanitised afterwards.
    void raw(String html) {
        out.append(verbatim ? html : RawHtml.contained(OwnMarks.withoutPlaceholders(html)));
        rawHtmlMet = true;
    }

    private void enclosed(String element, List<Inline> content) {
        out.append('<').append(element).append('>');
        write(content);
        out.append("</").append(element).append('>');
    }

    private void strong(Inline.Strong strong) {
        boolean linkLeads = strong.content().size() == 1 && strong.content().getFirst() instanceof Inline.Link;
        out.append(leadExpected && !linkLeads ? "<strong" + OwnMarks.MARK + " class=\"lead\">" : "<strong>");
        leadExpected = leadExpected && linkLeads;
        write(strong.content());
        out.append("</strong>");
    }

    private void link(Inline.Link link) {
        Optional<String> href = href(link.target());
        if (href.isEmpty()) {
            write(link.content());
            return;
        }
        out.append(leadExpected ? "<a class=\"lead\"" : "<a").append(OwnMarks.MARK);
        leadExpected = false;
        presentation
                .linkId(link)
                .ifPresent(id -> out.append(" id=\"").append(escape(id)).append('"'));
        out.append(" href=\"").append(escape(href.get())).append('"');
        link.title().ifPresent(this::title);
        out.append('>');
        insideLink = true;
        if (link.content().isEmpty() && !verbatim) {
            out.append(escape(href.get()));
        } else {
            write(link.content());
        }
        insideLink = false;
        out.append("</a>").append(OwnMarks.marked(presentation.afterLink(link)));
    }

    /// Where a link leads from here, if it may be one at all.
    private Optional<String> href(Target target) {
        return insideLink ? Optional.empty() : presentation.href(target).filter(address -> !Markup.isActive(address));
    }

    private void title(String title) {
        out.append(" title=\"").append(escape(title)).append('"');
    }

    /// A picture, or its words where it cannot be shown; linked where it is to be a link.
    void picture(Picture picture, Optional<Presentation.Shown> shown, Optional<Target> link) {
        Optional<String> href = link.flatMap(this::href);
        if (shown.isEmpty() && href.isEmpty()) {
            String address = picture.source().address();
            href = Markup.isAbsolute(address) ? href(new Target.Web(address)) : href;
        }
        if (shown.isEmpty()) {
            out.append("<span").append(OwnMarks.MARK).append(" class=\"stand-in\">");
        }
        href.ifPresent(address -> out.append("<a")
                .append(OwnMarks.MARK)
                .append(" href=\"")
                .append(escape(address))
                .append("\">"));
        shown.ifPresentOrElse(
                image -> image(picture, image, link.isPresent()), () -> out.append(escape(words(picture))));
        if (href.isPresent()) {
            out.append("</a>");
        }
        if (shown.isEmpty()) {
            out.append("</span>");
        }
    }

    private void image(Picture picture, Presentation.Shown shown, boolean linked) {
        // A link needs words, also where the author gave its picture none.
        String alt = (linked || insideLink) && !verbatim ? words(picture) : picture.alt();
        out.append("<img").append(OwnMarks.MARK).append(" src=\"");
        out.append(escape(shown.src())).append("\" alt=\"").append(escape(alt)).append('"');
        picture.title().ifPresent(this::title);
        if (shown.width() > 0) {
            out.append(" width=\"").append(shown.width()).append('"');
        }
        if (shown.height() > 0) {
            out.append(" height=\"").append(shown.height()).append('"');
        }
        out.append(presentation.pictureAttributes()).append(" />");
    }

    private String words(Picture picture) {
        return picture.alt().isBlank() ? messages.text("picture") : picture.alt();
    }

    private void noteReference(Inline.NoteReference reference) {
        String id = escape(reference.id());
        String ownId = id + "-ref" + (reference.occurrence() == 1 ? "" : "-" + reference.occurrence());
        out.append("<sup").append(OwnMarks.MARK).append(" class=\"note-ref\">");
        if (insideLink) {
            out.append("<span")
                    .append(OwnMarks.MARK)
                    .append(" id=\"")
                    .append(ownId)
                    .append("\">")
                    .append(reference.number());
            out.append("</span></sup>");
        } else {
            out.append("<a").append(OwnMarks.MARK).append(" id=\"").append(ownId);
            out.append("\" href=\"#").append(id).append('"');
            out.append(presentation.noteReferenceAttributes()).append('>');
            out.append(reference.number()).append("</a></sup>");
        }
    }

    /// The text without note marks and pictures, links as their words; raw HTML goes too.
    static List<Inline> withoutApparatus(List<Inline> inlines) {
        return inlines.stream()
                .flatMap(inline -> switch (inline) {
                    case Inline.NoteReference _, Inline.Html _ -> Stream.empty();
                    case Inline.Image image ->
                        Stream.of(new Inline.Text(image.picture().alt()));
                    case Inline.LineBreak _ -> Stream.of(new Inline.SoftBreak());
                    case Inline.Link link -> withoutApparatus(link.content()).stream();
                    case Inline.Shortcode shortcode -> withoutApparatus(shortcode.body()).stream();
                    case Inline.Emphasis e -> Stream.of(new Inline.Emphasis(withoutApparatus(e.content())));
                    case Inline.Strong s -> Stream.of(new Inline.Strong(withoutApparatus(s.content())));
                    case Inline.Strikethrough s -> Stream.of(new Inline.Strikethrough(withoutApparatus(s.content())));
                    case Inline.Text _, Inline.Code _, Inline.SoftBreak _ -> Stream.of(inline);
                })
                .toList();
    }
}
