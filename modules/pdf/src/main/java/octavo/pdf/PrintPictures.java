package octavo.pdf;

import static octavo.render.MediaType.JPEG;
import static octavo.render.MediaType.PNG;
import static octavo.render.MediaType.SVG;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import octavo.model.Picture;
import octavo.pdf.vector.Drawing;
import octavo.pdf.vector.SvgVector;
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
    private final Map<String, byte[]> pixels = new HashMap<>();
    private final Map<String, Drawing> drawings;

    private PrintPictures(PageSize page, Map<Picture.Source, PreparedPicture> prepared, Map<String, Drawing> drawings) {
        this.page = page;
        this.prepared = prepared;
        this.drawings = drawings;
        for (PreparedPicture picture : prepared.values()) {
            if (picture instanceof PreparedPicture.Ready ready && !isDrawing(ready)) {
                pixels.put(address(ready), ready.bytes());
            }
        }
    }

    static PrintPictures prepare(Collection<Picture> wanted, PdfOptions options, Pictures pictures) {
        Set<Picture.Source> sources = new LinkedHashSet<>();
        wanted.forEach(picture -> sources.add(picture.source()));
        Map<Picture.Source, PreparedPicture> prepared =
                new LinkedHashMap<>(pictures.prepare(sources, spec(options, Set.of(PNG, JPEG, SVG))));
        Map<String, Drawing> drawings = new HashMap<>();
        Set<Picture.Source> others = new LinkedHashSet<>();
        prepared.forEach((source, picture) -> {
            if (picture instanceof PreparedPicture.Ready ready && isDrawing(ready)) {
                double shown = Math.min(1.0, (double) options.page().measurePixels() / ready.width());
                SvgVector.of(ready.bytes(), ready.width(), ready.height(), options.ppi() * shown)
                        .ifPresentOrElse(drawing -> drawings.put(address(ready), drawing), () -> others.add(source));
            }
        });
        // Who makes pixels of them tells the user why it cannot be done.
        prepared.putAll(pictures.prepare(others, spec(options, Set.of(PNG, JPEG))));
        return new PrintPictures(options.page(), prepared, drawings);
    }

    private static PictureSpec spec(PdfOptions options, Set<MediaType> types) {
        PageSize page = options.page();
        return new PictureSpec(
                types,
                options.printPixels(page.measurePixels()),
                options.printPixels(page.picturePixels()),
                Long.MAX_VALUE,
                QUALITY,
                true,
                PictureSpec.Animation.STILL);
    }

    private static boolean isDrawing(PreparedPicture.Ready ready) {
        return ready.type().equals(SVG);
    }

    private static String address(PreparedPicture.Ready ready) {
        return SCHEME + ready.hash();
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

    /// The file behind the address of an `img` element, where it is one of pixels.
    Optional<byte[]> pixels(String src) {
        return Optional.ofNullable(pixels.get(src));
    }

    /// The drawing behind the address of an `img` element, where it is one of lines and areas.
    Optional<Drawing> drawing(String src) {
        return Optional.ofNullable(drawings.get(src));
    }

    private Shown fit(Picture picture, PreparedPicture.Ready ready, int highest) {
        double width = Math.max(1, ready.naturalWidth());
        double height = Math.max(1, ready.naturalHeight());
        double scale = Math.min(1, Math.min(page.measurePixels() / width, highest / height));
        scale = Math.min(scale, asked(picture.width(), width));
        scale = Math.min(scale, asked(picture.height(), height));
        return new Shown(address(ready), (int) Math.max(1, Math.floor(width * scale)), (int)
                Math.max(1, Math.floor(height * scale)));
    }

    private static double asked(OptionalInt wanted, double natural) {
        return wanted.isPresent() && wanted.getAsInt() > 0 ? wanted.getAsInt() / natural : 1;
    }
}
