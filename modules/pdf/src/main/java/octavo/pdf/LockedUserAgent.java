package octavo.pdf;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import octavo.pdf.vector.QrDrawing;
import octavo.pdf.vector.VectorImage;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Image;
import org.xhtmlrenderer.extend.FSImage;
import org.xhtmlrenderer.pdf.ITextFSImage;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextUserAgent;
import org.xhtmlrenderer.resource.ImageResource;
import org.xhtmlrenderer.simple.extend.XhtmlNamespaceHandler;

/// Hands the layout engine the prepared pictures and nothing else: no file, no address on the web.
final class LockedUserAgent extends ITextUserAgent {
    /// What is a block and what is bold: the engine reads it through its user agent too, and without it
    /// lays out nothing at all.
    private static final URL DEFAULT_STYLE_SHEET =
            Objects.requireNonNull(XhtmlNamespaceHandler.class.getResource("/resources/css/XhtmlNamespaceHandler.css"));

    /// In CSS pixels, where the document says nothing else.
    private static final int QR_SIDE = 100;

    private final PrintPictures pictures;
    private final StyleProblems problems;
    private final int dotsPerPixel;

    LockedUserAgent(ITextOutputDevice device, int dotsPerPixel, PrintPictures pictures, StyleProblems problems) {
        super(device, dotsPerPixel);
        this.pictures = pictures;
        this.problems = problems;
        this.dotsPerPixel = dotsPerPixel;
    }

    @Override
    public @Nullable String resolveURI(@Nullable String uri) {
        return uri;
    }

    @Override
    public ImageResource getImageResource(String uri) {
        ImageResource known = _imageCache.get(uri);
        if (known == null) {
            Optional<FSImage> loaded = load(uri);
            if (loaded.isEmpty()) {
                problems.notLoaded(uri);
            }
            known = new ImageResource(uri, loaded.orElse(null));
            _imageCache.put(uri, known);
        }
        return known.getImage() instanceof ITextFSImage image ? new ImageResource(uri, (FSImage) image.clone()) : known;
    }

    private Optional<FSImage> load(String uri) {
        if (uri.startsWith(QrDrawing.SCHEME)) {
            int side = QR_SIDE * dotsPerPixel;
            return Optional.of(new VectorImage(uri, () -> QrDrawing.of(uri), side, side));
        }
        return pictures.drawing(uri, dotsPerPixel)
                .<FSImage>map(drawing -> drawing)
                .or(() -> prepared(uri));
    }

    private Optional<FSImage> prepared(String uri) {
        return pictures.pixels(uri).flatMap(bytes -> {
            try {
                Image image = image(bytes);
                image.scaleAbsolute(image.getPlainWidth() * dotsPerPixel, image.getPlainHeight() * dotsPerPixel);
                return Optional.of(new ITextFSImage(image));
            } catch (IOException e) {
                throw new IllegalStateException("a prepared picture cannot be read: " + uri, e);
            }
        });
    }

    private static Image image(byte[] bytes) throws IOException {
        Optional<Image> asItIs = PngPicture.of(bytes);
        return asItIs.isPresent() ? asItIs.get() : Image.getInstance(bytes);
    }

    @Override
    protected InputStream openStream(String uri) throws IOException {
        if (uri.equals(DEFAULT_STYLE_SHEET.toString())) {
            return DEFAULT_STYLE_SHEET.openStream();
        }
        Optional<byte[]> bytes = pictures.pixels(uri);
        if (bytes.isPresent()) {
            return new ByteArrayInputStream(bytes.get());
        }
        problems.notLoaded(uri);
        throw new FileNotFoundException("the document may not load " + uri);
    }
}
