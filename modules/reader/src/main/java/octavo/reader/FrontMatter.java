package octavo.reader;

import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.reader.data.DataException;
import octavo.reader.data.DataFormat;
import octavo.reader.data.Value;

/// What stands before an issue's text: YAML between `---`, TOML between `+++`, or a JSON object.
///
/// @param data empty where there is none or where it is broken
/// @param text the rest
/// @param firstLine the line on which the text begins, from 1
record FrontMatter(Value.Mapping data, String text, int firstLine) {

    /// Broken front matter is reported and its issue read without it.
    ///
    /// @param file as messages name it
    static FrontMatter read(String source, String file, Diagnostics diagnostics) {
        int start = 0;
        int line = 1;
        while (start < source.length() && Character.isWhitespace(source.charAt(start))) {
            line += source.charAt(start++) == '\n' ? 1 : 0;
        }
        if (opens(source, start, "---")) {
            return between(source, start, line, "---", DataFormat.YAML, file, diagnostics);
        }
        if (opens(source, start, "+++")) {
            return between(source, start, line, "+++", DataFormat.TOML, file, diagnostics);
        }
        if (source.startsWith("{", start) && !source.startsWith("{{", start)) {
            return json(source, start, line, file, diagnostics);
        }
        return new FrontMatter(Value.Mapping.EMPTY, source, 1);
    }

    /// A line of the fence and nothing else; in Markdown a `---` that is no fence would be a rule.
    private static boolean opens(String source, int at, String fence) {
        int end = at + fence.length();
        return source.startsWith(fence, at) && isLineEnd(source, end);
    }

    private static boolean isLineEnd(String source, int from) {
        int i = from;
        while (i < source.length() && (source.charAt(i) == ' ' || source.charAt(i) == '\t')) {
            i++;
        }
        return i == source.length() || source.charAt(i) == '\n';
    }

    private static FrontMatter between(
            String source, int start, int line, String fence, DataFormat format, String file, Diagnostics diagnostics) {
        int begin = nextLine(source, start);
        int at = begin;
        while (at < source.length() && !opens(source, at, fence)) {
            at = nextLine(source, at);
        }
        if (at >= source.length()) {
            if (format == DataFormat.TOML || looksLikeData(source.substring(begin))) {
                diagnostics.report(Diagnostic.warning(
                        new octavo.model.Location(file, line, 1),
                        "front-matter",
                        "the front matter that begins here has no end; write " + fence + " on a line below it"));
            }
            return new FrontMatter(Value.Mapping.EMPTY, source, 1);
        }
        int end = nextLine(source, at);
        return parsed(source, begin, at, end, line + 1, format, file, diagnostics);
    }

    private static boolean looksLikeData(String rest) {
        int end = rest.indexOf('\n');
        String first = end < 0 ? rest : rest.substring(0, end);
        int colon = first.indexOf(':');
        return colon > 0 && first.substring(0, colon).chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }

    private static FrontMatter json(String source, int start, int line, String file, Diagnostics diagnostics) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return parsed(source, start, i + 1, i + 1, line, DataFormat.JSON, file, diagnostics);
            }
        }
        return new FrontMatter(Value.Mapping.EMPTY, source, 1);
    }

    private static FrontMatter parsed(
            String source,
            int begin,
            int end,
            int rest,
            int firstLine,
            DataFormat format,
            String file,
            Diagnostics diagnostics) {
        String text = source.substring(Math.min(rest, source.length()));
        int lines = 1
                + (int) source.substring(0, rest).chars().filter(c -> c == '\n').count();
        try {
            return new FrontMatter(format.parse(source.substring(begin, end), file, firstLine), text, lines);
        } catch (DataException e) {
            diagnostics.report(Diagnostic.error(
                    e.location(),
                    "front-matter",
                    "the front matter is no valid " + format + " (" + e.getMessage()
                            + "); the issue is read without it, its title taken from its text or its file name"));
            return new FrontMatter(Value.Mapping.EMPTY, text, lines);
        }
    }

    private static int nextLine(String source, int from) {
        int end = source.indexOf('\n', from);
        return end < 0 ? source.length() : end + 1;
    }
}
