package octavo.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/// Text in quoted-printable (RFC 2045, section 6.7), safe for the mail servers of every age: no line begins
/// with a dot or with `From `, none is longer than 76 characters. A slot's mark gets an encoded line of its
/// own.
final class QuotedPrintable {
    private static final int LONGEST_LINE = 76;
    private static final String SOFT_BREAK = "=\r\n";
    private static final List<String> FROM = List.of("F", "r", "o", "m", " ");
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private QuotedPrintable() {}

    /// Encodes text whose lines end in LF.
    static String encode(String text, Slot.Marks marks) {
        StringBuilder out = new StringBuilder(text.length() * 5 / 4);
        for (String line : text.split("\n", -1)) {
            out.append(line(line, marks)).append("\r\n");
        }
        out.setLength(out.length() - 2);
        return out.toString();
    }

    /// Encodes a slot's value as lines that each end in a soft break, or as nothing.
    static String encodeForSlot(String value) {
        if (value.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        String[] lines = value.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            append(lines[i], i < lines.length - 1, out);
            out.append(i < lines.length - 1 ? "\r\n" : lines[i].isEmpty() ? "" : SOFT_BREAK);
        }
        return out.toString();
    }

    private static String line(String line, Slot.Marks marks) {
        Matcher matcher = marks.pattern().matcher(line);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                append(line.substring(from, matcher.start()), false, out);
                out.append(SOFT_BREAK);
            }
            out.append(matcher.group()).append(SOFT_BREAK);
            from = matcher.end();
        }
        append(line.substring(from), true, out);
        return out.toString();
    }

    /// Appends text that starts an encoded line.
    ///
    /// @param last whether a hard line break follows, before which no white space may stand
    private static void append(String text, boolean last, StringBuilder out) {
        List<String> units = units(text);
        int column = 0;
        for (int i = 0; i < units.size(); i++) {
            boolean end = last && i == units.size() - 1;
            String unit = end ? atLineEnd(units.get(i)) : units.get(i);
            if (column + unit.length() > LONGEST_LINE - (end ? 0 : 1)) {
                out.append(SOFT_BREAK);
                column = 0;
            }
            if (column == 0) {
                unit = atLineStart(unit, units, i);
            }
            out.append(unit);
            column += unit.length();
        }
    }

    private static String atLineEnd(String unit) {
        return switch (unit) {
            case " " -> "=20";
            case "\t" -> "=09";
            default -> unit;
        };
    }

    /// Old servers take a line with a single dot for the message's end, and put `>` before `From `.
    private static String atLineStart(String unit, List<String> units, int i) {
        if (unit.equals(".")) {
            return "=2E";
        }
        boolean from = i + FROM.size() <= units.size()
                && units.subList(i, i + FROM.size()).equals(FROM);
        return from ? "=46" : unit;
    }

    /// The characters of a text, each as it stands in the encoded line.
    private static List<String> units(String text) {
        List<String> units = new ArrayList<>(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            units.add((c >= ' ' && c <= '~' && c != '=') || c == '\t' ? Character.toString(c) : escaped(c));
            i += Character.charCount(c);
        }
        return units;
    }

    private static String escaped(int codePoint) {
        StringBuilder out = new StringBuilder();
        for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            out.append('=').append(HEX[(octet >> 4) & 0xF]).append(HEX[octet & 0xF]);
        }
        return out.toString();
    }
}
