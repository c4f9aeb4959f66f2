package octavo.pdf.emoji;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import octavo.pdf.vector.Drawing;
import octavo.pdf.vector.SvgVector;

/// An emoji, which may be a sequence of many characters (Unicode Technical Standard 51).
///
/// @param text as its author wrote it
/// @param key its code points in hexadecimal without U+FE0F, which some write and some do not
public record Emoji(String text, String key) {
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int KEYCAP = 0x20E3;
    private static final int SIDE = 36;
    /// Curves that are right to a tenth of a unit of the drawing are right to a fiftieth of a point in print.
    private static final int PPI = 300;

    /// In characters: families of four with a tone of skin each.
    private static final int LONGEST = 16;

    /// The drawings and names are many; who has no emoji in the text does not load them.
    private static final class Pictures {
        private static final Map<String, String> ALL = Lines.of("pictures.txt").orElseThrow();
        private static final Map<String, Map<String, String>> NAMES = new ConcurrentHashMap<>();
    }

    /// Whether a text may have emoji in it, for a quick look.
    static boolean concerns(String text) {
        return text.codePoints()
                .anyMatch(c -> c > 0x2000 && (c == EMOJI_STYLE || c == KEYCAP || Character.isEmojiPresentation(c)));
    }

    /// The longest emoji that begins at a place of a text and that there is a drawing of.
    static Optional<Emoji> at(int[] codePoints, int from) {
        if (!Character.isEmoji(codePoints[from])) {
            return Optional.empty();
        }
        for (int to = Math.min(codePoints.length, from + LONGEST); to > from; to--) {
            String key = key(codePoints, from, to);
            boolean whole = to == codePoints.length || !belongsToTheOneBefore(codePoints[to]);
            if (whole && Pictures.ALL.containsKey(key) && isPicture(codePoints, from, to)) {
                return Optional.of(new Emoji(new String(codePoints, from, to - from), key));
            }
        }
        return Optional.empty();
    }

    private static boolean belongsToTheOneBefore(int codePoint) {
        return codePoint == EMOJI_STYLE || codePoint == TEXT_STYLE || codePoint == KEYCAP;
    }

    /// Many signs are text unless something asks for a picture.
    private static boolean isPicture(int[] codePoints, int from, int to) {
        return to - from > 1 || Character.isEmojiPresentation(codePoints[from]);
    }

    private static String key(int[] codePoints, int from, int to) {
        StringBuilder key = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (codePoints[i] != EMOJI_STYLE) {
                key.append(key.isEmpty() ? "" : "-").append(Integer.toHexString(codePoints[i]));
            }
        }
        return key.toString();
    }

    /// @param language the primary subtag of a tag of BCP 47; English stands in for those that the names are not known
    /// of
    String name(String language) {
        return names(language.toLowerCase(Locale.ROOT))
                .or(() -> names("en"))
                .map(names -> names.get(key))
                .orElseGet(this::unicodeName);
    }

    private static Optional<Map<String, String>> names(String language) {
        Map<String, String> names = Pictures.NAMES.computeIfAbsent(
                language.replaceAll("[^a-z]", ""),
                key -> Lines.of("names." + key + ".txt").orElse(Map.of()));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private String unicodeName() {
        return text.codePoints()
                .filter(c -> c != EMOJI_STYLE)
                .mapToObj(Character::getName)
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
    }

    /// A square that shows it.
    public Drawing drawing() {
        byte[] svg = Pictures.ALL.getOrDefault(key, "").getBytes(StandardCharsets.UTF_8);
        return SvgVector.of(svg, SIDE, SIDE, PPI)
                .orElseThrow(() -> new IllegalStateException("a drawing of the product cannot be read: " + key));
    }
}
