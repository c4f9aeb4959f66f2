package octavo.compile;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Hands out ids that are unique in an edition and valid as an XML NCName, so that every output can carry
/// them.
final class Anchors {
    /// Letters beyond ASCII that the fourth edition of XML 1.0 (appendix B) knows: validators still hold
    /// to it. Pairs of first and last; the signs that some scripts set on letters are left out.
    private static final int[] LETTERS = {
        0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x131, 0x134, 0x13E, 0x141, 0x148, 0x14A, 0x17E, 0x1E00, 0x1E9B, 0x1EA0, 0x1EF9,
        0x388, 0x38A, 0x38E, 0x3A1, 0x3A3, 0x3CE, 0x401, 0x40C, 0x40E, 0x44F, 0x451, 0x45C, 0x45E, 0x481, 0x531, 0x556,
        0x561, 0x586, 0x5D0, 0x5EA, 0x621, 0x63A, 0x641, 0x64A, 0x671, 0x6B7, 0x6BA, 0x6BE, 0x6C0, 0x6CE, 0x905, 0x939,
        0xE01, 0xE2E, 0x10D0, 0x10F6, 0x3041, 0x3094, 0x30A1, 0x30FA, 0x30FC, 0x30FC, 0x4E00, 0x9FA5, 0xAC00, 0xD7A3
    };

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> suffixes = new HashMap<>();

    /// A free id as near to the wanted one as possible.
    String take(String wanted) {
        return take(wanted, 0);
    }

    /// A free id for a footnote; the ids of the marks that lead to it (`fn1-ref`, `fn1-ref-2`) are kept
    /// free as well.
    String take(String wanted, int marks) {
        String name = name(wanted);
        String candidate = name;
        while (!isFree(candidate, marks)) {
            candidate =
                    name + "-" + suffixes.merge(name, 1, (last, _) -> last + 1).intValue();
        }
        taken.add(candidate);
        for (int mark = 1; mark <= marks; mark++) {
            taken.add(mark(candidate, mark));
        }
        return candidate;
    }

    private boolean isFree(String candidate, int marks) {
        if (taken.contains(candidate)) {
            return false;
        }
        for (int mark = 1; mark <= marks; mark++) {
            if (taken.contains(mark(candidate, mark))) {
                return false;
            }
        }
        return true;
    }

    private static String mark(String id, int mark) {
        return mark == 1 ? id + "-ref" : id + "-ref-" + mark;
    }

    /// The nearest NCName: `1.2 Été (neu)` becomes `_1.2-Été-neu`.
    static String name(String wanted) {
        StringBuilder name = new StringBuilder(wanted.length());
        Normalizer.normalize(wanted, Normalizer.Form.NFKC).codePoints().forEach(c -> append(c, name));
        while (!name.isEmpty() && name.charAt(name.length() - 1) == ' ') {
            name.setLength(name.length() - 1);
        }
        String joined = name.toString().replace(' ', '-');
        if (joined.isEmpty()) {
            return "section";
        }
        return startsName(joined.charAt(0)) ? joined : "_" + joined;
    }

    private static void append(int c, StringBuilder name) {
        if (isNameCharacter(c)) {
            name.appendCodePoint(c);
            return;
        }
        String base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        if (base.length() > 1 && isNameCharacter(base.charAt(0))) {
            name.append(base.charAt(0));
        } else if (!name.isEmpty() && name.charAt(name.length() - 1) != ' ') {
            name.append(' ');
        }
    }

    private static boolean startsName(int c) {
        return c == '_' || isLetter(c);
    }

    private static boolean isNameCharacter(int c) {
        return isLetter(c) || c == '_' || c == '-' || c == '.' || (c >= '0' && c <= '9');
    }

    private static boolean isLetter(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        for (int i = 0; i < LETTERS.length; i += 2) {
            if (c >= LETTERS[i] && c <= LETTERS[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
