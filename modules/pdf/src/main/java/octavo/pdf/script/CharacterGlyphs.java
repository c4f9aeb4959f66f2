package octavo.pdf.script;

import java.nio.ByteBuffer;

/// Which glyph of a font shows a character of Unicode's first plane (OpenType, cmap format 4).
final class CharacterGlyphs {
    private final ByteBuffer font;
    private final int table;

    CharacterGlyphs(ByteBuffer font, int cmap) {
        this.font = font;
        this.table = subtable(font, cmap);
    }

    private static int subtable(ByteBuffer font, int cmap) {
        for (int i = 0; i < font.getShort(cmap + 2); i++) {
            int place = cmap + font.getInt(cmap + 8 + 8 * i);
            if (font.getShort(place) == 4) {
                return place;
            }
        }
        return 0;
    }

    /// The glyph, or 0.
    int of(int character) {
        int doubled = table == 0 ? 0 : u16(table + 6);
        int ends = table + 14;
        for (int i = 0; i < doubled; i += 2) {
            if (character <= u16(ends + i)) {
                int start = u16(ends + 2 + doubled + i);
                if (character < start) {
                    return 0;
                }
                int delta = u16(ends + 2 + 2 * doubled + i);
                int offsetPlace = ends + 2 + 3 * doubled + i;
                int offset = u16(offsetPlace);
                if (offset == 0) {
                    return (character + delta) & 0xFFFF;
                }
                int glyph = u16(offsetPlace + offset + 2 * (character - start));
                return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
            }
        }
        return 0;
    }

    private int u16(int at) {
        return Short.toUnsignedInt(font.getShort(at));
    }
}
