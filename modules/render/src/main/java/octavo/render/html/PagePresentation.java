package octavo.render.html;

import static octavo.render.xhtml.Markup.escape;

import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import octavo.model.Block;
import octavo.model.Picture;
import octavo.model.Target;
import octavo.render.picture.PreparedPicture;
import octavo.render.theme.Messages;
import octavo.render.xhtml.Presentation;

/// An issue's text on a page of the web.
///
/// @param links where the address of a link to the web leads from here
/// @param pictures how a picture's bytes are had; empty for one that cannot be shown
/// @param pictureAttributes of each picture, each with a space before it
public record PagePresentation(
        UnaryOperator<String> links,
        Function<Picture.Source, Optional<Placed>> pictures,
        String pictureAttributes,
        Messages messages)
        implements Presentation {
    /// A picture in its place.
    ///
    /// @param src as the attribute's value
    /// @param width of the bytes
    /// @param height of the bytes
    /// @param naturalWidth of the source before scaling, in CSS pixels
    public record Placed(String src, int width, int height, int naturalWidth) {
        /// A picture at an address.
        public static Placed at(String src, PreparedPicture.Ready ready) {
            return new Placed(src, ready.width(), ready.height(), ready.naturalWidth());
        }

        /// A picture inside the page.
        static Placed inside(PreparedPicture.Ready ready) {
            String bytes = Base64.getEncoder().encodeToString(ready.bytes());
            return at("data:" + ready.type().value() + ";base64," + bytes, ready);
        }

        /// The same bytes, named from elsewhere.
        public Placed withSrc(String other) {
            return new Placed(other, width, height, naturalWidth);
        }
    }

    @Override
    public Optional<String> href(Target target) {
        return switch (target) {
            case Target.Web web -> Optional.of(links.apply(web.address()));
            case Target.Internal internal -> Optional.of("#" + internal.anchor());
            case Target.Written _, Target.Dead _ -> Optional.empty();
        };
    }

    @Override
    public Optional<Shown> picture(Picture picture) {
        return pictures.apply(picture.source()).map(placed -> shown(picture, placed));
    }

    /// A table may be wider than a telephone; then its box scrolls, also by keyboard.
    @Override
    public String tableAttributes(Block.Table table) {
        return " role=\"group\" tabindex=\"0\" aria-label=\"" + escape(messages.text("table")) + "\"";
    }

    private static Shown shown(Picture picture, Placed placed) {
        int width = picture.width().orElse(Math.min(placed.naturalWidth(), placed.width()));
        int proportional =
                placed.width() == 0 ? 0 : (int) Math.round((double) width * placed.height() / placed.width());
        return new Shown(placed.src(), width, picture.height().orElse(proportional));
    }
}
