package octavo.compile;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Titles compared as people compare them.
final class Titles {
    private Titles() {}

    /// What two titles share that differ in case, quotation marks, dashes, emoji, spaces or punctuation
    /// at their ends: `Spread the news! 🎉` and `spread the news` both give `spread the news`.
    static String key(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            boolean afterSpace = key.isEmpty() || key.charAt(key.length() - 1) == ' ';
            int unified = unified(c);
            if (unified != ' ' || !afterSpace) {
                key.append(unified < 0 ? "" : Character.toString(unified));
            }
        });
        int start = 0;
        int end = key.length();
        while (start < end && !Character.isLetterOrDigit(key.codePointAt(start))) {
            start += Character.charCount(key.codePointAt(start));
        }
        while (end > start && !endsTitle(key.codePointBefore(end))) {
            end -= Character.charCount(key.codePointBefore(end));
        }
        return start == end ? title.strip() : key.substring(start, end);
    }

    /// The character that stands for this one and those like it; -1 for what does not count.
    private static int unified(int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return ' ';
        }
        return switch (c) {
            case '‘', '’', '‚', '‛', '′', '`', '´' -> '\'';
            case '“', '”', '„', '‟', '«', '»', '‹', '›', '″' -> '"';
            default ->
                switch (Character.getType(c)) {
                    case Character.DASH_PUNCTUATION -> '-';
                    case Character.OTHER_SYMBOL,
                            Character.MODIFIER_SYMBOL,
                            Character.FORMAT,
                            Character.NON_SPACING_MARK -> -1;
                    default -> c;
                };
        };
    }

    /// `C++` and `€` are no punctuation.
    private static boolean endsTitle(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.MATH_SYMBOL
                || type == Character.CURRENCY_SYMBOL
                || type == Character.COMBINING_SPACING_MARK
                || c == '#';
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
        return text.codePoints()
                .filter(Character::isDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
