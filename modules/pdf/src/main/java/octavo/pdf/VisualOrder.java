package octavo.pdf;

import org.xhtmlrenderer.render.InlineText;

final class VisualOrder {
    private VisualOrder() {}

    static boolean isRightToLeft(InlineText text) {
        return false;
    }

    static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
