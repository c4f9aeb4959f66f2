package octavo.render.html;

import static octavo.render.xhtml.Markup.escape;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import octavo.model.Block;
import octavo.model.Picture;
import octavo.model.Target;
import octavo.render.picture.PreparedPicture;
import octavo.render.theme.Messages;
import octavo.render.xhtml.Presentation;

/// Links as they are, pictures inside the page.
record PagePresentation(Map<Picture.Source, PreparedPicture> pictures, Messages messages) implements Presentation {
    @Override
    public Optional<String> href(Target target) {
        return switch (target) {
            case Target.Web web -> Optional.of(web.address());
            case Target.Internal internal -> Optional.of("#" + internal.anchor());
            case Target.Written _, Target.Dead _ -> Optional.empty();
        };
    }

    @Override
    public Optional<Shown> picture(Picture picture) {
        return pictures.get(picture.source()) instanceof PreparedPicture.Ready ready
                ? Optional.of(shown(picture, ready))
                : Optional.empty();
    }

    /// A table may be wider than a telephone; then its box scrolls, also by keyboard.
    @Override
    public String tableAttributes(Block.Table table) {
        return " role=\"group\" tabindex=\"0\" aria-label=\"" + escape(messages.text("table")) + "\"";
    }

    private static Shown shown(Picture picture, PreparedPicture.Ready ready) {
        String src = "data:" + ready.type().value() + ";base64,"
                + Base64.getEncoder().encodeToString(ready.bytes());
        int width = picture.width().orElse(Math.min(ready.naturalWidth(), ready.width()));
        int proportional = ready.width() == 0 ? 0 : (int) Math.round((double) width * ready.height() / ready.width());
        return new Shown(src, width, picture.height().orElse(proportional));
    }
}
