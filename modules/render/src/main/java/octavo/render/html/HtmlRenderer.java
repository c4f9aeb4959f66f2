package octavo.render.html;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import octavo.model.Edition;
import octavo.model.Picture;
import octavo.render.MediaType;
import octavo.render.OutputSink;
import octavo.render.RenderContext;
import octavo.render.Renderer;
import octavo.render.picture.PreparedPicture;
import octavo.render.theme.Messages;

/// The format `html`: an issue as one file, pictures and style sheet inside, without any script.
public final class HtmlRenderer implements Renderer {
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
        Messages messages = context.theme().messages(edition.language());
        Map<Picture.Source, PreparedPicture> pictures =
                context.pictures().prepare(IssuePage.pictures(edition, messages), IssuePage.PICTURES);
        PagePresentation presentation = new PagePresentation(
                UnaryOperator.identity(),
                source -> pictures.get(source) instanceof PreparedPicture.Ready ready
                        ? Optional.of(PagePresentation.Placed.inside(ready))
                        : Optional.empty(),
                "",
                messages);
        IssuePage page = new IssuePage(edition, messages, presentation);
        String html = context.theme().render(IssuePage.TEMPLATE, edition.language(), page.data());
        sink.write(edition.fileName(MediaType.HTML.extension()), MediaType.HTML, html);
    }
}
