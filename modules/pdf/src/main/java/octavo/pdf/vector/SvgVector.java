package octavo.pdf.vector;

import java.util.List;
import java.util.Optional;
import octavo.render.picture.SvgDrawing;
import org.openpdf.text.pdf.PdfContentByte;

/// An SVG as lines and areas. What a PDF cannot hold as such (filters, masks, patterns, pictures inside) is pixels at
/// the resolution of print.
public final class SvgVector implements Drawing {
    private static final double CSS_PPI = 96;

    private final float width;
    private final float height;
    private final List<Mark> marks;
    /// How many units of the marks are a CSS pixel.
    private final double fine;

    private SvgVector(float width, float height, List<Mark> marks, double fine) {
        this.width = width;
        this.height = height;
        this.marks = marks;
        this.fine = fine;
    }

    /// @param width in CSS pixels
    /// @param height in CSS pixels
    /// @param ppi of what has to be pixels
    /// @return empty where it cannot be drawn
    public static Optional<Drawing> of(byte[] svg, int width, int height, double ppi) {
        double fine = ppi / CSS_PPI;
        Recorder recorder = new Recorder(fine, width, height);
        return SvgDrawing.draw(svg, width, height, recorder)
                ? Optional.of(new SvgVector(width, height, recorder.marks(), fine))
                : Optional.empty();
    }

    @Override
    public float width() {
        return width;
    }

    @Override
    public float height() {
        return height;
    }

    @Override
    public void draw(PdfContentByte out) {
        float unit = (float) (1 / fine);
        out.saveState();
        out.concatCTM(unit, 0, 0, unit, 0, 0);
        Mark.all(out, marks);
        out.restoreState();
    }
}
