package octavo.pdf;

import java.awt.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import octavo.pdf.emoji.Emoji;
import octavo.pdf.emoji.EmojiSpans;
import octavo.pdf.script.Typesetter;
import octavo.pdf.tag.Artifact;
import octavo.pdf.tag.Tagging;
import octavo.pdf.vector.VectorForms;
import octavo.pdf.vector.VectorImage;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xhtmlrenderer.extend.FSImage;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextFontContext;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.InlineLayoutBox;
import org.xhtmlrenderer.render.InlineText;
import org.xhtmlrenderer.render.JustificationInfo;
import org.xhtmlrenderer.render.LineBox;
import org.xhtmlrenderer.render.PageBox;
import org.xhtmlrenderer.render.RenderingContext;

/// Paints what the layout engine has placed, and says of all that it paints what it is part of.
///
/// Links are not left to the engine: its annotations belong to no tag. [DigestHandler] hides them from it.
final class PdfDevice extends ITextOutputDevice {
    /// In parts of the size of the text around it: the side of an emoji, and how much of it is above the line.
    private static final float EMOJI_SIDE = 1.15f;

    private static final float EMOJI_RISE = 0.93f;

    private final Set<LineBox> ordered = Collections.newSetFromMap(new IdentityHashMap<>());
    private final TextsOfLine line = new TextsOfLine();
    private final VectorForms forms = new VectorForms();
    private final Element body;
    private final Typesetter typesetter;
    private final PdfTextRenderer measure;
    private @Nullable Box root;
    private @Nullable Tagging tagging;
    private @Nullable ITextFSFont font;
    private @Nullable RenderingContext lineContext;
    private Optional<Emoji> emoji = Optional.empty();
    private boolean rightToLeft;
    private boolean spaceFollows;
    /// Whether what is painted now has been announced, so that lines and shapes are a part of it.
    private boolean announced;

    /// @param body the document's element that is laid out
    /// @param measure tells how wide a text is that is painted
    PdfDevice(float dotsPerPoint, Element body, Typesetter typesetter, PdfTextRenderer measure) {
        super(dotsPerPoint);
        this.body = body;
        this.typesetter = typesetter;
        this.measure = measure;
    }

    @Override
    public void setRoot(Box newRoot) {
        root = newRoot;
        super.setRoot(newRoot);
    }

    @Override
    public void setWriter(PdfWriter writer) {
        super.setWriter(writer);
        writer.setGlyphLayoutManager(typesetter);
        tagging = new Tagging(body, writer);
    }

    private Box root() {
        return Objects.requireNonNull(root, "the engine sets the root before it paints");
    }

    private PdfWriter writer() {
        return Objects.requireNonNull(getWriter(), "the engine sets the writer before it paints");
    }

    private Tagging tagging() {
        return Objects.requireNonNull(tagging, "the engine sets the writer before it paints");
    }

    @Override
    public void finishPage() {
        finishLine();
        tagging().finishPage(getCurrentPage());
        super.finishPage();
    }

