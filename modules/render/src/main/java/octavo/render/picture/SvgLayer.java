package octavo.render.picture;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import org.apache.batik.gvt.CompositeGraphicsNode;
import org.apache.batik.gvt.GraphicsNode;

/// A part of a drawing that is see-through as a whole, for surfaces with [Layers]. Left to itself, Batik would make
/// pixels of it.
final class SvgLayer extends CompositeGraphicsNode {
    private final float opacity;

    private SvgLayer(float opacity) {
        this.opacity = opacity;
    }

    /// Puts each such part of a tree into a layer.
    static void find(GraphicsNode node) {
        if (!(node instanceof CompositeGraphicsNode group)) {
            return;
        }
        for (int i = 0; i < group.size(); i++) {
            GraphicsNode child = (GraphicsNode) group.get(i);
            find(child);
            if (child.getComposite() instanceof AlphaComposite composite
                    && composite.getRule() == AlphaComposite.SRC_OVER
                    && composite.getAlpha() < 1
                    && child.getFilter() == null
                    && child.getMask() == null) {
                SvgLayer layer = new SvgLayer(composite.getAlpha());
                child.setComposite(AlphaComposite.SrcOver);
                group.remove(i);
                layer.add(child);
                group.add(i, layer);
            }
        }
    }

    @Override
    public void paint(Graphics2D surface) {
        if (surface instanceof Layers layers) {
            layers.begin(opacity);
            super.paint(surface);
            layers.end();
        }
    }
}
