package octavo.pdf.vector;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfContentByte;

/// What a PDF holds only as pixels.
///
/// @param transform from the pixels
record Pixels(BufferedImage image, Optional<Shape> clip, AffineTransform transform, float opacity) implements Mark {
    @Override
    public void draw(PdfContentByte out) {
        Mark.clip(out, clip);
        Mark.opacity(out, opacity);
        // In a PDF a picture is one unit wide and one high, and stands on its foot (ISO 32000-1, 8.9.5).
        AffineTransform place = new AffineTransform(transform);
        place.translate(0, image.getHeight());
        place.scale(image.getWidth(), -image.getHeight());
        double[] matrix = new double[6];
        place.getMatrix(matrix);
        try {
            out.addImage(
                    Image.getInstance(image, null),
                    (float) matrix[0],
                    (float) matrix[1],
                    (float) matrix[2],
                    (float) matrix[3],
                    (float) matrix[4],
                    (float) matrix[5]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
