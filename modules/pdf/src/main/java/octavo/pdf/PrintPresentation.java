package octavo.pdf;

import static octavo.render.xhtml.Markup.escape;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import octavo.model.Inline;
import octavo.model.Picture;
import octavo.model.PlainText;
import octavo.model.Target;
import octavo.render.theme.Messages;
import octavo.render.xhtml.IndexMarks;
import octavo.render.xhtml.Presentation;

/// Links and pictures on paper: a link to the web carries the number of a note with its address, a link
/// inside the document the page that it leads to.
final class PrintPresentation implements Presentation {
    private static final Set<String> REFUSED = Set.of("javascript", "vbscript", "data", "file");

    /// Stands for a page number that is known only when the pages are made.
    private static final String NUMBER = "\uFFFC";

    private final PrintPictures pictures;
    private final PrintNotes notes;
    private final IndexMarks marks;
    private final Messages messages;

    PrintPresentation(PrintPictures pictures, PrintNotes notes, IndexMarks marks, Messages messages) {
        this.pictures = pictures;
        this.notes = notes;
        this.marks = marks;
        this.messages = messages;
    }

    @Override
    public Optional<String> linkId(Inline.Link link) {
        return marks.id(link);
    }

    @Override
    public Optional<String> href(Target target) {
        return switch (target) {
            case Target.Web web -> Optional.of(web.address()).filter(PrintPresentation::isHarmless);
            case Target.Internal internal -> Optional.of("#" + internal.anchor());
            case Target.Written written -> Optional.of(written.href()).filter(PrintPresentation::isHarmless);
            case Target.Dead _ -> Optional.empty();
        };
    }

    @Override
    public Optional<Shown> picture(Picture picture) {
        return pictures.shown(picture);
    }

    @Override
    public String afterLink(Inline.Link link) {
        return switch (link.target()) {
            case Target.Web web -> speaksForItself(link, web.address()) ? "" : mark(web.address());
            case Target.Internal internal -> pageMark(internal.anchor());
            case Target.Written _, Target.Dead _ -> "";
        };
    }

    /// "(page 14)": the style sheet puts the number where the words of the language have theirs.
    private String pageMark(String anchor) {
        String words = messages.text("see-page", NUMBER);
        int at = words.indexOf(NUMBER);
        return "<span class=\"page-mark\">\u00a0(" + escape(words.substring(0, at)) + "<a href=\"#" + escape(anchor)
                + "\"></a>" + escape(words.substring(at + NUMBER.length())) + ")</span>";
    }

    /// Whether a reader's viewer may be sent there: not to a script, nor to a file of the reader's machine.
    private static boolean isHarmless(String address) {
        int colon = address.indexOf(':');
        return colon < 0
                || !REFUSED.contains(address.substring(0, colon).strip().toLowerCase(Locale.ROOT));
    }

    private String mark(String address) {
        return "<a class=\"link-mark\">" + notes.number(address) + "</a>";
    }

    /// Whether the link's words are its address already.
    private static boolean speaksForItself(Inline.Link link, String address) {
        String text = PlainText.of(link.content());
        return text.equals(address) || PrintNotes.shown(text).equals(PrintNotes.shown(address));
    }
}
