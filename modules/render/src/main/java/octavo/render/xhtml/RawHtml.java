package octavo.render.xhtml;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of an author's HTML, cut down to whole tags of known elements, so that it cannot swallow what follows it.
///
/// A piece need not be balanced: Markdown has its own text between an element's tags. Making it harmless is the work of
/// [Sanitizer]; this only keeps the pieces apart.
final class RawHtml {
    private static final String ATTRIBUTE =
            "\\s+[A-Za-z_:][\\w.:-]*(?:\\s*=\\s*(?:[^\\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?";

    /// CommonMark 0.31.2, section 6.6, and a `<` that is none of these.
    private static final Pattern TOKEN = Pattern.compile(
            "<!--.*?(?:-->|\\z)|<\\?.*?(?:\\?>|\\z)|<!\\[CDATA\\[.*?(?:]]>|\\z)|<![A-Za-z].*?(?:>|\\z)"
                    + "|<(?<open>[A-Za-z][A-Za-z0-9-]*)(?:" + ATTRIBUTE + ")*+\\s*/?>"
                    + "|</(?<close>[A-Za-z][A-Za-z0-9-]*)\\s*>"
                    + "|<",
            Pattern.DOTALL);

    /// What is between the tags of these is no text.
    private static final Set<String> PROGRAMS =
            Set.of("script", "style", "template", "svg", "canvas", "select", "textarea");

    private static final Set<String> MEDIA = Set.of("video", "audio", "source", "object", "embed", "iframe");

    private RawHtml() {}

    static String contained(String html) {
        Matcher tokens = TOKEN.matcher(html);
        Set<String> neverClosed = new HashSet<>();
        String lower = lowerAscii(html);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (tokens.find(from)) {
            out.append(html, from, tokens.start()).append(kept(tokens));
            from = tokens.end();
            String name = name(tokens);
            if (tokens.group("open") != null && PROGRAMS.contains(name) && !neverClosed.contains(name)) {
                int close = lower.indexOf("</" + name, from);
                if (close < 0) {
                    neverClosed.add(name);
                } else {
                    from = close;
                }
            }
        }
        return out.append(html, from, html.length()).toString();
    }

    private static String name(Matcher token) {
        String name = token.group("open") == null ? token.group("close") : token.group("open");
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    /// Of the same length as the text, other than by [String#toLowerCase].
    private static String lowerAscii(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] >= 'A' && chars[i] <= 'Z') {
                chars[i] = (char) (chars[i] + ('a' - 'A'));
            }
        }
        return new String(chars);
    }

    private static String kept(Matcher token) {
        String name = name(token);
        if (name.isEmpty()) {
            return token.group().equals("<") ? "&lt;" : "";
        }
        if (name.equals("iframe")) {
            // Without its end a frame would swallow all that follows; this has none, and is replaced just the same.
            return token.group("open") == null ? "" : "<embed" + token.group().substring("<iframe".length());
        }
        return Sanitizer.ELEMENTS.contains(name) || MEDIA.contains(name) ? token.group() : "";
    }
}
