package octavo.pdf.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfContentByte;

class QrDrawingTest {
    private static final int SCALE = 8;

    /// The rectangles as a camera sees them.
    private static final class Camera extends PdfContentByte {
        private final int side;
        private final int[] pixels;

        Camera(Drawing drawing) {
            super(null);
            side = Math.round(drawing.width()) * SCALE;
            pixels = new int[side * side];
            Arrays.fill(pixels, 0xFFFFFF);
        }

        @Override
        public void rectangle(float x, float y, float width, float height) {
            int top = Math.round(y * SCALE);
            int bottom = Math.round((y + height) * SCALE);
            int left = Math.round(x * SCALE);
            int right = Math.round((x + width) * SCALE);
            for (int row = top; row < bottom; row++) {
                Arrays.fill(pixels, row * side + left, row * side + right, 0);
            }
        }
    }

    @Test
    void aTelephoneReadsTheAddress() throws ReaderException {
        String address = "https://harbour.example/2025/05/the-ice-and-the-ferry/";
        QrDrawing drawing = QrDrawing.of(QrDrawing.src(address).orElseThrow());
        Camera camera = new Camera(drawing);
        drawing.draw(camera);
        RGBLuminanceSource seen = new RGBLuminanceSource(camera.side, camera.side, camera.pixels);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                        .getText())
                .isEqualTo(address);
    }

    @Test
    void whatLeadsNowhereHasNoCode() {
        assertThat(QrDrawing.src("/2025/may/")).isEmpty();
        assertThat(QrDrawing.src("https://harbour.example/" + "a".repeat(300))).isEmpty();
    }
}
