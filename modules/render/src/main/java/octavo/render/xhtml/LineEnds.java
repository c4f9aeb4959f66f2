package octavo.render.xhtml;

import java.util.List;
import java.util.Set;
import octavo.model.Inline;
import octavo.model.Language;
import octavo.model.PlainText;

/// Line ends of the source in scripts that put no spaces between words (CSS Text 3, segment break transformation).
public final class LineEnds {
    private static final Set<String> LANGUAGES = Set.of("ja", "zh");

    private LineEnds() {}

    /// Whether the language joins lines without a space.
    public static boolean joins(Language language) {
        return LANGUAGES.contains(language.primary());
    }

    /// Whether a line end means nothing, because it stands between two ideographs, kana or their punctuation.
    ///
    /// @param before what has been written so far
    /// @param inlines the text
    /// @param index of the line end in it
    public static boolean vanishes(CharSequence before, List<Inline> inlines, int index) {
        if (before.isEmpty() || index + 1 >= inlines.size()) {
            return false;
        }
        String after = PlainText.of(inlines.subList(index + 1, index + 2));
        return !after.isEmpty()
                && isIdeographic(Character.codePointBefore(before, before.length()))
                && isIdeographic(after.codePointAt(0));
    }

    private static boolean isIdeographic(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
            default -> (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
        };
    }
}
