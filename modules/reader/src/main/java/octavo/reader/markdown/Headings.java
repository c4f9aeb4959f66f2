package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.List;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Location;
import org.commonmark.node.Heading;
import org.commonmark.node.SourceSpan;

/// Headings with their ids, and the attributes that may stand behind them: `## News {#news .wide}`.
final class Headings {
    private final Reading reading;
    private final InlineReader inlines;

    Headings(Reading reading, InlineReader inlines) {
        this.reading = reading;
        this.inlines = inlines;
    }

    Block read(Heading heading) {
        Location location = reading.location(heading);
        List<Inline> content = inlines.inlines(inlines.pieces(heading));
        if (!reading.dialect.extensions()) {
            return new Block.Heading(heading.getLevel(), "", content, location);
        }
        String attributes = attributes(content);
        if (!attributes.isEmpty()) {
            content = withoutEnd(content, attributes.length());
        }
        String given = id(attributes);
        if (!given.isEmpty() && reading.headingIds.isTaken(given)) {
            reading.warn(location, "heading-id", "the id '" + given + "' is taken; this heading gets another one");
        }
        String id = given.isEmpty()
                ? reading.headingIds.ofText(source(heading, attributes.length()))
                : reading.headingIds.given(given);
        return new Block.Heading(heading.getLevel(), id, inlines.finish(content, location), location);
    }

    /// The braces at the end of a heading, empty where there are none.
    private static String attributes(List<Inline> content) {
        if (content.isEmpty() || !(content.getLast() instanceof Inline.Text(String text))) {
            return "";
        }
        String trimmed = text.stripTrailing();
        int open = trimmed.endsWith("}") ? trimmed.lastIndexOf('{') : -1;
        if (open < 0) {
            return "";
        }
        String inside = trimmed.substring(open + 1, trimmed.length() - 1).strip();
        boolean isAttributes = inside.startsWith("#") || inside.startsWith(".") || inside.indexOf('=') > 0;
        return isAttributes ? text.substring(open) : "";
    }

    private static List<Inline> withoutEnd(List<Inline> content, int length) {
        List<Inline> shorter = new ArrayList<>(content);
        String text = ((Inline.Text) shorter.removeLast()).text();
        shorter.add(new Inline.Text(text.substring(0, text.length() - length)));
        return Runs.trim(shorter);
    }

    private static String id(String attributes) {
        for (String part : attributes.replace("{", "").replace("}", "").split("\\s", -1)) {
            if (part.startsWith("#") && part.length() > 1) {
                return Signs.plain(part.substring(1));
            }
        }
        return "";
    }

    /// A heading's last line as written, without its marks; Hugo makes ids from that.
    private String source(Heading heading, int attributes) {
        List<SourceSpan> spans = heading.getSourceSpans();
        SourceSpan first = spans.getFirst();
        boolean isAtx = spans.size() == 1;
        SourceSpan line = isAtx ? first : spans.get(spans.size() - 2);
        String text = reading.text(line.getInputIndex(), line.getInputIndex() + line.getLength())
                .strip();
        if (isAtx) {
            text = withoutMarks(text);
        }
        int end = attributes == 0 ? text.length() : text.lastIndexOf('{');
        return withoutTags(text.substring(0, end < 0 ? text.length() : end));
    }

    private static String withoutMarks(String line) {
        int start = 0;
        while (start < line.length() && line.charAt(start) == '#') {
            start++;
        }
        int end = line.length();
        while (end > start && line.charAt(end - 1) == '#') {
            end--;
        }
        boolean isClosing = end == start || Character.isWhitespace(line.charAt(end - 1));
        return line.substring(start, isClosing ? end : line.length()).strip();
    }

    private static String withoutTags(String text) {
        StringBuilder out = new StringBuilder(text);
        int start;
        while ((start = out.indexOf(String.valueOf(Signs.TAG_START))) >= 0) {
            out.delete(start, out.indexOf(String.valueOf(Signs.TAG_END), start) + 1);
        }
        return out.toString();
    }
}
