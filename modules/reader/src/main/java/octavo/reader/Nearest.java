package octavo.reader;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known word that somebody most likely meant.
final class Nearest {
    private Nearest() {}

    static Optional<String> of(String written, Collection<String> known) {
        return known.stream().sorted().min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /// How many letters must be put in, taken out or changed (Levenshtein).
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
