package octavo.render.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.batik.anim.dom.SAXSVGDocumentFactory;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.DocumentLoader;
import org.apache.batik.bridge.ExternalResourceSecurity;
import org.apache.batik.bridge.FontFamilyResolver;
import org.apache.batik.bridge.GVTBuilder;
import org.apache.batik.bridge.NoLoadExternalResourceSecurity;
import org.apache.batik.bridge.NoLoadScriptSecurity;
import org.apache.batik.bridge.RelaxedExternalResourceSecurity;
import org.apache.batik.bridge.ScriptSecurity;
import org.apache.batik.bridge.UserAgentAdapter;
import org.apache.batik.ext.awt.RenderingHintsKeyExt;
import org.apache.batik.gvt.GraphicsNode;
import org.apache.batik.util.ParsedURL;
import org.w3c.dom.Document;

/// Draws an SVG with Batik: as pixels, or on a surface that keeps lines and areas. Text is set in the product's own
/// fonts.
public final class SvgDrawing {
    /// A drawing that takes longer is a trap: filters can be made to run for days.
    private static final long PATIENCE_SECONDS = 30;

    private SvgDrawing() {}

    /// Draws on a surface of the caller's, from its upper left corner on.
    ///
    /// @param svg cleaned once more, so that it may come from anywhere
    /// @param width in units of the surface
    /// @param height in units of the surface
    /// @param surface parts that are see-through as a whole are pixels unless it has [Layers]
    /// @return whether it could be drawn; if not, what is on the surface by now is of no use
    public static boolean draw(byte[] svg, int width, int height, Graphics2D surface) {
        try {
            SvgDocument document = SvgCleaner.clean(svg);
            Size size = new Size(width, height);
            patiently(() -> {
                paint(document.bytes(size), size, surface);
                return surface;
            });
            return true;
        } catch (PictureProblem e) {
            return false;
        }
    }

    static Bitmap draw(SvgDocument svg, Size size) throws PictureProblem {
        return patiently(() -> {
            BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setRenderingHint(RenderingHintsKeyExt.KEY_BUFFERED_IMAGE, new WeakReference<>(image));
            paint(svg.bytes(size), size, graphics);
            graphics.dispose();
            int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            return new Bitmap(size.width(), size.height(), pixels);
        });
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T patiently(Work<T> work) throws PictureProblem {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name("svg").start(() -> {
            try {
                done.complete(work.run());
            } catch (IOException | RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new PictureProblem(
                    PictureProblem.TOO_LARGE,
                    "drawing it takes more than " + PATIENCE_SECONDS + " seconds; simplify it",
                    e);
        } catch (ExecutionException e) {
            throw new PictureProblem(PictureProblem.BROKEN, "it cannot be drawn: " + reason(e), e);
        } catch (InterruptedException e) {
            throw new PictureProblem(PictureProblem.BROKEN, "drawing it was interrupted", e);
        }
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause();
        String message = cause == null ? null : cause.getMessage();
        return message == null ? String.valueOf(cause) : message.strip().replaceAll("\\s+", " ");
    }

    private static void paint(byte[] xml, Size size, Graphics2D surface) throws IOException {
        Codecs.headless();
        Document document =
                new SAXSVGDocumentFactory(null).createDocument("file:///picture.svg", new ByteArrayInputStream(xml));
        UserAgent user = new UserAgent(size);
        BridgeContext context = new BridgeContext(user, new DocumentLoader(user));
        try {
            GraphicsNode drawing = new GVTBuilder().build(context, document);
            if (surface instanceof Layers) {
                SvgLayer.find(drawing);
            }
            drawing.paint(surface);
        } finally {
            context.dispose();
        }
    }

    /// What Batik asks of its surroundings: nothing is loaded, nothing is run, nothing is said.
    private static final class UserAgent extends UserAgentAdapter {
        private final Size size;
        private final FontFamilyResolver fonts = new SvgFonts();

        UserAgent(Size size) {
            this.size = size;
        }

        @Override
        public java.awt.geom.Dimension2D getViewportSize() {
            return new java.awt.Dimension(size.width(), size.height());
        }

        @Override
        public FontFamilyResolver getFontFamilyResolver() {
            return fonts;
        }

        @Override
        public ExternalResourceSecurity getExternalResourceSecurity(ParsedURL resource, ParsedURL document) {
            boolean embedded = "data".equals(resource.getProtocol());
            return embedded
                    ? new RelaxedExternalResourceSecurity(resource, document)
                    : new NoLoadExternalResourceSecurity();
        }

        @Override
        public ScriptSecurity getScriptSecurity(String type, ParsedURL script, ParsedURL document) {
            return new NoLoadScriptSecurity(type);
        }

        @Override
        public void checkLoadExternalResource(ParsedURL resource, ParsedURL document) {
            getExternalResourceSecurity(resource, document).checkLoadExternalResource();
        }
    }
}
