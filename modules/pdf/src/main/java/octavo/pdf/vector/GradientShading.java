package octavo.pdf.vector;

import java.awt.Color;
import java.util.List;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfShading;
import org.openpdf.text.pdf.PdfWriter;

/// The shading dictionary of a gradient (ISO 32000-1, 8.7.4.5.3 and 8.7.4.5.4).
///
/// The library writes shadings in the order of their hash codes: these are the same in every run.
final class GradientShading extends PdfShading {
    private static final int AXIAL = 2;
    private static final int RADIAL = 3;
    private static final int EXPONENTIAL = 2;
    private static final int STITCHING = 3;

    private final int hash;

    GradientShading(PdfWriter writer, List<Float> coordinates, List<Shade.Stop> stops) {
        super(writer);
        hash = 31 * coordinates.hashCode() + stops.hashCode();
        shadingType = coordinates.size() == 4 ? AXIAL : RADIAL;
        shading = new PdfDictionary();
        shading.put(PdfName.SHADINGTYPE, new PdfNumber(shadingType));
        setColorSpace(Color.BLACK);
        shading.put(PdfName.COORDS, numbers(coordinates));
        PdfArray beyondBothEnds = new PdfArray(PdfBoolean.PDFTRUE);
        beyondBothEnds.add(PdfBoolean.PDFTRUE);
        shading.put(PdfName.EXTEND, beyondBothEnds);
        shading.put(PdfName.FUNCTION, colours(stops));
    }

    /// From one colour to the next, or several such pieces in a row (ISO 32000-1, 7.10.3 and 7.10.4).
    private static PdfDictionary colours(List<Shade.Stop> stops) {
        if (stops.size() == 2) {
            return piece(stops.get(0).colour(), stops.get(1).colour());
        }
        PdfArray pieces = new PdfArray();
        PdfArray bounds = new PdfArray();
        PdfArray encode = new PdfArray();
        for (int i = 1; i < stops.size(); i++) {
            pieces.add(piece(stops.get(i - 1).colour(), stops.get(i).colour()));
            encode.add(new PdfNumber(0));
            encode.add(new PdfNumber(1));
            if (i < stops.size() - 1) {
                bounds.add(new PdfNumber(stops.get(i).at()));
            }
        }
        PdfDictionary function = function(STITCHING);
        function.put(PdfName.FUNCTIONS, pieces);
        function.put(PdfName.BOUNDS, bounds);
        function.put(PdfName.ENCODE, encode);
        return function;
    }

    private static PdfDictionary piece(Color from, Color to) {
        PdfDictionary function = function(EXPONENTIAL);
        function.put(PdfName.C0, new PdfArray(getColorArray(from)));
        function.put(PdfName.C1, new PdfArray(getColorArray(to)));
        function.put(PdfName.N, new PdfNumber(1));
        return function;
    }

    private static PdfDictionary function(int type) {
        PdfDictionary function = new PdfDictionary();
        function.put(PdfName.FUNCTIONTYPE, new PdfNumber(type));
        function.put(PdfName.DOMAIN, new PdfArray(new float[] {0, 1}));
        return function;
    }

    private static PdfArray numbers(List<Float> numbers) {
        PdfArray array = new PdfArray();
        numbers.forEach(number -> array.add(new PdfNumber(number)));
        return array;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
