package octavo.render.xhtml;

import java.util.List;
import java.util.Optional;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.Picture;
import octavo.model.Target;
import octavo.render.theme.Messages;
import octavo.render.theme.Theme;
import octavo.render.theme.ThemeFiles;

/// Small documents without ceremony, and a presentation that shows every picture and follows every link.
final class Documents {
    static final Location HERE = Location.NONE;

    static final Presentation EVERYTHING = new Presentation() {
        @Override
        public Optional<String> href(Target target) {
            return switch (target) {
                case Target.Written written -> Optional.of(written.href());
                case Target.Web web -> Optional.of(web.address());
                case Target.Internal internal -> Optional.of("#" + internal.anchor());
                case Target.Dead _ -> Optional.empty();
            };
        }

        @Override
        public Optional<Shown> picture(Picture picture) {
            return picture.source() instanceof Picture.Source.Missing
                    ? Optional.empty()
                    : Optional.of(new Shown(picture.source().address(), 10, 20));
        }
    };

    private Documents() {}

    static Messages messages(String language) {
        return new Theme(new ThemeFiles(List.of())).messages(new Language(language));
    }

    static String written(Block... blocks) {
        return XhtmlWriter.blocks(List.of(blocks), EVERYTHING, messages("en"));
    }

    static String written(Inline... inlines) {
        return XhtmlWriter.inlines(List.of(inlines), EVERYTHING, messages("en"));
    }

    static Inline text(String text) {
        return new Inline.Text(text);
    }

    static Inline link(String address, Inline... content) {
        return new Inline.Link(new Target.Web(address), Optional.empty(), List.of(content), HERE);
    }

    static Inline html(String html) {
        return new Inline.Html(html, HERE);
    }

    static Picture picture(String address, String alt) {
        return Picture.of(new Picture.Source.Local("static/" + address, "https://example.org/" + address), alt, HERE);
    }

    static Picture missing(String alt) {
        return Picture.of(new Picture.Source.Missing("https://example.org/gone.png"), alt, HERE);
    }

    static Block paragraph(Inline... content) {
        return new Block.Paragraph(List.of(content), HERE);
    }

    static Block.Item item(Block... body) {
        return new Block.Item(Optional.empty(), List.of(body), HERE);
    }

    static Block list(Block.Item... items) {
        return new Block.BulletList(true, List.of(items), HERE);
    }
}
