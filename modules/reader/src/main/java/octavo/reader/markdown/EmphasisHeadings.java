package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.List;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.PlainText;

/// Sections of texts that have no headings: a paragraph that is only `**bold**` becomes one of level 2, one that is
/// only `*italic*` (or both) one of level 3.
///
/// Nothing is promoted in a text that has a heading, nor what has no text below it, nor what reads as a sentence.
final class EmphasisHeadings {
    private static final int MAX_LENGTH = 120;

    private EmphasisHeadings() {}

    static List<Block> promote(List<Block> body, HeadingIds ids) {
        boolean hasHeading = body.stream().anyMatch(Block.Heading.class::isInstance);
        if (hasHeading || body.stream().filter(block -> level(block) > 0).count() < 2) {
            return body;
        }
        int lastText = body.size() - 1;
        while (lastText >= 0 && level(body.get(lastText)) > 0) {
            lastText--;
        }
        List<Block> promoted = new ArrayList<>(body.size());
        for (int i = 0; i < body.size(); i++) {
            Block block = body.get(i);
            int level = i < lastText ? level(block) : 0;
            promoted.add(level == 0 ? block : heading(level, (Block.Paragraph) block, ids));
        }
        return promoted;
    }

    private static Block heading(int level, Block.Paragraph paragraph, HeadingIds ids) {
        List<Inline> content = title(paragraph);
        return new Block.Heading(level, ids.ofText(PlainText.of(content)), content, paragraph.location());
    }

    /// The level of the heading that a block may be, or 0.
    private static int level(Block block) {
        if (!(block instanceof Block.Paragraph paragraph) || paragraph.content().size() != 1) {
            return 0;
        }
        int level = switch (paragraph.content().getFirst()) {
            case Inline.Strong(List<Inline> content) when isOnly(content, Inline.Emphasis.class) -> 3;
            case Inline.Strong _ -> 2;
            case Inline.Emphasis _ -> 3;
            case Inline.Text(String text) when isBrokenStrong(text) -> 2;
            default -> 0;
        };
        String text = level == 0 ? "" : PlainText.of(title(paragraph));
        boolean isTitle =
                !text.isEmpty() && text.length() <= MAX_LENGTH && ".,;…".indexOf(text.charAt(text.length() - 1)) < 0;
        return isTitle ? level : 0;
    }

    private static List<Inline> title(Block.Paragraph paragraph) {
        return switch (paragraph.content().getFirst()) {
            case Inline.Strong(List<Inline> content)
            when isOnly(content, Inline.Emphasis.class) -> ((Inline.Emphasis) content.getFirst()).content();
            case Inline.Emphasis(List<Inline> content)
            when isOnly(content, Inline.Strong.class) -> ((Inline.Strong) content.getFirst()).content();
            case Inline.Strong(List<Inline> content) -> content;
            case Inline.Emphasis(List<Inline> content) -> content;
            case Inline.Text(String text)
            when isBrokenStrong(text) ->
                List.of(new Inline.Text(text.substring(2, text.length() - 2).strip()));
            default -> List.of();
        };
    }

    private static boolean isOnly(List<Inline> content, Class<? extends Inline> type) {
        return content.size() == 1 && type.isInstance(content.getFirst());
    }

    /// `**Codebits 2008 **`: to CommonMark a space makes these asterisks plain text.
    private static boolean isBrokenStrong(String text) {
        return text.length() > 5
                && text.startsWith("**")
                && text.endsWith("**")
                && text.indexOf('*', 2) == text.length() - 2
                && !text.substring(2, text.length() - 2).isBlank();
    }
}
