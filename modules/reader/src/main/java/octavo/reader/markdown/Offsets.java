package octavo.reader.markdown;

import java.util.Arrays;
import octavo.model.Location;

/// From an index in a text in which shortcode tags were replaced, back to a place in the file.
final class Offsets {
    private final String file;
    private final int firstLine;
    private final int[] lineStarts;
    private final int[] replaced;
    private final int[] source;

    /// A text in which nothing is replaced.
    Offsets(String text, String file, int firstLine) {
        this.file = file;
        this.firstLine = firstLine;
        this.replaced = new int[] {0};
        this.source = new int[] {0};
        int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
        lineStarts = new int[lines];
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lineStarts[line++] = i + 1;
            }
        }
    }

    private Offsets(Offsets of, int[] replaced, int[] source) {
        this.file = of.file;
        this.firstLine = of.firstLine;
        this.lineStarts = of.lineStarts;
        this.replaced = replaced;
        this.source = source;
    }

    /// The same source with replacements.
    ///
    /// @param newReplaced where each untouched stretch begins in the text with replacements, ascending
    /// @param newSource where it begins in the source
    Offsets over(int[] newReplaced, int[] newSource) {
        return new Offsets(this, newReplaced, newSource);
    }

    Location ofReplaced(int index) {
        int found = Arrays.binarySearch(replaced, index);
        int stretch = Math.max(0, found >= 0 ? found : -found - 2);
        return ofSource(source[stretch] + index - replaced[stretch]);
    }

    Location ofSource(int index) {
        int found = Arrays.binarySearch(lineStarts, index);
        int line = found >= 0 ? found : -found - 2;
        return new Location(file, firstLine + line, index - lineStarts[line] + 1);
    }
}
