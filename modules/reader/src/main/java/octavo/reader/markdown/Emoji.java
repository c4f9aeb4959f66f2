package octavo.reader.markdown;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Names of emoji between colons: `:tada:` becomes 🎉, `:de:` a flag. A name must be known and stand between
/// characters that are no part of words, so that `Entwickler:innen:` and `urn:xmpp:jingle` stay as they are.
final class Emoji {
    /// The names, read when the first one may occur: most issues have none.
    private static final class Names {
        static final Map<String, String> ALL = read();

        /// A line for each emoji: the emoji, a tab, its names with spaces between them.
        private static Map<String, String> read() {
            try (InputStream in = Objects.requireNonNull(Emoji.class.getResourceAsStream("emoji.tsv"))) {
                Map<String, String> names = HashMap.newHashMap(2000);
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                    int tab = line.indexOf('\t');
                    for (String name : line.substring(tab + 1).split(" ", -1)) {
                        names.put(name, line.substring(0, tab));
                    }
                });
                return names;
            } catch (IOException e) {
                throw new UncheckedIOException("the list of emoji cannot be read", e);
            }
        }
    }

    private Emoji() {}

    static String replace(String text) {
        int start = text.indexOf(':');
        StringBuilder out = null;
        int from = 0;
        while (start >= 0) {
            int end = nameEnd(text, start + 1);
            String emoji = end < 0 || !standsAlone(text, start, end) ? null : Names.ALL.get(name(text, start, end));
            if (emoji == null) {
                start = text.indexOf(':', start + 1);
            } else {
                out = out == null ? new StringBuilder() : out;
                out.append(text, from, start).append(emoji);
                from = end + 1;
                start = text.indexOf(':', from);
            }
        }
        return out == null ? text : out.append(text, from, text.length()).toString();
    }

    private static String name(String text, int start, int end) {
        return Signs.plain(text.substring(start + 1, end));
    }

    /// The index of the colon that ends a name, or -1.
    private static int nameEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = Signs.plain(text.charAt(i));
            if (c == ':') {
                return i > from ? i : -1;
            }
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_' && c != '+' && c != '-') {
                return -1;
            }
        }
        return -1;
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.codePointBefore(start)))
                && (end + 1 == text.length() || !Character.isLetterOrDigit(text.codePointAt(end + 1)));
    }
}
