package octavo.pdf;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import octavo.model.Picture;
import octavo.render.MediaType;
import octavo.render.picture.PictureSpec;
import octavo.render.picture.Pictures;
import octavo.render.picture.PreparedPicture;
import octavo.render.xhtml.Presentation.Shown;

/// The pictures of one document, sized for the page: never wider than the measure, never so high that they
/// crowd out the text, and never blown up.
final class PrintPictures {
    private static final String SCHEME = "picture:";
    private static final double QUALITY = 0.85;

    private final PageSize page;
    private final Map<Picture.Source, PreparedPicture> prepared;
    private final Map<String, byte[]> bytes = new HashMap<>();

    private PrintPictures(PageSize page, Map<Picture.Source, PreparedPicture> prepared) {
        this.page = page;
        this.prepared = prepared;
        for (PreparedPicture picture : prepared.values()) {
            if (picture instanceof PreparedPicture.Ready ready) {
                bytes.put(SCHEME + ready.hash(), ready.bytes());
            }
        }
    }

    static PrintPictures prepare(Collection<Picture> wanted, PdfOptions options, Pictures pictures) {
        PageSize page = options.page();
        Set<Picture.Source> sources = new LinkedHashSet<>();
        wanted.forEach(picture -> sources.add(picture.source()));
        PictureSpec spec = new PictureSpec(
                Set.of(MediaType.PNG, MediaType.JPEG),
                options.printPixels(page.measurePixels()),
                options.printPixels(page.picturePixels()),
                Long.MAX_VALUE,
                QUALITY,
                true,
                PictureSpec.Animation.STILL);
        return new PrintPictures(page, new LinkedHashMap<>(pictures.prepare(sources, spec)));
    }

    /// The picture as an `img` element shows it, or empty where there is none to show.
    Optional<Shown> shown(Picture picture) {
        return ready(picture).map(ready -> fit(picture, ready, page.picturePixels()));
    }

    /// The picture on the title page, where a masthead and an imprint share the sheet with it.
    Optional<Shown> cover(Picture picture) {
        return ready(picture).map(ready -> fit(picture, ready, page.picturePixels() / 2));
    }

    /// The publication's logo, in a masthead.
    Optional<Shown> logo(Picture picture) {
        return ready(picture).map(ready -> fit(picture, ready, page.picturePixels() / 6));
    }

    Optional<PreparedPicture.Ready> ready(Picture picture) {
        return prepared.get(picture.source()) instanceof PreparedPicture.Ready ready
                ? Optional.of(ready)
                : Optional.empty();
    }

    /// The bytes behind the address of an `img` element.
    Optional<byte[]> bytes(String src) {
        return Optional.ofNullable(bytes.get(src));
    }

    private Shown fit(Picture picture, PreparedPicture.Ready ready, int highest) {
        double width = Math.max(1, ready.naturalWidth());
        double height = Math.max(1, ready.naturalHeight());
        double scale = Math.min(1, Math.min(page.measurePixels() / width, highest / height));
        scale = Math.min(scale, asked(picture.width(), width));
        scale = Math.min(scale, asked(picture.height(), height));
        return new Shown(SCHEME + ready.hash(), (int) Math.max(1, Math.floor(width * scale)), (int)
                Math.max(1, Math.floor(height * scale)));
    }

    private static double asked(OptionalInt wanted, double natural) {
        return wanted.isPresent() && wanted.getAsInt() > 0 ? wanted.getAsInt() / natural : 1;
    }
}
