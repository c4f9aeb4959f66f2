package octavo.pdf.vector;

import java.util.function.Supplier;
import org.xhtmlrenderer.extend.FSImage;
import org.xhtmlrenderer.extend.Size;

/// A drawing as the layout engine sees it.
///
/// @param address the same for each use of one drawing, which is made once
/// @param width as it is laid out, in dots
/// @param height as it is laid out, in dots
public record VectorImage(String address, Supplier<Drawing> drawing, int width, int height) implements FSImage {
    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // every caller of the engine takes any picture
    public <T extends FSImage> T scale(int newWidth, int newHeight) {
        Size size = new Size(width, height).scale(newWidth, newHeight);
        return (T) new VectorImage(address, drawing, size.width(), size.height());
    }
}
