package octavo.render.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import octavo.model.Inline;
import octavo.model.Picture;
import octavo.render.theme.Messages;
import octavo.render.xhtml.LineEnds;

/// Running text as characters, not yet broken into lines; a line feed in it is meant.
final class InlineText {
    /// Numbers of links and notes stand after what is set off, not inside it.
    private static final Pattern NUMBERED = Pattern.compile("(.*?)((?:\u00A0\\[[^\\[\\]]+])*)", Pattern.DOTALL);

    private static final Pattern LINE_BREAK = Pattern.compile("(?i)<br\\b[^>]*>");

    private final TextLinks links;
    private final Messages messages;
    private final boolean joinsLines;

    InlineText(TextLinks links, Messages messages) {
        this.links = links;
        this.messages = messages;
        this.joinsLines = LineEnds.joins(messages.language());
    }

    String of(List<Inline> inlines) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < inlines.size(); i++) {
            if (inlines.get(i) instanceof Inline.SoftBreak && joinsLines && LineEnds.vanishes(out, inlines, i)) {
                continue;
            }
            out.append(of(inlines.get(i)));
        }
        return out.toString();
    }

    private String of(Inline inline) {
        return switch (inline) {
            case Inline.Text text -> visible(text.text());
            case Inline.SoftBreak _ -> " ";
            case Inline.LineBreak _ -> "\n";
            case Inline.Emphasis emphasis -> setOff("_", of(emphasis.content()));
            case Inline.Strong strong -> setOff("*", of(strong.content()));
            case Inline.Strikethrough struck -> setOff("~", of(struck.content()));
            case Inline.Code code -> "`" + visible(code.text()) + "`";
            case Inline.Link link -> {
                String text = of(link.content());
                String mark = links.mark(link.target(), text);
                // A space at the end of the words stays at the end, and not between them and their number.
                String space = text.endsWith(" ") ? " " : "";
                yield mark.isEmpty() ? text : text.stripTrailing() + mark + space;
            }
            case Inline.Image image -> picture(image.picture());
            case Inline.NoteReference reference -> "\u00A0" + note(reference.number());
            case Inline.Html html -> LINE_BREAK.matcher(html.html()).matches() ? "\n" : "";
            case Inline.Shortcode shortcode -> of(shortcode.body());
        };
    }

    /// The mark of a footnote, where it is referred to and where it stands: in words, for beside `[1]`, a link, another
    /// number in brackets would be taken for one.
    String note(int number) {
        return "[" + messages.text("note-number", String.valueOf(number)).replace(' ', '\u00A0') + "]";
    }

    private static String setOff(String mark, String text) {
        Matcher parts = NUMBERED.matcher(text);
        if (text.isBlank() || !parts.matches()) {
            return text;
        }
        return mark + parts.group(1).strip() + mark + parts.group(2);
    }

    /// A picture's words in brackets; nothing for mere decoration.
    String picture(Picture picture) {
        return picture.alt().isBlank() ? "" : bracketed(visible(picture.alt()));
    }

    String bracketed(String words) {
        return "[" + messages.text("picture-of", words.strip()) + "]";
    }

    /// Text without what only a typesetter sees, and without what changes the direction of what follows.
    static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c)) {
                out.append(' ');
            } else if (!isHidden(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean isHidden(int c) {
        return switch (c) {
            case 0xAD, 0x200B, 0x2060, 0xFEFF -> true;
            default ->
                Character.isISOControl(c)
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069)
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        };
    }
}
