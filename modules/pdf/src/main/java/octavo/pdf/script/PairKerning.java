package octavo.pdf.script;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import octavo.fonts.FontFace;

/// How much nearer or farther two letters stand than their widths say, such as `A` and `V`: the pairs of a font's
/// `kern` feature (OpenType, GPOS lookup type 2).
final class PairKerning {
    private static final int PAIR_ADJUSTMENT = 2;
    private static final int EXTENSION = 9;
    private static final int ADVANCE = 4;
    /// Letters of the alphabets that are kerned have smaller numbers.
    private static final int SMALL = 0x530;

    private static final short UNKNOWN = Short.MIN_VALUE;

    private final ByteBuffer font;
    private final CharacterGlyphs glyphs;
    private final double scale;
    private final List<int[]> lookups;
    private final Map<Integer, short[]> known = new HashMap<>();

    PairKerning(FontFace face) {
        font = ByteBuffer.wrap(face.bytes());
        glyphs = new CharacterGlyphs(font, table("cmap"));
        scale = 1000.0 / u16(table("head") + 18);
        int positions = table("GPOS");
        lookups = positions == 0 ? List.of() : kernLookups(positions);
    }

    /// In thousandths of the size, rounded to a whole number; 0 for most.
    int between(int left, int right) {
        if (left >= SMALL || right >= SMALL) {
            return 0;
        }
        short[] row = known.computeIfAbsent(left, key -> {
            short[] fresh = new short[SMALL];
            Arrays.fill(fresh, UNKNOWN);
            return fresh;
        });
        if (row[right] == UNKNOWN) {
            row[right] = (short) Math.round(look(glyphs.of(left), glyphs.of(right)) * scale);
        }
        return row[right];
    }

    private int table(String tag) {
        byte[] name = tag.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < u16(4); i++) {
            int entry = 12 + 16 * i;
            if (font.getInt(entry) == ByteBuffer.wrap(name).getInt()) {
                return font.getInt(entry + 8);
            }
        }
        return 0;
    }

    /// The places of the subtables of each lookup that a feature "kern" names.
    private List<int[]> kernLookups(int positions) {
        int features = positions + u16(positions + 6);
        int list = positions + u16(positions + 8);
        List<Integer> wanted = new ArrayList<>();
        for (int i = 0; i < u16(features); i++) {
            int entry = features + 2 + 6 * i;
            if (font.getInt(entry) == 0x6B65726E) {
                int feature = features + u16(entry + 4);
                for (int k = 0; k < u16(feature + 2); k++) {
                    wanted.add(u16(feature + 4 + 2 * k));
                }
            }
        }
        return wanted.stream()
                .distinct()
                .sorted()
                .map(index -> subtables(list + u16(list + 2 + 2 * index)))
                .toList();
    }

    private int[] subtables(int lookup) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < u16(lookup + 4); i++) {
            int place = lookup + u16(lookup + 6 + 2 * i);
            int type = u16(lookup);
            if (type == EXTENSION) {
                type = u16(place + 2);
                place += font.getInt(place + 4);
            }
            if (type == PAIR_ADJUSTMENT && u16(place + 4) == ADVANCE && u16(place + 6) == 0) {
                places.add(place);
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private int look(int left, int right) {
        int sum = 0;
        for (int[] subtables : lookups) {
            for (int place : subtables) {
                int index = coverage(place + u16(place + 2), left);
                if (index < 0) {
                    continue;
                }
                if (u16(place) == 2) {
                    int first = glyphClass(place + u16(place + 8), left);
                    int second = glyphClass(place + u16(place + 10), right);
                    sum += font.getShort(place + 16 + 2 * (first * u16(place + 14) + second));
                    break;
                }
                int pair = pair(place + u16(place + 10 + 2 * index), right);
                if (pair >= 0) {
                    sum += font.getShort(pair);
                    break;
                }
            }
        }
        return sum;
    }

    /// Where the value of a pair stands, or -1.
    private int pair(int set, int right) {
        int entry = search(set + 2, u16(set), 4, right);
        int at = set + 2 + 4 * entry;
        return entry < 0 || u16(at) != right ? -1 : at + 2;
    }

    private int coverage(int table, int glyph) {
        if (u16(table) == 2) {
            int range = range(table + 2, glyph);
            return range < 0 ? -1 : u16(range + 4) + glyph - u16(range);
        }
        int entry = search(table + 4, u16(table + 2), 2, glyph);
        return entry < 0 || u16(table + 4 + 2 * entry) != glyph ? -1 : entry;
    }

    private int glyphClass(int table, int glyph) {
        if (u16(table) == 1) {
            int index = glyph - u16(table + 2);
            return index >= 0 && index < u16(table + 4) ? u16(table + 6 + 2 * index) : 0;
        }
        int range = range(table + 2, glyph);
        return range < 0 ? 0 : u16(range + 4);
    }

    /// The place of the range that a glyph is in, of those that follow their number at `ranges`, or -1.
    private int range(int ranges, int glyph) {
        int entry = search(ranges + 2, u16(ranges), 6, glyph);
        int range = ranges + 2 + 6 * entry;
        return entry < 0 || glyph > u16(range + 2) ? -1 : range;
    }

    /// The last of the entries, which stand in order, that does not begin with a greater glyph, or -1.
    private int search(int entries, int count, int size, int glyph) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) / 2;
            if (u16(entries + size * middle) <= glyph) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private int u16(int at) {
        return Short.toUnsignedInt(font.getShort(at));
    }
}
