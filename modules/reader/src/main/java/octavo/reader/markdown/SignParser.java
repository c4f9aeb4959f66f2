package octavo.reader.markdown;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/// Marks the quotation marks, double hyphens and ellipses that typography may change. Only the parser knows that
/// they are not escaped and stand neither in code nor in an address; what they become is decided later, when the
/// characters around them are known.
final class SignParser implements InlineContentParserFactory, InlineContentParser {
    private static final Set<Character> TRIGGERS = Set.of('"', '\'', '-', '.');

    @Override
    public Set<Character> getTriggerCharacters() {
        return TRIGGERS;
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        char c = scanner.peek();
        int run = scanner.matchMultiple(c);
        return ParsedInline.of(new Text(signs(c, run)), scanner.position());
    }

    /// Plain text with all signs set, as the parser sets them in Markdown.
    static String signs(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            while (end < text.length() && text.charAt(end) == c) {
                end++;
            }
            out.append(TRIGGERS.contains(c) ? signs(c, end - i) : text.substring(i, end));
            i = end;
        }
        return out.toString();
    }

    private static String signs(char c, int run) {
        return switch (c) {
            case '"' -> String.valueOf(Signs.DOUBLE_QUOTE).repeat(run);
            case '\'' -> String.valueOf(Signs.SINGLE_QUOTE).repeat(run);
            case '-' ->
                String.valueOf(run == 2 || run == 3 ? Signs.HYPHEN : '-').repeat(run);
            default -> String.valueOf(run == 3 ? Signs.STOP : '.').repeat(run);
        };
    }
}