    @Override
    public void finish(RenderingContext context, Box box) {
        super.finish(context, box);
        try {
            tagging().finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void paintBackground(RenderingContext context, Box box) {
        if (box instanceof InlineLayoutBox inline) {
            order(inline);
        }
        super.paintBackground(context, box);
        boolean elsewhere = box instanceof InlineLayoutBox inline && isOnOtherPage(context, inline);
        if (box.getElement() != null && owner(box).isPresent() && !elsewhere) {
            link(context, box.getElement(), createLocalTargetArea(context, box));
        }
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
    public void drawText(RenderingContext context, InlineText text) {
        if (text.getParent() != null && isOnOtherPage(context, text.getParent())) {
            return;
        }
        if (!line.takes(text)) {
            finishLine();
        }
        line.add(text);
        lineContext = context;
    }

    /// The engine paints a line on each page that its box touches. Letters taller than their line touch the page
    /// before: nobody would see them there, but who copies the text, hears it read or follows its links would meet
    /// them twice.
    private static boolean isOnOtherPage(RenderingContext context, InlineLayoutBox box) {
        PageBox page = context.getPage();
        if (page == null || box.isContainedInMarginBox()) {
            return false;
        }
        int top = box.getLineBox().getAbsY();
        return top < page.getTop() || top >= page.getBottom();
    }

    private void finishLine() {
        RenderingContext context = lineContext;
        if (context != null) {
            lineContext = null;
            line.take().forEach(text -> paint(context, text));
        }
    }

    private void paint(RenderingContext context, InlineText text) {
        InlineLayoutBox parent = text.getParent();
        if (parent != null) {
            order(parent);
        }
        Optional<Element> owner = parent == null ? Optional.empty() : owner(parent);
        emoji = Optional.ofNullable(parent).flatMap(PdfDevice::element).flatMap(EmojiSpans::of);
        if (parent != null && owner.isPresent() && emoji.isPresent()) {
            tagging().picture(getCurrentPage(), owner.get(), createLocalTargetArea(context, parent));
        } else {
            announce(text, owner);
        }
        rightToLeft = VisualOrder.isRightToLeft(text);
        spaceFollows = LineSpaces.follows(text);
        announced(() -> super.drawText(context, text));
        emoji = Optional.empty();
        spaceFollows = false;
        rightToLeft = false;
    }

    @Override
    public void translate(double x, double y) {
        finishLine();
        super.translate(x, y);
    }

    @Override
    public void clip(Shape shape) {
        finishLine();
        super.clip(shape);
    }

    @Override
    public void setClip(Shape shape) {
        finishLine();
        super.setClip(shape);
    }

    private void announce(InlineText text, Optional<Element> owner) {
        Text node = text.getTextNode();
        if (owner.isEmpty()) {
            tagging().artifact(getCurrentPage(), Artifact.PAGINATION);
        } else if (node != null) {
            tagging().text(getCurrentPage(), node, owner.get());
        } else if (isLeader(text.getSubstring())) {
            tagging().artifact(getCurrentPage(), Artifact.LAYOUT);
        } else {
            boolean before =
                    text.getParent() != null && "before".equals(text.getParent().getPseudoElementOrClass());
            tagging().generated(getCurrentPage(), owner.get(), before);
        }
    }

    /// The dots between a title and its page number are not to be read aloud.
    private static boolean isLeader(String generated) {
        return generated.chars().allMatch(c -> c == '.' || c == ' ');
    }

    @Override
    public void paintReplacedElement(RenderingContext context, BlockBox box) {
        finishLine();
        Element picture = box.getElement();
        if (picture == null || owner(box).isEmpty()) {
            tagging().artifact(getCurrentPage(), Artifact.PAGINATION);
        } else {
            Rectangle area = createLocalTargetArea(context, box);
            tagging().picture(getCurrentPage(), picture, area);
            // A link that is a part of a line is only as high as its words.
            for (Node node = picture; node instanceof Element around; node = node.getParentNode()) {
                link(context, around, area);
            }
        }
        announced(() -> super.paintReplacedElement(context, box));
    }

    private void announced(Runnable painting) {
        announced = true;
        painting.run();
        announced = false;
    }

    /// The element that a box belongs to, or empty for what stands in a page's margins.
    private static Optional<Element> owner(Box box) {
        return box.isContainedInMarginBox() ? Optional.empty() : element(box);
    }

    private static Optional<Element> element(Box box) {
        Box outer = box;
        while (outer != null && outer.getElement() == null) {
            outer = outer.getParent();
        }
        return Optional.ofNullable(outer).map(Box::getElement);
    }

    private void link(RenderingContext context, Element element, Rectangle area) {
        String address = element.getNodeName().equals("a") ? element.getAttribute("href") : "";
        if (!address.isEmpty()) {
            LinkTargets targets = new LinkTargets(root(), writer(), getDotsPerPoint());
            tagging().link(element, area, () -> targets.action(context, address));
        }
    }

    @Override
    public void setFont(ITextFSFont newFont) {
        font = newFont;
        super.setFont(newFont);
    }

    @Override
    public void drawString(String text, float x, float y, @Nullable JustificationInfo info) {
        if (emoji.isPresent()) {
            drawEmoji(emoji.get(), text, x, y);
            return;
        }
        String words = PdfTextRenderer.words(text);
        typesetter.prepare(rightToLeft, info);
        super.drawString(spaceFollows && !rightToLeft ? words + " " : words, x, y, null);
        if (PdfTextRenderer.isHyphenated(text)) {
            drawHyphen(x + width(words), y);
        } else if (spaceFollows && rightToLeft) {
            super.drawString(" ", x - width(" "), y, null);
        }
    }

    /// The letter that stands in for it is there to be copied, and not to be seen.
    private void drawEmoji(Emoji shown, String letter, float x, float y) {
        getCurrentPage().setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_INVISIBLE);
        drawAs(shown.text(), letter, x, y);
        getCurrentPage().setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL);
        float size = Objects.requireNonNull(font, "text is painted in a font").getSize2D();
        int side = Math.round(size * EMOJI_SIDE);
        VectorImage image = new VectorImage(Tagging.EMOJI + shown.key(), shown::drawing, side, side);
        drawImage(image, Math.round(x + (width(letter) - side) / 2f), Math.round(y - size * EMOJI_RISE));
    }

    /// The hyphen that is no part of its word: who copies the text gets the word whole.
    private void drawHyphen(float x, float y) {
        drawAs("\u00ad", "-", x, y);
    }

    /// @param copied what copying finds instead of what is seen
    private void drawAs(String copied, String text, float x, float y) {
        // In UTF-16 (ISO 32000-1, 7.9.2.2): the library would take the encoding of old PDFs where it is one letter.
        PdfString actual = new PdfString(("\ufeff" + copied).getBytes(StandardCharsets.UTF_16BE)).setHexWriting(true);
        PdfDictionary properties = new PdfDictionary();
        properties.put(new PdfName("ActualText"), actual);
        getCurrentPage().beginMarkedContentSequence(new PdfName("Span"), properties, true);
        super.drawString(text, x, y, null);
        getCurrentPage().endMarkedContentSequence();
    }

    private int width(String text) {
        ITextFSFont current = Objects.requireNonNull(font, "text is painted in a font");
        return measure.getWidth(new ITextFontContext(), current, text);
    }

    @Override
    public void draw(Shape shape) {
        decorate();
        super.draw(shape);
    }

    @Override
    public void fill(Shape shape) {
        decorate();
        super.fill(shape);
    }

    @Override
    public void drawImage(FSImage image, int x, int y) {
        decorate();
        FSImage placeable = image instanceof VectorImage vector ? forms.placeable(vector, getCurrentPage()) : image;
        super.drawImage(placeable, x, y);
    }

    private void decorate() {
        if (!announced) {
            tagging().artifact(getCurrentPage(), Artifact.LAYOUT);
        }
    }
}
