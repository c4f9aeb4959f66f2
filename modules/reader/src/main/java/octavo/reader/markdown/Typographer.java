package octavo.reader.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import octavo.model.Inline;

/// Straight quotation marks to curly ones, `--` and `---` to dashes, `...` to an ellipsis.
///
/// A mark is judged by the characters around it in the whole paragraph, emphasis and links looked through. A double
/// mark without a partner stays straight (5" is a length); a single one without a partner is an apostrophe.
final class Typographer {
    /// Stands in the context for what is no text: code, a picture, a note's mark.
    private static final char OBJECT = '\uFFFC';
    private static final Set<String> APOSTROPHE_WORDS =
            Set.of("tis", "twas", "em", "n", "til", "cause", "bout", "round", "s", "t", "nother");

    private final QuotationMarks marks;
    private final StringBuilder context = new StringBuilder();
    private final Deque<Integer> open = new ArrayDeque<>();
    private String[] set = {};
    private int next;

    private Typographer(QuotationMarks marks) {
        this.marks = marks;
    }

    static List<Inline> set(List<Inline> inlines, QuotationMarks marks) {
        Typographer typographer = new Typographer(marks);
        typographer.collect(inlines);
        if (!typographer.hasSigns()) {
            return inlines;
        }
        typographer.decide();
        return typographer.rebuild(inlines);
    }

    private boolean hasSigns() {
        for (int i = 0; i < context.length(); i++) {
            if (Signs.isSign(context.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private void collect(List<Inline> inlines) {
        for (Inline inline : inlines) {
            switch (inline) {
                case Inline.Text(String text) -> context.append(text);
                case Inline.SoftBreak _, Inline.LineBreak _ -> context.append(' ');
                case Inline.Emphasis(List<Inline> content) -> collect(content);
                case Inline.Strong(List<Inline> content) -> collect(content);
                case Inline.Strikethrough(List<Inline> content) -> collect(content);
                case Inline.Link link -> collect(link.content());
                case Inline.Shortcode shortcode -> collect(shortcode.body());
                case Inline.Code _, Inline.Image _, Inline.NoteReference _, Inline.Html _ -> context.append(OBJECT);
            }
        }
    }

    /// Texts in the same order and with the same lengths as [#collect] saw them.
    private List<Inline> rebuild(List<Inline> inlines) {
        List<Inline> rebuilt = new ArrayList<>(inlines.size());
        for (Inline inline : inlines) {
            switch (inline) {
                case Inline.Text(String text) -> rebuilt.add(new Inline.Text(text(text.length())));
                case Inline.SoftBreak _,
                        Inline.LineBreak _,
                        Inline.Code _,
                        Inline.Image _,
                        Inline.NoteReference _,
                        Inline.Html _ -> {
                    next++;
                    rebuilt.add(inline);
                }
                default -> rebuilt.add(Finisher.withContent(inline, this::rebuild));
            }
        }
        return rebuilt;
    }

    private String text(int length) {
        StringBuilder out = new StringBuilder(length);
        for (int end = next + length; next < end; next++) {
            String replacement = set[next];
            out.append(replacement == null ? String.valueOf(Signs.plain(context.charAt(next))) : replacement);
        }
        return out.toString();
    }

    private void decide() {
        set = new String[context.length()];
        int i = 0;
        while (i < context.length()) {
            char c = context.charAt(i);
            switch (c) {
                case Signs.DOUBLE_QUOTE -> doubleQuote(i);
                case Signs.SINGLE_QUOTE -> singleQuote(i);
                case Signs.HYPHEN, Signs.STOP -> i = run(i, c) - 1;
                default -> {}
            }
            i++;
        }
        while (!open.isEmpty()) {
            leaveOpen(open.pop());
        }
    }

    private void leaveOpen(int at) {
        if (context.charAt(at) == Signs.SINGLE_QUOTE) {
            set[at] = "’";
        }
    }

    private void doubleQuote(int at) {
        boolean isOpen = open.stream().anyMatch(o -> context.charAt(o) == Signs.DOUBLE_QUOTE);
        if (isOpen && !isSpace(before(at)) && !(isOpening(before(at)) && isWord(after(at)))) {
            int partner = open.pop();
            while (context.charAt(partner) != Signs.DOUBLE_QUOTE) {
                leaveOpen(partner);
                partner = open.pop();
            }
            set[partner] = marks.open();
            set[at] = marks.close();
        } else if (!isSpace(after(at)) && (isSpace(before(at)) || isOpening(before(at)))) {
            open.push(at);
        }
    }

    private void singleQuote(int at) {
        char before = before(at);
        char after = after(at);
        boolean isOpen = !open.isEmpty() && context.charAt(open.element()) == Signs.SINGLE_QUOTE;
        if (isWord(before) && isWord(after)) {
            set[at] = "’";
        } else if (isOpen && !isSpace(before) && !isWord(after)) {
            set[open.pop()] = marks.innerOpen();
            set[at] = marks.innerClose();
        } else if (!isSpace(after) && (isSpace(before) || isOpening(before)) && !isElision(at)) {
            open.push(at);
        } else {
            set[at] = "’";
        }
    }

    /// Words that begin with an apostrophe: '90s, 'tis, rock 'n' roll.
    private boolean isElision(int at) {
        if (Character.isDigit(after(at))) {
            return true;
        }
        int end = at + 1;
        while (end < context.length() && Character.isLetter(context.charAt(end))) {
            end++;
        }
        return APOSTROPHE_WORDS.contains(context.substring(at + 1, end).toLowerCase(Locale.ROOT));
    }

    /// Dashes and ellipses; two hyphens right before a word and after a space are an option of a command.
    private int run(int at, char sign) {
        int end = at;
        while (end < context.length() && context.charAt(end) == sign) {
            end++;
        }
        int length = end - at;
        boolean isOption =
                sign == Signs.HYPHEN && length == 2 && isSpace(before(at)) && Character.isLetter(after(end - 1));
        if ((length == 2 || length == 3) && !isOption) {
            set[at] = sign == Signs.STOP ? "…" : length == 3 ? "—" : "–";
            for (int i = at + 1; i < end; i++) {
                set[i] = "";
            }
        }
        return end;
    }

    private char before(int at) {
        return at == 0 ? ' ' : context.charAt(at - 1);
    }

    private char after(int at) {
        return at + 1 >= context.length() ? ' ' : context.charAt(at + 1);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == OBJECT;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// What may stand right before an opening mark.
    private static boolean isOpening(char c) {
        return "([{<-–—/„“‚‘«‹¿¡=".indexOf(c) >= 0
                || c == Signs.HYPHEN
                || c == Signs.DOUBLE_QUOTE
                || c == Signs.SINGLE_QUOTE
                // CJK punctuation needs no spaces around quotation marks.
                || (c >= '\u3000' && c <= '\uD7FF');
    }
}
