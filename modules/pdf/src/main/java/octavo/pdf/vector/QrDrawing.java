package octavo.pdf.vector;

import io.nayuki.qrcodegen.QrCode;
import java.util.Arrays;
import java.util.Optional;
import org.openpdf.text.pdf.PdfContentByte;

/// An address as a QR code (ISO/IEC 18004) with the white around it that readers need.
public final class QrDrawing implements Drawing {
    public static final String SCHEME = "qr:";

    private static final int QUIET_ZONE = 4;
    /// In characters; the modules of a longer address are too small to be told apart where it is printed.
    private static final int LONGEST_ADDRESS = 250;

    private final QrCode code;

    private QrDrawing(QrCode code) {
        this.code = code;
    }

    /// What an `img` element that shows the code has as its `src`, or empty where there is none to show.
    public static Optional<String> src(String address) {
        return address.contains("://") && address.length() <= LONGEST_ADDRESS
                ? Optional.of(SCHEME + address)
                : Optional.empty();
    }

    /// @param src from [#src]
    public static QrDrawing of(String src) {
        return new QrDrawing(QrCode.encodeText(src.substring(SCHEME.length()), QrCode.Ecc.MEDIUM));
    }

    @Override
    public float width() {
        return code.size + 2 * QUIET_ZONE;
    }

    @Override
    public float height() {
        return width();
    }

    /// Modules that touch are one rectangle: viewers leave hairlines between rectangles that only touch.
    @Override
    public void draw(PdfContentByte out) {
        boolean[][] done = new boolean[code.size][code.size];
        out.setRGBColorFill(0, 0, 0);
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (isOpen(done, x, y)) {
                    rectangle(out, done, x, y);
                }
            }
        }
        out.fill();
    }

    private boolean isOpen(boolean[][] done, int x, int y) {
        return code.getModule(x, y) && !done[y][x];
    }

    private void rectangle(PdfContentByte out, boolean[][] done, int left, int top) {
        int right = left;
        while (isOpen(done, right, top)) {
            right++;
        }
        int bottom = top;
        while (isOpenRow(done, left, right, bottom)) {
            Arrays.fill(done[bottom], left, right, true);
            bottom++;
        }
        out.rectangle(left + QUIET_ZONE, top + QUIET_ZONE, right - left, bottom - top);
    }

    private boolean isOpenRow(boolean[][] done, int left, int right, int y) {
        for (int x = left; x < right; x++) {
            if (!isOpen(done, x, y)) {
                return false;
            }
        }
        return true;
    }
}
