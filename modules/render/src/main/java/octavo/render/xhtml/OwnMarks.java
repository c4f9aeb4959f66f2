package octavo.render.xhtml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells the writer's own links, pictures, ids and classes from those in an author's raw HTML, until the fragment is
/// sanitised.
///
/// Each of ours carries [#ATTRIBUTE] with a placeholder that no input can contain. Where raw HTML was met, the
/// placeholder becomes a hash of the whole fragment, which nobody can write into that fragment beforehand; the same
/// input gives the same hash.
final class OwnMarks {
    static final String ATTRIBUTE = "data-own";

    /// A character that XML forbids, so that [Markup#escape] lets none through.
    private static final char PLACEHOLDER = '\u0001';

    /// Stands in each start tag of ours that has an address, an id, a class or a role.
    static final String MARK = " " + ATTRIBUTE + "=\"" + PLACEHOLDER + "\"";

    private OwnMarks() {}

    /// A fragment whose marks can be trusted.
    ///
    /// @param hash the value of [#ATTRIBUTE] in our own elements
    record Sealed(String xhtml, String hash) {}

    static String removed(StringBuilder out) {
        return out.toString().replace(MARK, "");
    }

    static Sealed sealed(StringBuilder out) {
        String text = out.toString();
        String hash = hash(text);
        return new Sealed(text.replace(String.valueOf(PLACEHOLDER), hash), hash);
    }

    static String withoutPlaceholders(String html) {
        return html.replace(PLACEHOLDER, '\uFFFD');
    }

    /// Markup of a presentation, its links and passages marked as ours.
    static String marked(String xhtml) {
        return xhtml.replace("<a ", "<a" + MARK + " ").replace("<span ", "<span" + MARK + " ");
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
