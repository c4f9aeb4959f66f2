package octavo.pdf;

import java.text.BreakIterator;
import java.util.BitSet;
import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.regex.Pattern;
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
    /// In characters: what is longer is no word that a reader could read, and may be torn.
    private static final int ENDLESS = 36;

    private static final int TORN = 5;
    /// In characters: more than any line holds. The engine asks anew for each line, so a paragraph costs what it is
    /// long.
    private static final int WINDOW = 4_000;

    private static final Pattern UNBROKEN = Pattern.compile("[!-~]{" + (LONG_WORD + 1) + ",}+");
    /// What Japanese and Chinese typesetting keep off the start of a line (JIS X 4051), where Java's rules differ.
    private static final String NOT_AT_START = "・：；ー々ゝゞヽヾ〜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";

    @Override
    public BreakPointsProvider getBreakPointsProvider(String text, String language, CalculatedStyle style) {
        String near = text.length() > WINDOW ? text.substring(0, WINDOW) : text;
        PrimitiveIterator.OfInt places = places(near).iterator();
        return () -> places.hasNext() ? new BreakPoint(places.nextInt()) : BreakPoint.getDonePoint();
    }

    static IntStream places(String text) {
        IntStream.Builder places = IntStream.builder();
        BitSet addresses = addresses(text);
        BreakIterator iterator = BreakIterator.getLineInstance(Locale.ROOT);
        iterator.setText(text);
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            if (addresses.get(end) || isInsideWord(text, end) || isKeptOffLineStart(text, end)) {
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

    /// The places inside of addresses. Java's rules would let a line end before the last figure of a version.
    private static BitSet addresses(String text) {
        BitSet inside = new BitSet(text.length());
        UNBROKEN.matcher(text)
                .results()
                .filter(word -> word.group().contains(".") || word.group().contains("/"))
                .forEach(address -> inside.set(address.start() + 1, address.end()));
        return inside;
    }

    /// Java's rules let a line end after the apostrophe of "you’re" and the first full stop of "e.g.".
    private static boolean isInsideWord(String text, int place) {
        return place >= 2
                && place < text.length()
                && (text.charAt(place - 1) == '’' || text.charAt(place - 1) == '.')
                && Character.isLetter(text.charAt(place - 2))
                && Character.isLetter(text.charAt(place));
    }

    private static boolean isKeptOffLineStart(String text, int place) {
        return place < text.length() && NOT_AT_START.indexOf(text.charAt(place)) >= 0;
    }

    private static void insideWord(String text, int start, int end, IntStream.Builder places) {
        int last = start;
        for (int i = start; i < end - SHORTEST_PIECE; i++) {
            boolean atEndOfSigns = AFTER.indexOf(text.charAt(i)) >= 0 && AFTER.indexOf(text.charAt(i + 1)) < 0;
            if (atEndOfSigns && i + 1 - last >= SHORTEST_PIECE) {
                tear(text, last, i + 1, places);
                last = i + 1;
                places.add(last);
            }
        }
        tear(text, last, end, places);
    }

    /// Words that no line holds; the engine itself tears them too late for the last line of a heading.
    private static void tear(String text, int start, int end, IntStream.Builder places) {
        if (end - start <= ENDLESS) {
            return;
        }
        for (int i = start + TORN; i <= end - TORN; i += TORN) {
            places.add(tornAt(text, i));
        }
    }

    /// The first letter or figure from here on: a line looks odd that begins with a sign, where there is a choice.
    private static int tornAt(String text, int from) {
        for (int i = from; i < from + TORN; i++) {
            if (Character.isLetterOrDigit(text.codePointAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }
}
