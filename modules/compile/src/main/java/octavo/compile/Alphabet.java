package octavo.compile;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import octavo.model.IndexEntry;
import octavo.model.Language;

/// The order of names in a language, and the initials that they stand under.
final class Alphabet {
    /// What begins with no letter stands before the letters.
    private static final String OTHER = "#";
    /// Chinese characters are too many for one initial each.
    private static final String IDEOGRAPHS = "漢";

    private final Locale locale;
    private final Collator order;
    private final Collator letters;

    Alphabet(Language language) {
        locale = language.locale();
        order = Collator.getInstance(locale);
        order.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        letters = Collator.getInstance(locale);
        letters.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        letters.setStrength(Collator.PRIMARY);
    }

    /// By initial, then by name.
    Comparator<IndexEntry> order() {
        return Comparator.comparing((IndexEntry entry) -> !entry.initial().equals(OTHER))
                .thenComparing(entry -> entry.initial().equals(IDEOGRAPHS))
                .thenComparing(IndexEntry::initial, order)
                .thenComparing(IndexEntry::name, order)
                .thenComparing(IndexEntry::name);
    }

    /// `É` stands under `E` in French, `Ö` under itself in Swedish, as the language counts its letters.
    String initial(String name) {
        int first = name.codePointAt(0);
        if (!Character.isLetter(first)) {
            return OTHER;
        }
        if (Character.isIdeographic(first)) {
            return IDEOGRAPHS;
        }
        String letter = Character.toString(hiragana(first)).toUpperCase(locale);
        String plain = Normalizer.normalize(letter, Normalizer.Form.NFKD);
        String base = plain.substring(0, plain.offsetByCodePoints(0, 1));
        return letters.compare(base, letter) == 0 ? base : letter;
    }

    /// Both of the Japanese syllabaries are one alphabet.
    private static int hiragana(int c) {
        return c >= 'ァ' && c <= 'ヶ' ? c - ('ァ' - 'ぁ') : c;
    }
}
