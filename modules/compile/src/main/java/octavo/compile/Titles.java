package octavo.compile;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Titles compared as people compare them.
final class Titles {
    private static final Pattern APOSTROPHES = Pattern.compile("[‘’‚‛′`´]");
    private static final Pattern QUOTES = Pattern.compile("[“”„‟«»‹›″]");
    private static final Pattern DASHES = Pattern.compile("\\p{Pd}");
    private static final Pattern SYMBOLS = Pattern.compile("[\\p{So}\\p{Sk}\\p{Cf}\\p{Mn}&&[^\\p{L}]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\p{Sm}\\p{Sc}#]+$");

    private Titles() {}

    /// What two titles share that differ in case, quotation marks, dashes, emoji, spaces or punctuation
    /// at their ends: `Spread the news! 🎉` and `spread the news` both give `spread the news`.
    static String key(String title) {
        String key = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        key = APOSTROPHES.matcher(key).replaceAll("'");
        key = QUOTES.matcher(key).replaceAll("\"");
        key = DASHES.matcher(key).replaceAll("-");
        key = SYMBOLS.matcher(key).replaceAll("");
        key = SPACES.matcher(key).replaceAll(" ").strip();
        String trimmed = EDGES.matcher(key).replaceAll("");
        return trimmed.isEmpty() ? title.strip() : trimmed;
    }

    /// Whether one is a slip of the pen away from the other. Short titles and numbers are never slips.
    static boolean nearlyEqual(String a, String b) {
        return Math.min(a.length(), b.length()) >= 12
                && Math.abs(a.length() - b.length()) <= 1
                && digits(a).equals(digits(b))
                && distance(a, b) <= 1;
    }

    /// The candidate that is most like the wanted one, if any is like it at all.
    static Optional<String> nearest(String wanted, Collection<String> candidates) {
        Optional<String> nearest = Optional.empty();
        int best = Math.max(2, wanted.length() / 2);
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - wanted.length()) < best) {
                int distance = distance(wanted, candidate);
                if (distance < best) {
                    best = distance;
                    nearest = Optional.of(candidate);
                }
            }
        }
        return nearest;
    }

    private static String digits(String text) {
        return text.replaceAll("\\P{N}", "");
    }

    /// Levenshtein's distance.
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], current[j - 1]));
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
