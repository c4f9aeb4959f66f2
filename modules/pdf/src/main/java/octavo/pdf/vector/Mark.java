package octavo.pdf.vector;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGState;

/// Something that a drawing leaves on the page.
sealed interface Mark permits Area, Shade, Pixels, Layer {
    /// Paints it, in a graphics state of its own.
    void draw(PdfContentByte out);

    /// Paints marks above each other.
    static void all(PdfContentByte out, List<Mark> marks) {
        marks.forEach(mark -> {
            out.saveState();
            mark.draw(out);
            out.restoreState();
        });
    }

    static void clip(PdfContentByte out, Optional<Shape> clip) {
        clip.ifPresent(shape -> {
            if (trace(out, shape) == PathIterator.WIND_EVEN_ODD) {
                out.eoClip();
            } else {
                out.clip();
            }
            out.newPath();
        });
    }

    /// @param opacity from 0 to 1
    static void opacity(PdfContentByte out, float opacity) {
        if (opacity < 1) {
            PdfGState state = new PdfGState();
            state.setFillOpacity(opacity);
            out.setGState(state);
        }
    }

    /// Makes a shape the current path.
    ///
    /// @return which side of its lines is its inside: a rule of [PathIterator]
    static int trace(PdfContentByte out, Shape shape) {
        PathIterator path = shape.getPathIterator(null);
        float[] at = new float[6];
        float x = 0;
        float y = 0;
        for (; !path.isDone(); path.next()) {
            int end = -2;
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    out.moveTo(at[0], at[1]);
                    end = 0;
                }
                case PathIterator.SEG_LINETO -> {
                    out.lineTo(at[0], at[1]);
                    end = 0;
                }
                case PathIterator.SEG_QUADTO -> {
                    // The cubic curve of the same shape: a PDF has no quadratic ones.
                    out.curveTo(
                            x + 2 * (at[0] - x) / 3,
                            y + 2 * (at[1] - y) / 3,
                            at[2] + 2 * (at[0] - at[2]) / 3,
                            at[3] + 2 * (at[1] - at[3]) / 3,
                            at[2],
                            at[3]);
                    end = 2;
                }
                case PathIterator.SEG_CUBICTO -> {
                    out.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                    end = 4;
                }
                default -> out.closePath();
            }
            if (end >= 0) {
                x = at[end];
                y = at[end + 1];
            }
        }
        return path.getWindingRule();
    }
}
