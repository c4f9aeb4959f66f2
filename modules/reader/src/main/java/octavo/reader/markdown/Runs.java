package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.List;
import octavo.model.Inline;

/// Small work on lists of running text.
final class Runs {
    private Runs() {}

    /// The same text with neighbouring plain texts made one.
    static List<Inline> merge(List<Inline> inlines) {
        List<Inline> merged = new ArrayList<>(inlines.size());
        StringBuilder run = new StringBuilder();
        for (Inline inline : inlines) {
            if (inline instanceof Inline.Text(String text)) {
                run.append(text);
            } else {
                flush(run, merged);
                merged.add(inline);
            }
        }
        flush(run, merged);
        return merged;
    }

    private static void flush(StringBuilder run, List<Inline> merged) {
        if (!run.isEmpty()) {
            merged.add(new Inline.Text(run.toString()));
            run.setLength(0);
        }
    }

    /// The text without breaks and spaces at its ends.
    static List<Inline> trim(List<Inline> inlines) {
        int from = 0;
        int to = inlines.size();
        while (from < to && isSpace(inlines.get(from))) {
            from++;
        }
        while (to > from && isSpace(inlines.get(to - 1))) {
            to--;
        }
        List<Inline> trimmed = new ArrayList<>(inlines.subList(from, to));
        if (!trimmed.isEmpty() && trimmed.getFirst() instanceof Inline.Text(String text)) {
            trimmed.set(0, new Inline.Text(text.stripLeading()));
        }
        if (!trimmed.isEmpty() && trimmed.getLast() instanceof Inline.Text(String text)) {
            trimmed.set(trimmed.size() - 1, new Inline.Text(text.stripTrailing()));
        }
        return trimmed;
    }

    static boolean isBreak(Inline inline) {
        return inline instanceof Inline.SoftBreak || inline instanceof Inline.LineBreak;
    }

    static boolean isSpace(Inline inline) {
        return isBreak(inline) || (inline instanceof Inline.Text(String text) && text.isBlank());
    }
}
