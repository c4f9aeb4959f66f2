package octavo.epub;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import octavo.render.picture.Covers;
import octavo.render.picture.PreparedPicture;

/// Draws a cover: masthead and period above, a picture of the issues below, with the theme's colours and
/// the product's fonts.
final class CoverPainter {
    /// Portrait, and under the four million pixels that Apple Books takes.
    private static final int WIDTH = 1500;

    private static final int HEIGHT = 2400;
    private static final int MARGIN = 120;
    private static final int BAND = 1120;
    /// How much of a photograph has to be left when it is cut to fill its place.
    private static final double LEAST_SHOWN = 0.6;

    private final CoverDesign design;
    private final CoverFonts serif;
    private final CoverFonts sans;
    private final Color accent;
    private final Color ink;
    private final Color muted;
    private final Color paper;

    CoverPainter(CoverDesign design) {
        this.design = design;
        this.serif = CoverFonts.of(design.token("serif"), 600);
        this.sans = CoverFonts.of(design.token("sans"), 600);
        this.accent = colour(design.token("accent"), Color.BLACK);
        this.ink = colour(design.token("ink"), Color.BLACK);
        this.muted = colour(design.token("muted"), Color.DARK_GRAY);
        this.paper = colour(design.token("paper"), Color.WHITE);
    }

    /// @return a JPEG
    byte[] paint() {
        BufferedImage cover = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = cover.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(paper);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            words(graphics);
            graphics.setColor(accent);
            graphics.fillRect(0, HEIGHT - BAND, WIDTH, BAND);
            design.picture()
                    .ifPresent(picture ->
                            read(picture).ifPresent(image -> band(graphics, image, CoverDesign.isPhotograph(picture))));
        } finally {
            graphics.dispose();
        }
        return Covers.jpeg(cover);
    }

    private void words(Graphics2D graphics) {
        boolean compiled = design.compiled();
        String masthead = design.masthead();
        String title = design.title();
        String period = design.period();
        String count = design.count();
        graphics.setColor(accent);
        graphics.fillRect(MARGIN, MARGIN, WIDTH - 2 * MARGIN, 18);
        float top = MARGIN + 18 + 64;
        if (!compiled && !masthead.isBlank() && !masthead.equals(title)) {
            top = set(graphics, masthead, sans, 60, 40, 1, muted, top) + 30;
        }
        float room = HEIGHT - BAND - 90 - 150 - top;
        top = set(graphics, title, serif, compiled ? 190 : 140, 70, room > 600 ? 4 : 3, ink, top);
        if (!period.isBlank()) {
            set(graphics, period, sans, compiled ? 130 : 72, 48, 2, accent, top + 36);
        }
        if (!count.isEmpty()) {
            set(graphics, count, sans, 44, 30, 1, muted, HEIGHT - BAND - 100f);
        }
    }

    private float set(
            Graphics2D graphics,
            String words,
            CoverFonts fonts,
            float largest,
            float smallest,
            int maxLines,
            Color colour,
            float top) {
        FontRenderContext context = graphics.getFontRenderContext();
        int width = WIDTH - 2 * MARGIN;
        return CoverText.fit(words, fonts, largest, smallest, width, maxLines, design.direction(), context)
                .draw(graphics, colour, MARGIN, WIDTH - (float) MARGIN, top);
    }

    /// Reading from memory, and so without the file that ImageIO would otherwise make; it closes the
    /// stream.
    private static Optional<BufferedImage> read(PreparedPicture.Ready picture) {
        try {
            return Optional.ofNullable(
                    ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.bytes()))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Lays the picture over the lower part: a photograph fills it unless too much would be cut off,
    /// anything else stands on a plate as a whole.
    private void band(Graphics2D graphics, BufferedImage picture, boolean photograph) {
        int top = HEIGHT - BAND;
        double fill = Math.max((double) WIDTH / picture.getWidth(), (double) BAND / picture.getHeight());
        double whole =
                Math.min((WIDTH - 2.0 * MARGIN) / picture.getWidth(), (BAND - 2.0 * MARGIN) / picture.getHeight());
        double shown = (WIDTH / (fill * picture.getWidth())) * (BAND / (fill * picture.getHeight()));
        double scale = photograph && shown > LEAST_SHOWN ? fill : whole;
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        graphics.setClip(0, top, WIDTH, BAND);
        graphics.drawImage(picture, (WIDTH - width) / 2, top + (BAND - height) / 2, width, height, null);
        graphics.setClip(null);
    }

    private static Color colour(String token, Color otherwise) {
        String value = token.strip().toLowerCase(Locale.ROOT);
        return value.matches("#[0-9a-f]{6}") ? Color.decode(value) : otherwise;
    }
}
