package octavo.pdf.vector;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.batik.ext.awt.LinearGradientPaint;
import org.apache.batik.ext.awt.MultipleGradientPaint;
import org.apache.batik.ext.awt.RadialGradientPaint;
import org.openpdf.text.pdf.PdfContentByte;

/// An area that goes from one colour to others.
///
/// @param transform from the gradient's own units
/// @param coordinates of both ends; circles where there are six
/// @param stops at least two, the first at 0 and the last at 1
record Shade(
        Shape shape,
        Optional<Shape> clip,
        AffineTransform transform,
        List<Float> coordinates,
        List<Stop> stops,
        float opacity)
        implements Mark {
    record Stop(float at, Color colour) {}

    /// @return empty for a gradient that a PDF has no words for
    static Optional<Mark> of(
            MultipleGradientPaint paint, Shape shape, Optional<Shape> clip, AffineTransform transform, float opacity) {
        int alpha = paint.getColors()[0].getAlpha();
        for (Color colour : paint.getColors()) {
            if (colour.getAlpha() != alpha) {
                return Optional.empty();
            }
        }
        if (!paint.getCycleMethod().equals(MultipleGradientPaint.NO_CYCLE)
                || !paint.getColorSpace().equals(MultipleGradientPaint.SRGB)) {
            return Optional.empty();
        }
        AffineTransform own = new AffineTransform(transform);
        own.concatenate(paint.getTransform());
        return coordinates(paint).map(ends -> new Shade(shape, clip, own, ends, stops(paint), opacity * alpha / 255));
    }

    private static Optional<List<Float>> coordinates(MultipleGradientPaint paint) {
        return switch (paint) {
            case LinearGradientPaint line ->
                Optional.of(List.of(
                        (float) line.getStartPoint().getX(),
                                (float) line.getStartPoint().getY(),
                        (float) line.getEndPoint().getX(),
                                (float) line.getEndPoint().getY()));
            case RadialGradientPaint circle ->
                Optional.of(List.of(
                        (float) circle.getFocusPoint().getX(),
                        (float) circle.getFocusPoint().getY(),
                        0f,
                        (float) circle.getCenterPoint().getX(),
                        (float) circle.getCenterPoint().getY(),
                        circle.getRadius()));
            default -> Optional.empty();
        };
    }

    private static List<Stop> stops(MultipleGradientPaint paint) {
        float[] at = paint.getFractions();
        Color[] colours = paint.getColors();
        List<Stop> stops = new ArrayList<>();
        stops.add(new Stop(0, colours[0]));
        for (int i = 0; i < at.length; i++) {
            if (at[i] > 0 || i == at.length - 1) {
                stops.add(new Stop(at[i], colours[i]));
            } else {
                stops.set(0, new Stop(0, colours[i]));
            }
        }
        if (stops.getLast().at() < 1) {
            stops.add(new Stop(1, stops.getLast().colour()));
        }
        return List.copyOf(stops);
    }

    @Override
    public void draw(PdfContentByte out) {
        Mark.clip(out, clip);
        Mark.clip(out, Optional.of(shape));
        Mark.opacity(out, opacity);
        double[] matrix = new double[6];
        transform.getMatrix(matrix);
        out.concatCTM(
                (float) matrix[0], (float) matrix[1], (float) matrix[2], (float) matrix[3], (float) matrix[4], (float)
                        matrix[5]);
        out.paintShading(new GradientShading(out.getPdfWriter(), coordinates, stops));
    }
}
