package octavo.pdf.hyphen;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The patterns of one language, as Franklin Liang's thesis (1983) has them: `1na` allows a division before `na`,
/// `hy3ph`
/// one that counts more, and an even number forbids it. A point stands for the beginning or the end of a word.
///
/// They are kept as a tree of letters in arrays: what reading 30,000 patterns costs, each first page pays.
final class Patterns {
    private int[] firstChild = new int[1 << 12];
    private int[] sibling = new int[1 << 12];
    private char[] letter = new char[1 << 12];
    private String[] numbers = new String[1 << 12];
    private int size = 1;
    private final Map<String, boolean[]> exceptions = new HashMap<>();

    private Patterns() {}

    /// Reads a file of the hyph-utf8 package: what stands in `\patterns{…}` and `\hyphenation{…}`.
    static Patterns of(String file) {
        Patterns patterns = new Patterns();
        String section = "";
        for (String line : file.split("\n", -1)) {
            int comment = line.indexOf('%');
            String text = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (text.startsWith("\\")) {
                section = text;
            } else if (text.startsWith("}")) {
                section = "";
            } else if (!text.isEmpty() && !section.isEmpty()) {
                for (String entry : text.split("\\s+", -1)) {
                    patterns.add(section, entry);
                }
            }
        }
        return patterns;
    }

    private void add(String section, String entry) {
        if (section.startsWith("\\patterns")) {
            addPattern(entry);
        } else if (section.startsWith("\\hyphenation")) {
            addException(entry);
        }
    }

    private void addException(String entry) {
        String word = entry.replace("-", "");
        boolean[] places = new boolean[word.length() + 1];
        int at = 0;
        for (int i = 0; i < entry.length(); i++) {
            if (entry.charAt(i) == '-') {
                places[at] = true;
            } else {
                at++;
            }
        }
        exceptions.put(word, places);
    }

    private void addPattern(String pattern) {
        StringBuilder values = new StringBuilder();
        int node = 0;
        char value = '0';
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c >= '0' && c <= '9') {
                value = c;
            } else {
                values.append(value);
                value = '0';
                node = child(node, c, true);
            }
        }
        numbers[node] = values.append(value).toString();
    }

    /// The node that a letter leads to, or -1.
    private int child(int node, char c, boolean make) {
        for (int child = firstChild[node]; child != 0; child = sibling[child]) {
            if (letter[child] == c) {
                return child;
            }
        }
        return make ? newChild(node, c) : -1;
    }

    private int newChild(int node, char c) {
        if (size == letter.length) {
            firstChild = Arrays.copyOf(firstChild, 2 * size);
            sibling = Arrays.copyOf(sibling, 2 * size);
            letter = Arrays.copyOf(letter, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        letter[size] = c;
        sibling[size] = firstChild[node];
        firstChild[node] = size;
        return size++;
    }

    /// For each place in a word, before its first letter to behind its last, whether it may be divided there.
    ///
    /// @param word in lower case
    boolean[] places(String word) {
        boolean[] known = exceptions.get(word);
        return known != null ? known : computed("." + word + ".");
    }

    private boolean[] computed(String dotted) {
        char[] best = new char[dotted.length() + 1];
        for (int start = 0; start < dotted.length(); start++) {
            int node = 0;
            for (int i = start; i < dotted.length() && node >= 0; i++) {
                node = child(node, dotted.charAt(i), false);
                String values = node < 0 ? null : numbers[node];
                for (int j = 0; values != null && j < values.length(); j++) {
                    best[start + j] = (char) Math.max(best[start + j], values.charAt(j));
                }
            }
        }
        boolean[] places = new boolean[dotted.length() - 1];
        for (int i = 0; i < places.length; i++) {
            places[i] = best[i + 1] % 2 == 1;
        }
        return places;
    }
}
