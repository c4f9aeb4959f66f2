package octavo.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives the letters of the Arabic script their joined forms.
///
/// The layout engine shows one glyph for one character, so each letter becomes the character of Unicode's
/// Arabic Presentation Forms that looks as it should: `ب` at the start of a word becomes `ﺑ`. The table is
/// derived from Unicode's own decompositions, which list a letter's isolated, final, initial and medial
/// form one after the other.
final class ArabicShaper {
    /// Stands where a letter has become a part of the one before it; to be removed.
    static final char MERGED = '\uFFFF';

    private static final char LAM = '\u0644';
    private static final char TATWEEL = '\u0640';
    private static final char JOINER = '\u200D';
    private static final Map<Character, String> FORMS = new HashMap<>();
    private static final Map<Character, String> LAM_ALEFS = new HashMap<>();

    static {
        addForms('\uFB50', '\uFBB1');
        addForms('\uFBD3', '\uFBE7');
        addForms('\uFBFC', '\uFBFF');
        addForms('\uFE80', '\uFEF4');
        for (char form = '\uFEF5'; form <= '\uFEFC'; form++) {
            LAM_ALEFS.merge(decomposed(form).charAt(1), Character.toString(form), String::concat);
        }
    }

    private ArabicShaper() {}

    private static void addForms(char first, char last) {
        for (char form = first; form <= last; form++) {
            String letter = decomposed(form);
            if (letter.length() == 1 && letter.charAt(0) != form) {
                FORMS.merge(letter.charAt(0), Character.toString(form), String::concat);
            }
        }
    }

    private static String decomposed(char form) {
        return Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
    }

    /// Shapes text in reading order. The result is as long as the text; see [#MERGED].
    static String shape(String text) {
        char[] shaped = text.toCharArray();
        List<Integer> letters = letters(text);
        for (int i = 0; i < letters.size(); i++) {
            int at = letters.get(i);
            boolean before = i > 0 && joined(text, letters.get(i - 1), at);
            boolean after = i + 1 < letters.size() && joined(text, at, letters.get(i + 1));
            shaped[at] = form(text.charAt(at), before, after);
        }
        mergeLamAlef(text, shaped);
        return new String(shaped);
    }

    /// Where the letters stand; marks above and below them do not part them.
    private static List<Integer> letters(String text) {
        List<Integer> letters = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (Character.getType(text.charAt(i)) != Character.NON_SPACING_MARK) {
                letters.add(i);
            }
        }
        return letters;
    }

    private static boolean joined(String text, int first, int second) {
        char before = text.charAt(first);
        char after = text.charAt(second);
        return (joinsAlways(before) || forms(before).length() == 4)
                && (joinsAlways(after) || forms(after).length() >= 2);
    }

    private static boolean joinsAlways(char letter) {
        return letter == TATWEEL || letter == JOINER;
    }

    private static String forms(char letter) {
        return FORMS.getOrDefault(letter, "");
    }

    private static char form(char letter, boolean before, boolean after) {
        String forms = forms(letter);
        int form = (before ? 1 : 0) + (after ? 2 : 0);
        return switch (forms.length()) {
            case 4 -> forms.charAt(form);
            case 2, 3 -> forms.charAt(before ? 1 : 0);
            case 1 -> forms.charAt(0);
            default -> letter;
        };
    }

    /// Lam and alef are always written as one.
    private static void mergeLamAlef(String text, char[] shaped) {
        for (int i = 0; i + 1 < shaped.length; i++) {
            String forms = LAM_ALEFS.get(text.charAt(i + 1));
            if (text.charAt(i) == LAM && forms != null) {
                boolean joined = shaped[i] == forms(LAM).charAt(1)
                        || shaped[i] == forms(LAM).charAt(3);
                shaped[i] = forms.charAt(joined ? 1 : 0);
                shaped[i + 1] = MERGED;
            }
        }
    }
}
