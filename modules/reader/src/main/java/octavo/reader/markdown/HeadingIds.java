package octavo.reader.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Heading ids as Hugo makes them (its `autoHeadingIDType = "github"`), so that links from elsewhere arrive:
/// letters and digits of any script in lower case, hyphens for spaces, a number where an id comes again.
final class HeadingIds {
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counters = new HashMap<>();

    /// The ids of footnotes, which no heading may get.
    void reserveNotes(int count) {
        for (int i = 1; i <= count; i++) {
            taken.add("fn-" + i);
        }
    }

    /// @param source the heading's text as written, markup included, since Hugo takes it so
    String ofText(String source) {
        StringBuilder id = new StringBuilder(source.length());
        source.strip().codePoints().forEach(c -> {
            if (c == '-' || c == ' ') {
                id.append('-');
            } else if (c == '_' || Character.isLetter(c) || Character.isDigit(c)) {
                id.appendCodePoint(Character.toLowerCase(c));
            }
        });
        return unique(id.isEmpty() ? "heading" : id.toString());
    }

    /// An id that the author gave: as it is, unless it is taken.
    String given(String id) {
        StringBuilder clean = new StringBuilder(id.length());
        id.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(clean::appendCodePoint);
        return unique(clean.isEmpty() ? "heading" : clean.toString());
    }

    boolean isTaken(String id) {
        return taken.contains(id);
    }

    private String unique(String id) {
        if (taken.add(id)) {
            return id;
        }
        int number = counters.getOrDefault(id, 1);
        while (!taken.add(id + "-" + number)) {
            number++;
        }
        counters.put(id, number + 1);
        return id + "-" + number;
    }
}
