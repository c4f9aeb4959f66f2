package octavo.pdf;

import static octavo.render.xhtml.Markup.escape;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import octavo.model.Inline;
import octavo.model.Picture;
import octavo.model.PlainText;
import octavo.model.Target;
import octavo.render.xhtml.Presentation;

/// Links and pictures on paper: a link to the web carries the number of a note with its address, a link
/// inside the document the page that it leads to.
final class PrintPresentation implements Presentation {
    private static final Set<String> REFUSED = Set.of("javascript", "vbscript", "data", "file");

    private final PrintPictures pictures;
    private final PrintNotes notes;
    private final String arrow;

    /// @param arrow points in the direction of reading
    PrintPresentation(PrintPictures pictures, PrintNotes notes, String arrow) {
        this.pictures = pictures;
        this.notes = notes;
        this.arrow = arrow;
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
            case Target.Internal internal ->
                "<a class=\"page-mark\" href=\"#" + escape(internal.anchor()) + "\">" + "\u00a0" + arrow + "\u00a0</a>";
            case Target.Written _, Target.Dead _ -> "";
        };
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
