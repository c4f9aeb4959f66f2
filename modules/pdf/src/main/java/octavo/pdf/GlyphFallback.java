package octavo.pdf;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import octavo.fonts.FontFamily;
import octavo.fonts.Fonts;
import octavo.pdf.dom.Elements;
import octavo.pdf.script.Shaper;
import octavo.pdf.tag.Tagging;
import org.openpdf.text.pdf.BaseFont;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xhtmlrenderer.css.value.FontSpecification;

/// Finds a font for each character before the page is laid out, because the layout engine takes one font
/// for a whole run of text and drops silently what that font lacks.
///
/// Text in another font than its element's is wrapped: `a漢b` becomes `a<span style="font-family:'Noto Sans
/// JP'">漢</span>b`.
final class GlyphFallback {
    private static final Set<String> SKIPPED = Set.of("head", "style", "script", "title");
    private static final int REPLACEMENT = 0xFFFD;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final Set<UnicodeScript> KEEPS_ITS_SPACES = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.THAI,
            UnicodeScript.HANGUL);
    private static final int FIRST_PICTOGRAPH = 0x1F000;
    private static final FontFamily EMOJI = Fonts.family(Fonts.EMOJI).orElseThrow();

    private final PdfFonts fonts;
    private final Function<Element, FontSpecification> styles;
    private final BiConsumer<Element, Integer> missing;
    private final Map<Wanted, Choice> choices = new HashMap<>();

    /// @param styles the font that the style sheet gives an element
    /// @param missing told of each character that no font has, and of the element it stands in
    GlyphFallback(PdfFonts fonts, Function<Element, FontSpecification> styles, BiConsumer<Element, Integer> missing) {
        this.fonts = fonts;
        this.styles = styles;
        this.missing = missing;
    }

    /// What becomes of a character: shown as `codePoint` in a family, its element's own where that is
    /// empty.
    private record Choice(int codePoint, Optional<FontFamily> family, boolean lacking) {}

    private record Wanted(BaseFont own, String language, int codePoint, boolean pictograph) {}

    private record Run(Optional<FontFamily> family, String text) {}

    void apply(Element element) {
        Node child = element.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child instanceof Text text) {
                replace(element, text);
            } else if (child instanceof Element inner
                    && !SKIPPED.contains(inner.getNodeName())
                    && !inner.hasAttribute(Tagging.EMOJI)) {
                apply(inner);
            }
            child = next;
        }
    }

    private void replace(Element element, Text text) {
        String data = text.getData();
        if (data.isBlank() && data.chars().allMatch(c -> c < 0x80)) {
            return;
        }
        List<Run> runs = runs(element, Normalizer.normalize(data, Normalizer.Form.NFC));
        if (runs.size() == 1 && runs.getFirst().family().isEmpty()) {
            if (!runs.getFirst().text().equals(data)) {
                text.setData(runs.getFirst().text());
            }
            return;
        }
        Document document = text.getOwnerDocument();
        for (Run run : runs) {
            Text part = document.createTextNode(run.text());
            element.insertBefore(
                    run.family()
                            .<Node>map(family -> span(document, family, part))
                            .orElse(part),
                    text);
        }
        element.removeChild(text);
    }

    private static Element span(Document document, FontFamily family, Text text) {
        Element span = document.createElement("span");
        span.setAttribute("class", "fallback");
        span.setAttribute("style", "font-family: '" + family.name() + "'");
        span.appendChild(text);
        return span;
    }

    private List<Run> runs(Element element, String text) {
        FontSpecification style = styles.apply(element);
        BaseFont own = fonts.file(style);
        List<Run> runs = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        Optional<FontFamily> family = Optional.empty();
        int[] codePoints = text.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            int codePoint = codePoints[i];
            boolean joiner = isJoiner(codePoint) && i > 0 && Shaper.isComplex(codePoints[i - 1]);
            if (joiner) {
                current.appendCodePoint(codePoint);
            }
            if (joiner || isInvisible(codePoint) || (i > 0 && isSkinTone(codePoint))) {
                continue;
            }
            boolean pictograph =
                    codePoint >= FIRST_PICTOGRAPH || (i + 1 < codePoints.length && codePoints[i + 1] == EMOJI_STYLE);
            Choice choice =
                    family.filter(last -> goesWith(codePoint, last, style)).isPresent()
                            ? new Choice(codePoint, family, false)
                            : choose(element, style, own, codePoint, pictograph);
            if (choice.lacking()) {
                missing.accept(element, codePoint);
            }
            if (!choice.family().equals(family)) {
                addRun(runs, family, current);
                family = choice.family();
            }
            current.appendCodePoint(choice.codePoint());
        }
        addRun(runs, family, current);
        return runs;
    }

    private static void addRun(List<Run> runs, Optional<FontFamily> family, StringBuilder text) {
        if (!text.isEmpty()) {
            runs.add(new Run(family, text.toString()));
            text.setLength(0);
        }
    }

    private Choice choose(Element element, FontSpecification style, BaseFont own, int codePoint, boolean pictograph) {
        boolean control = codePoint < ' ' || codePoint == 0xAD || codePoint == 0x200B;
        if (control || (!pictograph && own.charExists(codePoint))) {
            return new Choice(codePoint, Optional.empty(), false);
        }
        return choices.computeIfAbsent(
                new Wanted(own, Elements.language(element), codePoint, pictograph), wanted -> search(style, wanted));
    }

    private Choice search(FontSpecification style, Wanted wanted) {
        int codePoint = wanted.codePoint();
        if (wanted.pictograph() && fonts.file(EMOJI, style).charExists(codePoint)) {
            return new Choice(codePoint, Optional.of(EMOJI), false);
        }
        if (wanted.own().charExists(codePoint)) {
            return new Choice(codePoint, Optional.empty(), false);
        }
        Optional<FontFamily> family = familyWith(style, wanted.language(), codePoint);
        if (family.isPresent()) {
            return new Choice(codePoint, family, false);
        }
        if (Character.getType(codePoint) == Character.SPACE_SEPARATOR) {
            return new Choice(' ', Optional.empty(), false);
        }
        return new Choice(REPLACEMENT, familyWith(style, wanted.language(), REPLACEMENT), true);
    }

    /// Of the families that share a sign, that of the passage's language is the one to take.
    private Optional<FontFamily> familyWith(FontSpecification style, String language, int codePoint) {
        return Fonts.FAMILIES.stream()
                .sorted(Comparator.comparing(
                        family -> language.isEmpty() || !family.language().equals(language)))
                .filter(family -> family.mayHave(codePoint))
                .filter(family -> has(family, style, codePoint))
                .findFirst();
    }

    private boolean has(FontFamily family, FontSpecification style, int codePoint) {
        return fonts.file(family, style).charExists(codePoint);
    }

    /// Whether a character is best taken from the font of the one before it: a mark belongs on its letter,
    /// and a space or full stop after an Arabic, Hebrew or Hindi word to that word. Each change of font is also a
    /// place where the engine may break the line.
    private boolean goesWith(int codePoint, FontFamily last, FontSpecification style) {
        boolean attached = Shaper.isMark(codePoint)
                || (last.scripts().stream().anyMatch(KEEPS_ITS_SPACES::contains) && isSpaceOrPunctuation(codePoint));
        return attached && has(last, style, codePoint);
    }

    private static boolean isSpaceOrPunctuation(int codePoint) {
        return !Character.isLetterOrDigit(codePoint) && UnicodeScript.of(codePoint) == UnicodeScript.COMMON;
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == 0x200C || codePoint == 0x200D;
    }

    /// Joiners, variation selectors, marks of direction: they steer other characters and have no shape. A
    /// soft hyphen and a zero width space say where a line may break and stay.
    private static boolean isInvisible(int codePoint) {
        return switch (codePoint) {
            case 0xAD, 0x200B -> false;
            default ->
                Character.getType(codePoint) == Character.FORMAT
                        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                        || (codePoint >= 0xE0000 && codePoint <= 0xE01FF)
                        || (codePoint >= 0x7F && codePoint <= 0x9F);
        };
    }

    private static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }
}
