package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.List;
import octavo.model.Block;
import octavo.model.Diagnostics;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Location;
import octavo.model.PlainText;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Markdown text to the model.
///
/// `# Hello *you*` becomes `Heading(1, "hello-you", [Text("Hello "), Emphasis([Text("you")])])`.
public final class MarkdownReader {
    /// How deep quotes and lists may nest (a list counts twice, for its item), and links and emphasis within them,
    /// before
    /// they become plain text: more than people write, and no more than the width of a page has room for.
    static final int MAX_DEPTH = 20;

    private static final Parser COMMON_MARK = parser(List.of(), false);
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), NoteSyntax.create());
    private static final Parser PLAIN = parser(EXTENSIONS, false);
    private static final Parser TYPOGRAPHIC = parser(EXTENSIONS, true);

    private MarkdownReader() {}

    private static Parser parser(Iterable<Extension> extensions, boolean typography) {
        Parser.Builder builder = Parser.builder()
                .extensions(extensions)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(MAX_DEPTH)
                .maxInlineNesting(MAX_DEPTH);
        if (typography) {
            builder.customInlineContentParserFactory(new SignParser());
        }
        return builder.build();
    }

    /// Blocks of a text that stands alone.
    public static List<Block> blocks(String markdown, Dialect dialect) {
        return read(markdown, Location.of(""), dialect, Surroundings.none(), _ -> {})
                .body();
    }

    /// Reads a text. Nothing that it may hold makes this fail.
    ///
    /// @param begin the file, and the line on which the text begins
    public static Document read(
            String markdown, Location begin, Dialect dialect, Surroundings surroundings, Diagnostics diagnostics) {
        String clean = Signs.clean(markdown);
        int firstLine = Math.max(1, begin.line());
        TaggedText source = dialect.shortcodes()
                ? TaggedText.of(clean, begin.file(), firstLine, dialect.shortcodeRules(), diagnostics)
                : TaggedText.plain(clean, begin.file(), firstLine);
        Reading reading = new Reading(source, dialect, surroundings, diagnostics);
        Node document = parser(dialect).parse(source.text());
        reading.notes.define(document);
        reading.headingIds.reserveNotes(reading.notes.size());
        BlockReader reader = reader(reading);
        List<Block> body = reader.document(document);
        List<Footnote> footnotes = reading.notes.read(note -> reader.blocks(note, 1), reading);
        List<Block> structured = dialect.extensions() ? EmphasisHeadings.promote(body, reading.headingIds) : body;
        return new Document(structured, footnotes, reader.summaryEnd());
    }

    /// A title or a summary, in which nothing is Markdown: only quotation marks and dashes are set.
    public static String title(String text, Dialect dialect) {
        if (!dialect.typography()) {
            return text;
        }
        List<Inline> inlines = List.of(new Inline.Text(SignParser.signs(Signs.clean(text))));
        return PlainText.of(Typographer.set(inlines, QuotationMarks.of(dialect.language())));
    }

    private static Parser parser(Dialect dialect) {
        if (!dialect.extensions()) {
            return COMMON_MARK;
        }
        return dialect.typography() ? TYPOGRAPHIC : PLAIN;
    }

    private static BlockReader reader(Reading reading) {
        Shortcodes shortcodes = new Shortcodes(reading, (text, location) -> runningText(text, location, reading));
        return new BlockReader(reading, new InlineReader(reading, shortcodes), shortcodes);
    }

    /// Running text inside another text, such as a caption: its paragraphs, one line each.
    private static List<Inline> runningText(String markdown, Location location, Reading outer) {
        Reading reading = outer.inside(TaggedText.plain(markdown, location.file(), 1), location);
        Node document = parser(outer.dialect).parse(markdown);
        Shortcodes none = new Shortcodes(reading, (inner, _) -> List.of(new Inline.Text(inner)));
        InlineReader inlines = new InlineReader(reading, none);
        List<Inline> text = new ArrayList<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (!text.isEmpty()) {
                text.add(new Inline.LineBreak());
            }
            text.addAll(inlines.finished(node));
        }
        return text.isEmpty() ? List.of(new Inline.Text(markdown)) : text;
    }
}
