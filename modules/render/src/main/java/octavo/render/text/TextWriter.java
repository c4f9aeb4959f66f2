package octavo.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import octavo.model.Block;
import octavo.model.Footnote;
import octavo.model.Issue;
import octavo.model.Target;
import octavo.render.theme.Messages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// An issue as plain text, written from the model and not from its HTML: 72 columns, headings underlined, links
/// numbered and listed after their section, footnotes at the end.
///
/// No line is longer than 72 columns, wide characters counted twice, but for addresses and code. What it gives has
/// line feeds only and ends with one.
public final class TextWriter {
    /// Columns of a line.
    public static final int WIDTH = 72;

    /// Deeper nesting is not indented any further.
    private static final int NARROWEST = 30;

    /// What stands under headings: `=` would not do, for mail writes it as three characters.
    private static final char SECTION = '-';

    private static final char SUBSECTION = '~';

    private final TextLinks links;
    private final InlineText inline;
    private final Messages messages;

    private TextWriter(Function<Target, Optional<String>> addresses, Messages messages) {
        this.links = new TextLinks(addresses);
        this.inline = new InlineText(links, messages);
        this.messages = messages;
    }

    /// An issue's body and footnotes, without its title.
    ///
    /// @param addresses where a link leads, as a reader of plain text can follow it; empty for none
    public static String body(Issue issue, Function<Target, Optional<String>> addresses, Messages messages) {
        TextWriter writer = new TextWriter(addresses, messages);
        List<String> lines = writer.sections(picturesSecond(issue.body()));
        if (!issue.footnotes().isEmpty()) {
            lines.addAll(List.of("", ""));
            lines.addAll(underlined(messages.text("notes"), SECTION));
            issue.footnotes().forEach(note -> {
                lines.add("");
                lines.addAll(writer.footnote(note));
            });
            writer.listLinks(lines);
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /// Where links of a text that stands alone lead: to the web, or nowhere.
    public static Optional<String> webAddress(Target target) {
        return switch (target) {
            case Target.Web web -> Optional.of(web.address());
            case Target.Written _, Target.Internal _, Target.Dead _ -> Optional.empty();
        };
    }

    /// Words broken into lines of [#WIDTH] columns, joined by line feeds, without one at the end.
    public static String wrapped(String text) {
        return String.join("\n", LineBreaker.lines(InlineText.visible(text), WIDTH));
    }

    /// A heading of one or more lines, with a line under it as wide as the widest.
    static List<String> underlined(String text, char line) {
        List<String> lines = new ArrayList<>(LineBreaker.lines(text, WIDTH));
        int width = lines.stream().mapToInt(DisplayWidth::of).max().orElse(0);
        lines.add(String.valueOf(line).repeat(Math.min(width, WIDTH)));
        return lines;
    }

    /// Lines with something before the first, and something as wide before the others.
    static List<String> hanging(String first, String others, List<String> lines) {
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            all.add(((all.isEmpty() ? first : others) + line).stripTrailing());
        }
        return all;
    }

    /// A text does not begin with the words for a picture: in a list of messages they would be all that shows.
    private static List<Block> picturesSecond(List<Block> body) {
        int first = 0;
        while (first < body.size() && body.get(first) instanceof Block.Figure) {
            first++;
        }
        if (first == 0 || first == body.size()) {
            return body;
        }
        List<Block> moved = new ArrayList<>();
        int last = body.get(first) instanceof Block.Heading && first + 1 < body.size() ? first + 2 : first + 1;
        moved.addAll(body.subList(first, last));
        moved.addAll(body.subList(0, first));
        moved.addAll(body.subList(last, body.size()));
        return moved;
    }

    private List<String> sections(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Heading) {
                listLinks(lines);
            }
            List<String> own = lines(block, WIDTH);
            if (!own.isEmpty()) {
                separate(lines, block);
                lines.addAll(own);
            }
        }
        listLinks(lines);
        return lines;
    }

    private static void separate(List<String> lines, Block next) {
        if (!lines.isEmpty()) {
            lines.add("");
            if (next instanceof Block.Heading heading && heading.level() <= 2) {
                lines.add("");
            }
        }
    }

    private void listLinks(List<String> lines) {
        List<String> addresses = links.flush();
        if (!addresses.isEmpty()) {
            lines.add("");
            lines.addAll(addresses);
        }
    }

    private List<String> footnote(Footnote note) {
        String mark = inline.note(note.number()).replace('\u00A0', ' ') + " ";
        return indented(mark, " ".repeat(DisplayWidth.of(mark)), note.body(), WIDTH, false);
    }

    private List<String> blocks(List<Block> blocks, int width, boolean tight) {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks) {
            List<String> own = lines(block, width);
            if (!own.isEmpty() && !lines.isEmpty() && !tight) {
                lines.add("");
            }
            lines.addAll(own);
        }
        return lines;
    }

    private List<String> lines(Block block, int width) {
        return switch (block) {
            case Block.Heading heading -> heading(heading, width);
            case Block.Paragraph paragraph -> LineBreaker.lines(inline.of(paragraph.content()), width);
            case Block.BulletList list -> items(list.items(), list.tight(), _ -> "- ", width);
            case Block.OrderedList list ->
                items(list.items(), list.tight(), index -> (list.start() + index) + ". ", width);
            case Block.Quote quote -> indented("> ", "> ", quote.body(), width, false);
            case Block.Callout callout -> callout(callout, width);
            case Block.CodeBlock code -> code(code);
            case Block.Table table -> TextTable.lines(table, inline, width);
            case Block.Figure figure -> figure(figure, width);
            case Block.Rule _ -> List.of("* * *");
            case Block.Html html -> rawHtml(html, width);
            case Block.Shortcode shortcode -> blocks(shortcode.body(), width, false);
        };
    }

    private List<String> rawHtml(Block.Html html, int width) {
        Element body = Jsoup.parse(html.html()).body();
        body.select("a[href]").forEach(a -> a.appendText(links.mark(new Target.Web(a.attr("href")), a.text())));
        return LineBreaker.lines(InlineText.visible(body.text()), width);
    }

    private List<String> heading(Block.Heading heading, int width) {
        String text = inline.of(heading.content());
        return text.isBlank() || heading.level() > 3 || width < WIDTH
                ? LineBreaker.lines(text, width)
                : underlined(text, heading.level() < 3 ? SECTION : SUBSECTION);
    }

    private List<String> items(List<Block.Item> items, boolean tight, Function<Integer, String> label, int width) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Block.Item item = items.get(i);
            String box = item.done().map(done -> done ? "[x] " : "[ ] ").orElse("");
            String first = label.apply(i) + box;
            List<String> own = indented(first, " ".repeat(first.length()), item.body(), width, tight);
            if (!lines.isEmpty() && !tight) {
                lines.add("");
            }
            lines.addAll(own.isEmpty() ? List.of(first.strip()) : own);
        }
        return lines;
    }

    private List<String> indented(String first, String others, List<Block> body, int width, boolean tight) {
        int inner = width - others.length();
        return inner < NARROWEST ? blocks(body, width, tight) : hanging(first, others, blocks(body, inner, tight));
    }

    private List<String> callout(Block.Callout callout, int width) {
        String kind = callout.kind().name().toLowerCase(Locale.ROOT);
        String title = callout.title().isEmpty() ? messages.text("callout." + kind) : inline.of(callout.title());
        List<String> lines = new ArrayList<>(LineBreaker.lines("*" + title + "*", Math.max(NARROWEST, width - 2)));
        lines.addAll(blocks(callout.body(), Math.max(NARROWEST, width - 2), false));
        return hanging("| ", "| ", lines);
    }

    private static List<String> code(Block.CodeBlock code) {
        List<String> lines = code.code().stripTrailing().lines().toList();
        return hanging("    ", "    ", lines);
    }

    private List<String> figure(Block.Figure figure, int width) {
        String caption = inline.of(figure.caption());
        String title = inline.of(figure.title());
        String alt = figure.picture().alt().strip();
        String words = List.of(caption, title, alt).stream()
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(() -> messages.text("picture"));
        Target target = figure.link()
                .orElseGet(() -> new Target.Web(figure.picture().source().address()));
        boolean reachable = !(target instanceof Target.Web web) || web.address().contains(":");
        String mark = reachable ? links.mark(target, "") : "";
        String shown = words.equals(messages.text("picture")) ? "[" + words + "]" : inline.bracketed(words);
        return LineBreaker.lines(shown + mark, width);
    }
}
