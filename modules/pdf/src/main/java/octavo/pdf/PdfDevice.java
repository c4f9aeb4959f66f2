package octavo.pdf;

import org.jspecify.annotations.Nullable;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.render.InlineText;
import org.xhtmlrenderer.render.JustificationInfo;
import org.xhtmlrenderer.render.RenderingContext;

/// Paints what the layout engine has placed.
final class PdfDevice extends ITextOutputDevice {
    private boolean rightToLeft;

    PdfDevice(float dotsPerPoint) {
        super(dotsPerPoint);
    }

    @Override
    public void drawText(RenderingContext context, InlineText text) {
        rightToLeft = VisualOrder.isRightToLeft(text);
        super.drawText(context, text);
        rightToLeft = false;
    }

    /// In justified text the engine shows one `char` after the other and so tears surrogate pairs apart:
    /// text with such pairs is drawn in one piece.
    @Override
    public void drawString(String text, float x, float y, @Nullable JustificationInfo info) {
        String visible = PdfTextRenderer.visible(text);
        boolean pairs = visible.chars().anyMatch(c -> Character.isSurrogate((char) c));
        super.drawString(rightToLeft ? VisualOrder.reversed(visible) : visible, x, y, pairs ? null : info);
    }
}
