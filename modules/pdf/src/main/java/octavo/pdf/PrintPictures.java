package octavo.pdf;

import static octavo.render.MediaType.JPEG;
import static octavo.render.MediaType.PNG;
import static octavo.render.MediaType.SVG;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import octavo.model.Picture;
import octavo.pdf.vector.Drawing;
import octavo.pdf.vector.SvgVector;
import octavo.pdf.vector.VectorImage;
import octavo.render.MediaType;
import octavo.render.picture.PictureSpec;
import octavo.render.picture.Pictures;
import octavo.render.picture.PreparedPicture;
import octavo.render.xhtml.Presentation.Shown;

/// The pictures of one document, sized for the page: never wider than the measure, never so high that they
/// crowd out the text, and never blown up.
final class PrintPictures {
    private static final String SCHEME = "picture:";

    private final PageSize page;
    private final Map<Picture.Source, PreparedPicture> prepared;
    private final Function<Picture.Source, PreparedPicture> asPixels;
    private final Map<String, byte[]> pixels = new HashMap<>();
    private final Map<String, Vector> vectors = new HashMap<>();

    private PrintPictures(
            PdfOptions options,
            Map<Picture.Source, PreparedPicture> prepared,
            Function<Picture.Source, PreparedPicture> asPixels) {
        this.page = options.page();
        this.prepared = prepared;
        this.asPixels = asPixels;
        prepared.forEach((source, picture) -> {
            if (picture instanceof PreparedPicture.Ready ready) {
                if (ready.type().equals(SVG)) {
                    vectors.computeIfAbsent(address(ready), key -> new Vector(ready, drawn(ready, options)));
                } else {
                    pixels.put(address(ready), ready.bytes());
                }
            }
        });
    }

    /// An SVG, which is drawn while the text is made ready and laid out.
    private record Vector(PreparedPicture.Ready svg, CompletableFuture<Optional<Drawing>> drawing) {}

    static PrintPictures prepare(Collection<Picture> wanted, PdfOptions options, Pictures pictures) {
        Set<Picture.Source> sources = new LinkedHashSet<>();
        wanted.forEach(picture -> sources.add(picture.source()));
        return new PrintPictures(
                options,
                new LinkedHashMap<>(pictures.prepare(sources, spec(options, Set.of(PNG, JPEG, SVG)))),
                source -> pictures.prepare(Set.of(source), spec(options, Set.of(PNG, JPEG)))
                        .getOrDefault(source, new PreparedPicture.Unavailable("not prepared")));
    }

    private CompletableFuture<Optional<Drawing>> drawn(PreparedPicture.Ready svg, PdfOptions options) {
        double shown = Math.min(1.0, (double) page.measurePixels() / svg.width());
        return CompletableFuture.supplyAsync(
                () -> SvgVector.of(svg.bytes(), svg.width(), svg.height(), options.ppi() * shown));
    }

    /// Finds another way to show each drawing that cannot be drawn: pixels, or else its words. Who makes the pixels
    /// tells
    /// the user why that cannot be done either.
    ///
    /// @return whether there are such, so that the document is another one
    boolean settle() {
        Set<String> broken = new HashSet<>();
        vectors.forEach((address, vector) -> {
            if (vector.drawing().join().isEmpty()) {
                broken.add(address);
            }
        });
        prepared.replaceAll((source, picture) -> {
            if (picture instanceof PreparedPicture.Ready svg && broken.contains(address(svg))) {
                PreparedPicture other = asPixels.apply(source);
                if (other instanceof PreparedPicture.Ready ready) {
                    pixels.put(address(ready), ready.bytes());
                }
                return other;
            }
            return picture;
        });
        vectors.keySet().removeAll(broken);
        return !broken.isEmpty();
    }

    private static PictureSpec spec(PdfOptions options, Set<MediaType> types) {
        PageSize page = options.page();
        return new PictureSpec(
                types,
                options.printPixels(page.measurePixels()),
                options.printPixels(page.picturePixels()),
                Long.MAX_VALUE,
                PictureSpec.FIDELITY,
                true,
                PictureSpec.Animation.STILL);
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

    /// The drawing behind the address of an `img` element, where it is one of lines and areas. It may not be made yet.
    ///
    /// @param dots in a CSS pixel
    Optional<VectorImage> drawing(String src, int dots) {
        return Optional.ofNullable(vectors.get(src))
                .map(vector -> new VectorImage(
                        src,
                        () -> vector.drawing().join().orElseThrow(),
                        vector.svg().width() * dots,
                        vector.svg().height() * dots));
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
