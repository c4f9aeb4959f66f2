package octavo.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.InlineLayoutBox;
import org.xhtmlrenderer.render.InlineText;
import org.xhtmlrenderer.render.JustificationInfo;
import org.xhtmlrenderer.render.LineBox;
import org.xhtmlrenderer.render.RenderingContext;

/// Paints what the layout engine has placed.
final class PdfDevice extends ITextOutputDevice {
    private final Set<LineBox> ordered = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean rightToLeft;

    PdfDevice(float dotsPerPoint) {
        super(dotsPerPoint);
    }

    @Override
    public void paintBackground(RenderingContext context, Box box) {
        if (box instanceof InlineLayoutBox inline) {
            order(inline);
        }
        super.paintBackground(context, box);
    }

    /// The engine places the pieces of a line with page numbers anew just before it paints them.
    private void order(InlineLayoutBox inline) {
        LineBox line = inline.getLineBox();
        if (line.isContainsDynamicFunction() && ordered.add(line)) {
            VisualOrder.order(line);
        }
    }

    @Override
    public void drawText(RenderingContext context, InlineText text) {
        if (text.getParent() != null) {
            order(text.getParent());
        }
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
