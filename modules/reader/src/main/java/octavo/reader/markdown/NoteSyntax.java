package octavo.reader.markdown;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.node.Block;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/// Teaches the parser footnotes as GitHub and goldmark have them: `[^label]` in the text and `[^label]: …` at the
/// beginning of a line, whose further blocks are indented by four spaces.
final class NoteSyntax implements Parser.ParserExtension {
    private static final int INDENT = 4;

    /// What is meant as a mark also where its note is missing; a regular expression such as `[^<>]` is not.
    private static final Pattern LABEL = Pattern.compile("\\^[\\p{L}\\p{N}_.-]+");

    static Extension create() {
        return new NoteSyntax();
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.customBlockParserFactory(NoteSyntax::tryStart).linkProcessor(new Marks());
    }

    private static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        if (state.getIndent() >= INDENT
                || !isTopLevel(matched.getMatchedBlockParser().getBlock())) {
            return BlockStart.none();
        }
        CharSequence line = state.getLine().getContent();
        int start = state.getNextNonSpaceIndex();
        if (start + 4 > line.length() || line.charAt(start) != '[' || line.charAt(start + 1) != '^') {
            return BlockStart.none();
        }
        int end = start + 2;
        while (end < line.length() && line.charAt(end) != ']') {
            char c = line.charAt(end);
            if (Character.isWhitespace(c) || c == '[' || c == '\\') {
                return BlockStart.none();
            }
            end++;
        }
        boolean isDefinition = end > start + 2 && end + 1 < line.length() && line.charAt(end + 1) == ':';
        return isDefinition
                ? BlockStart.of(new Body(line.subSequence(start + 2, end).toString()))
                        .atIndex(end + 2)
                : BlockStart.none();
    }

    /// Definitions stand at the document's top level: there only the document itself is still open, or a paragraph
    /// or a list that the definition ends.
    private static boolean isTopLevel(Block block) {
        return block instanceof org.commonmark.node.Document
                || ((block instanceof org.commonmark.node.Paragraph || block instanceof ListBlock)
                        && block.getParent() instanceof org.commonmark.node.Document);
    }

    private static final class Body extends AbstractBlockParser {
        private final NoteDefinition definition;

        Body(String label) {
            this.definition = new NoteDefinition(label);
        }

        @Override
        public Block getBlock() {
            return definition;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block child) {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                return BlockContinue.atIndex(state.getNextNonSpaceIndex());
            }
            return state.getIndent() >= INDENT
                    ? BlockContinue.atColumn(state.getColumn() + INDENT)
                    : BlockContinue.none();
        }

        @Override
        public List<DefinitionMap<?>> getDefinitions() {
            DefinitionMap<NoteDefinition> map = new DefinitionMap<>(NoteDefinition.class);
            map.putIfAbsent(definition.label(), definition);
            return List.of(map);
        }
    }

    private static final class Marks implements LinkProcessor {
        @Override
        public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
            String text = link.text(scanner);
            boolean isMark = link.destination() == null
                    && text.length() > 1
                    && text.startsWith("^")
                    && (link.label() == null || !isLink(link.label(), context))
                    && (context.getDefinition(NoteDefinition.class, text.substring(1)) != null
                            || (LABEL.matcher(text).matches() && !isLink(text, context)));
            return isMark
                    ? LinkResult.replaceWith(new NoteMark(text.substring(1)), link.afterTextBracket())
                    : LinkResult.none();
        }

        private static boolean isLink(String label, InlineParserContext context) {
            return context.getDefinition(LinkReferenceDefinition.class, label) != null;
        }
    }
}
