package octavo.pdf.vector;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import octavo.render.picture.Layers;
import org.apache.batik.ext.awt.MultipleGradientPaint;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;
import org.jspecify.annotations.Nullable;

/// A surface that remembers what is drawn on it. Its lines and areas keep their shapes, text becomes areas.
final class Recorder extends AbstractGraphics2D implements Layers {
    private static final BufferedImage ONE_PIXEL = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);

    /// The layers that are open; the first is the drawing itself.
    private final Deque<Sheet> open;

    private final Rectangle2D canvas;

    /// @param fine how many units of the marks are a unit of the surface
    Recorder(double fine, int width, int height) {
        super(true);
        gc = new GraphicContext(AffineTransform.getScaleInstance(fine, fine));
        open = new ArrayDeque<>(List.of(new Sheet(1, new ArrayList<>())));
        canvas = new Rectangle2D.Double(0, 0, width * fine, height * fine);
    }

    private Recorder(Recorder other) {
        super(other);
        open = other.open;
        canvas = other.canvas;
    }

    private record Sheet(float opacity, List<Mark> marks) {}

    List<Mark> marks() {
        return List.copyOf(open.getFirst().marks());
    }

    private void add(Mark mark) {
        open.getLast().marks().add(mark);
    }

    @Override
    public void begin(float opacity) {
        open.addLast(new Sheet(opacity, new ArrayList<>()));
    }

    @Override
    public void end() {
        Sheet sheet = open.removeLast();
        add(new Layer(List.copyOf(sheet.marks()), canvas, sheet.opacity()));
    }

    @Override
    public Graphics create() {
        return new Recorder(this);
    }

    @Override
    public void dispose() {}

    @Override
    public void fill(Shape shape) {
        Shape placed = getTransform().createTransformedShape(shape);
        Rectangle2D bounds = placed.getBounds2D();
        if (bounds.isEmpty() || !bounds.intersects(canvas)) {
            return;
        }
        Optional<Shape> clip = clipOf(bounds);
        Paint paint = getPaint();
        if (paint instanceof Color colour) {
            add(new Area(placed, clip, colour, opacity() * colour.getAlpha() / 255));
        } else if (paint != null) {
            Optional<Mark> shade = paint instanceof MultipleGradientPaint gradient
                    ? Shade.of(gradient, placed, clip, getTransform(), opacity())
                    : Optional.empty();
            shade.ifPresentOrElse(this::add, () -> pixels(shape, bounds, clip));
        }
    }

    /// What lies outside of the canvas, or of the clip, is not seen.
    private Optional<Shape> clipOf(Rectangle2D bounds) {
        Shape clip = getClip();
        Shape placed = clip == null ? canvas : getTransform().createTransformedShape(clip);
        return placed.contains(bounds) ? Optional.empty() : Optional.of(placed);
    }

    private float opacity() {
        return getComposite() instanceof AlphaComposite composite ? composite.getAlpha() : 1;
    }

    private void pixels(Shape shape, Rectangle2D bounds, Optional<Shape> clip) {
        Rectangle area = bounds.createIntersection(canvas).getBounds();
        BufferedImage image = new BufferedImage(area.width, area.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pixels = image.createGraphics();
        pixels.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pixels.translate(-area.x, -area.y);
        pixels.transform(getTransform());
        pixels.setPaint(getPaint());
        pixels.fill(shape);
        pixels.dispose();
        add(new Pixels(image, clip, AffineTransform.getTranslateInstance(area.x, area.y), opacity()));
    }

    @Override
    public void draw(Shape shape) {
        fill(getStroke().createStrokedShape(shape));
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform place) {
        AffineTransform transform = getTransform();
        transform.concatenate(place);
        transform.translate(image.getMinX(), image.getMinY());
        BufferedImage pixels = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D copy = pixels.createGraphics();
        copy.drawRenderedImage(image, AffineTransform.getTranslateInstance(-image.getMinX(), -image.getMinY()));
        copy.dispose();
        Rectangle2D bounds = transform
                .createTransformedShape(new Rectangle(pixels.getWidth(), pixels.getHeight()))
                .getBounds2D();
        if (bounds.intersects(canvas)) {
            add(new Pixels(pixels, clipOf(bounds), transform, opacity()));
        }
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform place) {
        drawRenderedImage(image.createDefaultRendering(), place);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
        return drawImage(image, x, y, image.getWidth(observer), image.getHeight(observer), observer);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
        int columns = image.getWidth(observer);
        int rows = image.getHeight(observer);
        if (columns > 0 && rows > 0) {
            BufferedImage pixels = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
            Graphics2D copy = pixels.createGraphics();
            copy.drawImage(image, 0, 0, observer);
            copy.dispose();
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.scale((double) width / columns, (double) height / rows);
            drawRenderedImage(pixels, place);
        }
        return true;
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (!text.isEmpty()) {
            outline(new TextLayout(text, getFont(), getFontRenderContext()), x, y);
        }
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        outline(new TextLayout(text, getFontRenderContext()), x, y);
    }

    private void outline(TextLayout text, float x, float y) {
        fill(text.getOutline(AffineTransform.getTranslateInstance(x, y)));
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return ONE_PIXEL.createGraphics().getFontMetrics(font);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return ONE_PIXEL.createGraphics().getDeviceConfiguration();
    }

    /// Not to be had on paper.
    @Override
    public void setXORMode(Color colour) {}

    /// Nothing that was drawn is moved.
    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {}
}
