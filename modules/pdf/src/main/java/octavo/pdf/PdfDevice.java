package octavo.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import octavo.pdf.script.Kerning;
import octavo.pdf.script.Shaper;
import octavo.pdf.script.Typesetter;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfWriter;
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
    private final Typesetter typesetter;
    private boolean rightToLeft;

    PdfDevice(float dotsPerPoint, Shaper shaper, Kerning kerning) {
        super(dotsPerPoint);
        this.typesetter = new Typesetter(shaper, kerning, dotsPerPoint);
    }

    @Override
    public void paintBackground(RenderingContext context, Box box) {
        if (box instanceof InlineLayoutBox inline) {
            order(inline);
        }
        super.paintBackground(context, box);
    }

    /// The engine places the pieces of a line with page numbers anew just before it paints them, and lays out
    /// running heads only then.
    private void order(InlineLayoutBox inline) {
        LineBox line = inline.getLineBox();
        if ((line.isContainsDynamicFunction() || VisualOrder.isRunning(line)) && ordered.add(line)) {
            VisualOrder.order(line);
        }
    }

    @Override
    public void setWriter(PdfWriter writer) {
        super.setWriter(writer);
        writer.setGlyphLayoutManager(typesetter);
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

    @Override
    public void drawString(String text, float x, float y, @Nullable JustificationInfo info) {
        typesetter.prepare(rightToLeft, info);
        super.drawString(PdfTextRenderer.visible(text), x, y, null);
    }
}
