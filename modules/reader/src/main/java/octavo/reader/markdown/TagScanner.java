package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Finds Hugo's shortcode tags, `{{< name arguments >}}` and `{{% name arguments %}}`, and reads what is in them.
final class TagScanner {
    enum Kind {
        /// `{{< name >}}`
        OPEN,
        /// `{{< /name >}}`
        CLOSE,
        /// `{{< name />}}`
        SELF_CLOSING,
        /// `{{</* name */>}}`
        ESCAPED
    }

    /// @param start index of its first brace
    /// @param end index after its last brace
    /// @param shown for an escaped tag: what it stands for
    record Raw(Kind kind, String name, Map<String, String> arguments, int start, int end, String shown) {}

    /// A tag longer than this is none: it keeps the search for ends that are missing from taking for ever.
    private static final int MAX_LENGTH = 10_000;

    private final String text;

    TagScanner(String text) {
        this.text = text;
    }

    /// All tags in order.
    ///
    /// @param unfinished takes the indexes of those that never end
    List<Raw> scan(List<Integer> unfinished) {
        List<Raw> tags = new ArrayList<>();
        int at = 0;
        while ((at = text.indexOf("{{", at)) >= 0) {
            char mark = at + 2 < text.length() ? text.charAt(at + 2) : ' ';
            if (mark != '<' && mark != '%') {
                at++;
                continue;
            }
            String end = mark == '<' ? ">}}" : "%}}";
            Raw tag = text.startsWith("/*", at + 3) ? escaped(at, end) : tag(at, end);
            if (tag == null) {
                unfinished.add(at);
                at += 3;
            } else {
                tags.add(tag);
                at = tag.end();
            }
        }
        return tags;
    }

    private @org.jspecify.annotations.Nullable Raw escaped(int start, String end) {
        int stop = text.indexOf("*/" + end, start + 5, Math.min(text.length(), start + MAX_LENGTH));
        if (stop < 0) {
            return null;
        }
        int after = stop + 2 + end.length();
        String shown = text.substring(start, start + 3) + text.substring(start + 5, stop) + end;
        return new Raw(Kind.ESCAPED, "", Map.of(), start, after, shown);
    }

    private @org.jspecify.annotations.Nullable Raw tag(int start, String end) {
        OptionalInt found = endOf(start + 3, end);
        if (found.isEmpty()) {
            return null;
        }
        int stop = found.getAsInt();
        String inside = text.substring(start + 3, stop).strip();
        Kind kind = Kind.OPEN;
        if (inside.startsWith("/")) {
            kind = Kind.CLOSE;
            inside = inside.substring(1).strip();
        } else if (inside.endsWith("/") && !inside.endsWith("//")) {
            kind = Kind.SELF_CLOSING;
            inside = inside.substring(0, inside.length() - 1).strip();
        }
        int space = 0;
        while (space < inside.length() && !Character.isWhitespace(inside.charAt(space))) {
            space++;
        }
        String name = inside.substring(0, space);
        return name.isEmpty()
                ? null
                : new Raw(kind, name, arguments(inside.substring(space)), start, stop + end.length(), "");
    }

    /// Where a tag's end begins; one inside quotes does not end it, nor does one after the next tag's beginning.
    private OptionalInt endOf(int from, String end) {
        char quote = 0;
        int limit = Math.min(text.length(), from + MAX_LENGTH);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote == '"') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '`') {
                quote = c;
            } else if (text.startsWith(end, i)) {
                return OptionalInt.of(i);
            } else if (text.startsWith("{{", i)) {
                break;
            }
        }
        // A quotation mark that is never closed must not swallow the rest of the issue: then the first end counts.
        int plain = text.indexOf(end, from, limit);
        int next = text.indexOf("{{", from, limit);
        return plain < 0 || (next >= 0 && next < plain) ? OptionalInt.empty() : OptionalInt.of(plain);
    }

    static Map<String, String> arguments(String written) {
        Map<String, String> arguments = new LinkedHashMap<>();
        int position = 0;
        int i = 0;
        while (i < written.length()) {
            if (Character.isWhitespace(written.charAt(i))) {
                i++;
                continue;
            }
            StringBuilder value = new StringBuilder();
            int nameEnd = nameEnd(written, i);
            String name = nameEnd < 0 ? String.valueOf(position++) : written.substring(i, nameEnd);
            i = value(written, nameEnd < 0 ? i : nameEnd + 1, value);
            arguments.putIfAbsent(name, value.toString());
        }
        return Collections.unmodifiableMap(arguments);
    }

    /// The index of the `=` after an argument's name, or -1 where the argument has no name.
    private static int nameEnd(String written, int from) {
        int i = from;
        while (i < written.length()
                && (Character.isLetterOrDigit(written.charAt(i)) || "_-.".indexOf(written.charAt(i)) >= 0)) {
            i++;
        }
        return i > from && i < written.length() && written.charAt(i) == '=' ? i : -1;
    }

    private static int value(String written, int from, StringBuilder value) {
        int i = from;
        char quote = i < written.length() ? written.charAt(i) : ' ';
        if (quote != '"' && quote != '`') {
            while (i < written.length() && !Character.isWhitespace(written.charAt(i))) {
                value.append(written.charAt(i++));
            }
            return i;
        }
        for (i++; i < written.length() && written.charAt(i) != quote; i++) {
            if (written.charAt(i) == '\\' && quote == '"' && i + 1 < written.length()) {
                i++;
                value.append(written.charAt(i) == 'n' ? '\n' : written.charAt(i));
            } else {
                value.append(written.charAt(i));
            }
        }
        return i + 1;
    }
}
