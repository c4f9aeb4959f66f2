package octavo.pdf.vector;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Optional;
import org.openpdf.text.pdf.PdfContentByte;

/// An area of one colour.
record Area(Shape shape, Optional<Shape> clip, Color colour, float opacity) implements Mark {
    @Override
    public void draw(PdfContentByte out) {
        Mark.clip(out, clip);
        Mark.opacity(out, opacity);
        out.setRGBColorFill(colour.getRed(), colour.getGreen(), colour.getBlue());
        if (Mark.trace(out, shape) == PathIterator.WIND_EVEN_ODD) {
            out.eoFill();
        } else {
            out.fill();
        }
    }
}
