package octavo.reader.markdown;

import java.util.Locale;
import java.util.Set;
import octavo.model.Inline;
import octavo.model.Location;

/// Addresses that an author cannot have meant. They are reported here and stay as written; compiling an edition
/// repairs what it can.
final class LinkCheck {
    private static final Set<String> FILE_ENDINGS =
            Set.of("md", "html", "htm", "png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "txt", "xml", "zip", "json");

    private LinkCheck() {}

    static void check(String href, Location location, Reading reading) {
        if (hasOneSlash(href)) {
            String meant = href.replaceFirst(":/", "://");
            reading.warn(location, "link-scheme", "'" + href + "' lacks a slash; write " + meant);
        } else if (looksLikeHost(href)) {
            reading.warn(location, "link-scheme", "'" + href + "' lacks its scheme; write https://" + href);
        }
    }

    /// Reports Markdown links that are none because a bracket or parenthesis is wrong.
    static void checkText(Iterable<Inline> inlines, Location location, Reading reading) {
        for (Inline inline : inlines) {
            if (inline instanceof Inline.Text(String text)) {
                int at = text.indexOf("](");
                if (at >= 0) {
                    String near = text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 40));
                    reading.warn(
                            location,
                            "link-syntax",
                            "this link's brackets do not match, so it is shown as text: …" + Signs.plain(near) + "…");
                    return;
                }
            }
        }
    }

    private static boolean hasOneSlash(String href) {
        int colon = href.indexOf(":/");
        return (colon == 4 || colon == 5)
                && (href.startsWith("http:/") || href.startsWith("https:/"))
                && !href.startsWith("//", colon + 1);
    }

    /// A host name with a dot and a path or nothing behind it, and no name of a file: `codeberg.org/x`.
    private static boolean looksLikeHost(String href) {
        int end = 0;
        while (end < href.length() && "/?#".indexOf(href.charAt(end)) < 0) {
            char c = href.charAt(end);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '-') {
                return false;
            }
            end++;
        }
        int dot = href.lastIndexOf('.', end - 1);
        if (dot <= 0 || href.charAt(0) == '.' || href.charAt(0) == '-') {
            return false;
        }
        String last = href.substring(dot + 1, end).toLowerCase(Locale.ROOT);
        return last.length() >= 2
                && last.chars().allMatch(Character::isLetter)
                && ((end < href.length() && href.charAt(end) == '/') || !FILE_ENDINGS.contains(last));
    }
}
