package octavo.email;

import java.text.BreakIterator;
import java.util.Locale;
import octavo.model.Language;

/// The words that mailboxes show beside the subject: hidden text at the top of a message.
///
/// A mailbox with more room than words goes on with the text that follows, so that readers would see the masthead, the
/// title and then the summary a second time. Blanks that no mailbox throws away fill that room.
final class Preheader {
    /// More than mailboxes show: Gmail in a wide window shows about this much.
    static final int LENGTH = 140;

    /// A grapheme joiner and a non-joiner keep runs of spaces from being taken for one.
    private static final String BLANK = "\u034f\u200c\u00a0";

    private Preheader() {}

    /// @param words of any length; nothing where they are blank
    static String of(String words, Language language) {
        String line = words.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return "";
        }
        return line.length() > LENGTH
                ? cut(line, language.locale()) + "…"
                : line + BLANK.repeat(LENGTH - line.length());
    }

    /// Cut where a line may end, so inside no word; a word that is longer than half of it, after a whole character.
    private static String cut(String line, Locale locale) {
        BreakIterator lines = BreakIterator.getLineInstance(locale);
        lines.setText(line);
        int end = lines.preceding(LENGTH);
        BreakIterator characters = BreakIterator.getCharacterInstance(locale);
        characters.setText(line);
        // A line may end inside an emoji of several, as Java sees it.
        if (end < LENGTH / 2 || !characters.isBoundary(end)) {
            end = characters.preceding(LENGTH);
        }
        return line.substring(0, end).replaceFirst("[\\s\\p{Pd},;:.،؛、。·]+$", "");
    }
}
