package octavo.render.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Picture;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.RenderContext;
import octavo.render.Renderer;
import octavo.render.picture.PictureSpec;
import octavo.render.picture.PreparedPicture;
import octavo.render.theme.Messages;
import octavo.render.xhtml.PictureSources;

/// The format `html`: an issue as one file, pictures and style sheet inside, without any script.
public final class HtmlRenderer implements Renderer {
    /// Sharp in a column of 640 CSS pixels on a screen with twice as many.
    private static final int WIDEST = 1280;

    /// What every browser shows in an `img`; a picture inside one runs no script.
    private static final PictureSpec SHOWN_BY_BROWSERS = new PictureSpec(
            Set.of(MediaType.PNG, MediaType.JPEG, MediaType.GIF, MediaType.WEBP, MediaType.SVG),
            WIDEST,
            2 * WIDEST,
            Long.MAX_VALUE,
            PictureSpec.FIDELITY,
            false,
            PictureSpec.Animation.KEEP);

    @Override
    public String format() {
        return "html";
    }

    @Override
    public Scope scope() {
        return Scope.ISSUE;
    }

    @Override
    public void render(Edition edition, RenderContext context, OutputSink sink) throws IOException {
        Issue issue = edition.issues().getFirst();
        Messages messages = context.theme().messages(edition.language());
        Set<Picture.Source> sources = new LinkedHashSet<>(PictureSources.of(issue, messages));
        edition.publication().logo().map(Picture::source).ifPresent(sources::add);
        Map<Picture.Source, PreparedPicture> pictures = context.pictures().prepare(sources, SHOWN_BY_BROWSERS);
        IssuePage page = new IssuePage(edition, issue, messages, new PagePresentation(pictures, messages));
        String html = context.theme().render("web/issue.html", edition.language(), page.data());
        try (OutputStream out = sink.file(edition.fileName(MediaType.HTML.extension()), MediaType.HTML)) {
            out.write(html.getBytes(StandardCharsets.UTF_8));
        }
    }
}
