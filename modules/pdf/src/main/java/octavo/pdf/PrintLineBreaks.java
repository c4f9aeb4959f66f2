package octavo.pdf;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.xhtmlrenderer.css.style.CalculatedStyle;
import org.xhtmlrenderer.layout.breaker.BreakPoint;
import org.xhtmlrenderer.layout.breaker.BreakPointsProvider;
import org.xhtmlrenderer.layout.breaker.LineBreakingStrategy;

/// Where a line may end: as Unicode says, and in addresses and other long words after `/ . - _ ? & = #`.
final class PrintLineBreaks implements LineBreakingStrategy {
    private static final String AFTER = "/.-_?&=#";
    private static final int LONG_WORD = 16;
    /// An address is not cut into shreds: this many characters stay together.
    private static final int SHORTEST_PIECE = 4;

    @Override
    public BreakPointsProvider getBreakPointsProvider(String text, String language, CalculatedStyle style) {
        PrimitiveIterator.OfInt places = places(text).iterator();
        return () -> places.hasNext() ? new BreakPoint(places.nextInt()) : BreakPoint.getDonePoint();
    }

    static IntStream places(String text) {
        IntStream.Builder places = IntStream.builder();
        BreakIterator iterator = BreakIterator.getLineInstance(Locale.ROOT);
        iterator.setText(text);
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            if (isInsideWord(text, end)) {
                continue;
            }
            if (end - start > LONG_WORD) {
                insideWord(text, start, end, places);
            }
            places.add(end);
            start = end;
        }
        return places.build();
    }

    /// Java's rules let a line end after the apostrophe of "you’re" and the first full stop of "e.g.".
    private static boolean isInsideWord(String text, int place) {
        return place >= 2
                && place < text.length()
                && (text.charAt(place - 1) == '’' || text.charAt(place - 1) == '.')
                && Character.isLetter(text.charAt(place - 2))
                && Character.isLetter(text.charAt(place));
    }

    private static void insideWord(String text, int start, int end, IntStream.Builder places) {
        int last = start;
        for (int i = start; i < end - SHORTEST_PIECE; i++) {
            boolean atEndOfSigns = AFTER.indexOf(text.charAt(i)) >= 0 && AFTER.indexOf(text.charAt(i + 1)) < 0;
            if (atEndOfSigns && i + 1 - last >= SHORTEST_PIECE) {
                last = i + 1;
                places.add(last);
            }
        }
    }
}
