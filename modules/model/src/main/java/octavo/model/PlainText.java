package octavo.model;

import java.util.List;

/// The characters of running text without any markup: for titles, names and comparisons.
public final class PlainText {
    private PlainText() {}

    /// What a reader would read aloud: breaks as spaces, pictures by their alternative text, note marks left out.
    public static String of(List<Inline> inlines) {
        StringBuilder text = new StringBuilder();
        append(inlines, text);
        return text.toString().strip();
    }

    private static void append(List<Inline> inlines, StringBuilder text) {
        for (Inline inline : inlines) {
            switch (inline) {
                case Inline.Text t -> text.append(t.text());
                case Inline.Code code -> text.append(code.text());
                case Inline.SoftBreak _, Inline.LineBreak _ -> text.append(' ');
                case Inline.Emphasis emphasis -> append(emphasis.content(), text);
                case Inline.Strong strong -> append(strong.content(), text);
                case Inline.Strikethrough struck -> append(struck.content(), text);
                case Inline.Link link -> append(link.content(), text);
                case Inline.Image image -> text.append(image.picture().alt());
                case Inline.Shortcode shortcode -> append(shortcode.body(), text);
                case Inline.NoteReference _, Inline.Html _ -> {}
            }
        }
    }
}
