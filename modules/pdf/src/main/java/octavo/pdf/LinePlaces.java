package octavo.pdf;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The places in a text where a line may end: as Unicode says, before spaces, and in addresses and other long words
/// after `/ . - _ ? & = #`. They are looked for no further than somebody asks.
final class LinePlaces {
    private static final String AFTER = "/.-_?&=#";
    private static final int LONG_WORD = 16;
    /// An address is not cut into shreds: this many characters stay together.
    private static final int SHORTEST_PIECE = 4;
    /// In characters: what is longer is no word that a reader could read, and may be torn.
    private static final int ENDLESS = 36;

    private static final int TORN = 5;
    /// In characters; what is looked at in one go.
    private static final int WINDOW = 2_000;
    /// At the end of what is looked at, where a word or address may be cut off.
    private static final int UNSURE = 200;
    /// In Latin, Greek and Cyrillic a word of one letter is a small one.
    private static final char END_OF_ALPHABETS = '\u0530';

    private static final Pattern UNBROKEN = Pattern.compile("[!-~]{" + (LONG_WORD + 1) + ",}+");
    /// The numbers of notes, and what Japanese and Chinese typesetting keep off the start of a line (JIS X 4051), where
    /// Java's rules differ.
    /// Java's rules let a line end between an opening quotation mark and an emoji.
    private static final String NOT_AT_END = "([{“‘«„‚‹¿¡";

    private static final String NOT_AT_START = "⁰¹²³⁴⁵⁶⁷⁸⁹・：；ー々ゝゞヽヾ〜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";

    private final String text;
    private int[] places = new int[64];
    private int found;
    private int scanned;

    LinePlaces(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /// The index of the first place behind a position.
    int firstBehind(int position) {
        while (scanned <= position && scanned < text.length()) {
            scan();
        }
        int index = Arrays.binarySearch(places, 0, found, position + 1);
        return index < 0 ? -index - 1 : index;
    }

    /// A place by its index, or -1 behind the last, which is the end of the text.
    int at(int index) {
        while (index >= found && scanned < text.length()) {
            scan();
        }
        return index < found ? places[index] : -1;
    }

    private void scan() {
        int end = Math.min(text.length(), scanned + WINDOW);
        int[] next = of(text.substring(scanned, end)).toArray();
        int kept = end == text.length() ? next.length : sure(next, end);
        if (found + kept > places.length) {
            places = Arrays.copyOf(places, 2 * (found + kept));
        }
        for (int i = 0; i < kept; i++) {
            places[found++] = scanned + next[i];
        }
        scanned = places[found - 1];
    }

    /// How many places to take before looking on: up to a space, so that no address is looked at in two parts.
    private int sure(int[] next, int end) {
        int sure = 1;
        for (int i = 0; i < next.length && scanned + next[i] <= end - UNSURE; i++) {
            sure = text.charAt(scanned + next[i]) == ' ' ? i + 1 : sure;
        }
        return sure > 1 ? sure : Math.max(1, next.length - 1);
    }

    /// Whether it is worth a closer look if the words around a place belong together.
    static boolean mayJoin(String text, int place) {
        int end = beforeSpaces(text, place);
        return end < 2 || text.charAt(end) != ' ' || isLoneLetter(text, end - 2, end) || isBeforeDash(text, end);
    }

    /// All places of a text; the last is its end.
    static IntStream of(String text) {
        IntStream.Builder places = IntStream.builder();
        BitSet addresses = addresses(text);
        BreakIterator iterator = BreakIterator.getLineInstance(Locale.ROOT);
        iterator.setText(text);
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            int place = beforeSpaces(text, end);
            if (place > start && (place == text.length() || !isRefused(text, start, place, addresses))) {
                insideWord(text, afterSpaces(text, start), place, places);
                places.add(place);
                start = place;
            }
        }
        if (start < text.length()) {
            places.add(text.length());
        }
        return places.build();
    }

    /// The engine drops spaces at the start of a line, and those at its end need no room.
    private static int beforeSpaces(String text, int place) {
        int before = place;
        while (before > 0 && text.charAt(before - 1) == ' ') {
            before--;
        }
        return before;
    }

    private static int afterSpaces(String text, int place) {
        int after = place;
        while (after < text.length() && text.charAt(after) == ' ') {
            after++;
        }
        return after;
    }

    private static boolean isRefused(String text, int start, int place, BitSet addresses) {
        return addresses.get(place)
                || isInsideWord(text, place)
                || NOT_AT_START.indexOf(text.charAt(place)) >= 0
                || (text.charAt(place) != ' ' && NOT_AT_END.indexOf(text.charAt(place - 1)) >= 0)
                || (text.charAt(place) == ' ' && (isLoneLetter(text, start, place) || isBeforeDash(text, place)));
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
                && (text.charAt(place - 1) == '’' || text.charAt(place - 1) == '.')
                && Character.isLetter(text.charAt(place - 2))
                && Character.isLetter(text.charAt(place));
    }

    /// Whether a piece is one letter, such as "a" or "à", which belongs to what follows.
    private static boolean isLoneLetter(String text, int start, int place) {
        return place - start == 2
                && text.charAt(start) == ' '
                && text.charAt(start + 1) < END_OF_ALPHABETS
                && Character.isLetter(text.charAt(start + 1));
    }

    /// A dash between two thoughts ends a line and begins none.
    private static boolean isBeforeDash(String text, int space) {
        return isDash(text, space + 1) && !isDash(text, space - 1) && text.startsWith(" ", space + 2);
    }

    private static boolean isDash(String text, int at) {
        return at >= 0 && at < text.length() && (text.charAt(at) == '–' || text.charAt(at) == '—');
    }

    private static void insideWord(String text, int start, int end, IntStream.Builder places) {
        if (end - start < LONG_WORD) {
            return;
        }
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
