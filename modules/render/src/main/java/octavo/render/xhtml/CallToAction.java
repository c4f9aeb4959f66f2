package octavo.render.xhtml;

import java.util.List;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Target;

/// A call to action: a paragraph that holds nothing but a strong link. Email and web page show it as a button.
final class CallToAction {
    private CallToAction() {}

    static boolean is(Block.Paragraph paragraph) {
        return paragraph.content().size() == 1
                && switch (paragraph.content().getFirst()) {
                    case Inline.Strong strong ->
                        strong.content().size() == 1 && isLink(strong.content().getFirst());
                    case Inline.Link link -> isLink(link) && isStrong(link.content());
                    default -> false;
                };
    }

    private static boolean isStrong(List<Inline> content) {
        return content.size() == 1 && content.getFirst() instanceof Inline.Strong;
    }

    private static boolean isLink(Inline inline) {
        return inline instanceof Inline.Link link && !(link.target() instanceof Target.Dead);
    }
}
