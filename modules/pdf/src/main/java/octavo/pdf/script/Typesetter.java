package octavo.pdf.script;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutManager;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfGlyphArray;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfTextArray;
import org.xhtmlrenderer.render.JustificationInfo;

/// Writes text into a page. OpenPDF asks it for each piece of text, because it is the writer's layout manager.
public final class Typesetter extends GlyphLayoutManager {
    private static final double TINY = 0.01;

    private final Shaper shaper;
    private final Kerning kerning;
    private final double dotsPerPoint;
    private boolean rightToLeft;
    private Optional<JustificationInfo> justification = Optional.empty();

    /// @param dotsPerPoint of the lengths in a [JustificationInfo]
    public Typesetter(Shaper shaper, Kerning kerning, double dotsPerPoint) {
        this.shaper = shaper;
        this.kerning = kerning;
        this.dotsPerPoint = dotsPerPoint;
    }

    /// How the text to come is written.
    public void prepare(boolean rightToLeft, @Nullable JustificationInfo justification) {
        this.rightToLeft = rightToLeft;
        this.justification = Optional.ofNullable(justification);
    }

    @Override
    public boolean supportsFont(BaseFont font) {
        return true;
    }

    @Override
    public void showText(PdfContentByte page, BaseFont font, float size, String text) {
        shaper.shape(font, text, rightToLeft)
                .ifPresentOrElse(
                        shaped -> show(page, font, size, shaped),
                        () -> showPlain(page, font, size, rightToLeft ? Mirror.reversed(text) : text));
    }

    private void showPlain(PdfContentByte page, BaseFont font, float size, String text) {
        PdfTextArray pieces = new PdfTextArray();
        StringBuilder piece = new StringBuilder();
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            double gap = before < 0 ? 0 : kerning.between(font, before, codePoint) + room(before, size);
            if (gap != 0) {
                pieces.add(piece.toString());
                pieces.add((float) -gap);
                piece.setLength(0);
            }
            piece.appendCodePoint(codePoint);
            before = codePoint;
            i += Character.charCount(codePoint);
        }
        pieces.add(piece.toString());
        page.showText(pieces);
    }

    /// What the justification of the line adds behind a character, in thousandths of the size.
    private double room(int codePoint, float size) {
        return justification
                        .map(info -> isSpace(codePoint) ? info.spaceAdjust() : info.nonSpaceAdjust())
                        .orElse(0f)
                / dotsPerPoint
                * 1000
                / size;
    }

    private static boolean isSpace(int codePoint) {
        return codePoint == ' ' || codePoint == '\u00a0' || codePoint == '\u3000';
    }

    private void show(PdfContentByte page, BaseFont font, float size, ShapedText shaped) {
        completeCmap(page, font, shaped.text(), shaped.glyphs());
        double room = roomPerSpace(shaped.text(), size);
        Pen pen = new Pen(page, font, size);
        for (ShapedText.Group group : rightToLeft ? shaped.letters() : shaped.words()) {
            String text = group.text();
            if (group.isSpace()) {
                for (int i = group.from(); i < group.to(); i++) {
                    pen.spaceFrom(shaped.x(i));
                }
                pen.shift(room * text.length());
            } else if (rightToLeft) {
                showLetter(page, pen, shaped, group);
            } else {
                beginSpan(page, text);
                draw(pen, shaped, group);
                page.endMarkedContentSequence();
            }
        }
    }

    private static void draw(Pen pen, ShapedText shaped, ShapedText.Group group) {
        for (int i = group.from(); i < group.to(); i++) {
            pen.draw(shaped, i);
        }
        pen.lift();
    }

    /// Readers turn around what stands from right to left, one code point after the other. So each code point gets
    /// a place of its own, and the one on the left all the ink. Some readers go by the first glyph of a place, some
    /// go by the last, and some take a gap for a space: spaces, which leave no ink, fill the place.
    private static void showLetter(PdfContentByte page, Pen pen, ShapedText shaped, ShapedText.Group letter) {
        int[] codePoints = letter.text().codePoints().toArray();
        double left = shaped.left(letter);
        double part = (shaped.right(letter) - left) / codePoints.length;
        for (int i = 0; i < codePoints.length; i++) {
            beginSpan(page, Character.toString(codePoints[codePoints.length - 1 - i]));
            if (i > 0) {
                pen.spaceFrom(left + part * i);
            } else {
                showInk(pen, shaped, letter);
            }
            if (codePoints.length > 1) {
                pen.spaceTo(left + part * (i + 1));
            }
            page.endMarkedContentSequence();
        }
    }

    private static void showInk(Pen pen, ShapedText shaped, ShapedText.Group letter) {
        double left = shaped.left(letter);
        shaped.marks(letter).forEach(mark -> {
            pen.spaceFrom(left);
            pen.spaceTo(shaped.x(mark));
            pen.draw(shaped, mark);
        });
        shaped.bases(letter).forEach(base -> pen.draw(shaped, base));
        pen.lift();
    }

    /// Joined letters cannot be spaced: what a line needs to be as long as the others goes between words.
    private double roomPerSpace(String text, float size) {
        double room = 0;
        int spaces = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            room += room(text.charAt(i), size);
        }
        for (int i = 0; i < text.length(); i++) {
            spaces += isSpace(text.charAt(i)) ? 1 : 0;
        }
        return spaces == 0 ? 0 : room / spaces;
    }

    /// What the glyphs to come say: they stand for parts and groups of characters, and not in their order.
    private static void beginSpan(PdfContentByte page, String word) {
        PdfDictionary properties = new PdfDictionary();
        properties.put(PdfName.ACTUALTEXT, new PdfString(word, PdfObject.TEXT_UNICODE));
        page.beginMarkedContentSequence(PdfName.SPAN, properties, true);
    }

    /// Puts glyphs where they belong, with as few operators as it takes.
    private static final class Pen {
        private static final int NO_GLYPH = 0xFFFE;

        private final PdfContentByte page;
        private final BaseFont font;
        private final float size;
        private final PdfGlyphArray glyphs = new PdfGlyphArray();
        private double at;
        private double shift;
        private double rise;

        Pen(PdfContentByte page, BaseFont font, float size) {
            this.page = page;
            this.font = font;
            this.size = size;
        }

        /// Draws a space that begins here.
        void spaceFrom(double x) {
            move(x);
            lift();
            page.showTextBasic(" ");
            at += font.getWidth(' ');
        }

        /// Draws a space that ends here.
        void spaceTo(double x) {
            spaceFrom(x - font.getWidth(' '));
        }

        void draw(ShapedText shaped, int index) {
            int glyph = shaped.glyph(index);
            if (glyph >= NO_GLYPH) {
                return; // the character has become a part of the one before it
            }
            double rise = shaped.rise(index);
            if (Math.abs(rise - this.rise) > TINY) {
                lift();
                this.rise = rise;
                page.setTextRise((float) (rise * size / ShapedText.SIZE));
            }
            move(shaped.x(index));
            glyphs.add(glyph);
            at += shaped.advance(index);
        }

        private void move(double x) {
            double gap = x + shift - at;
            if (Math.abs(gap) > TINY) {
                glyphs.add((float) -gap);
                at += gap;
            }
        }

        void shift(double room) {
            shift += room;
        }

        void lift() {
            page.showText(glyphs);
            glyphs.clear();
            if (rise != 0) {
                rise = 0;
                page.setTextRise(0);
            }
        }
    }
}
