package octavo.render.xhtml;

import static octavo.render.xhtml.Markup.escape;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes XML whose names are ours and whose values are anybody's: every value is escaped, every element
/// closed.
public final class Xml {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /// Text that is XML already, without the characters that XML 1.0 has no place for; U+FFFD stands for
    /// each.
    public static String cleaned(String xml) {
        return Markup.legal(xml);
    }

    /// Opens an element.
    ///
    /// @param attributes names and values in turn
    public Xml open(String name, String... attributes) {
        tag(name, attributes).append(">\n");
        open.push(name);
        return this;
    }

    /// Closes the element opened last.
    public Xml close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /// An element with nothing in it.
    public Xml empty(String name, String... attributes) {
        tag(name, attributes).append("/>\n");
        return this;
    }

    /// An element with text in it.
    public Xml text(String name, String text, String... attributes) {
        tag(name, attributes)
                .append('>')
                .append(escape(text))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    private StringBuilder tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
        return out;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
