package octavo.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import octavo.model.Block;

/// Levels as they suit an edition: the first below the title is 2, each step down is one, none is beyond
/// 6.
///
/// Levels `3 5 3 1` become `2 3 2 2`. Headings inside quotes and lists count from the section that they
/// stand in.
final class HeadingLevels extends DocumentMapper {
    private static final int DEEPEST = 6;

    private int base;
    private Deque<Integer> open = new ArrayDeque<>();

    private HeadingLevels(int base) {
        this.base = base;
    }

    /// The sections of an issue, below its title.
    static List<Block> belowTitle(List<Block> blocks) {
        return new HeadingLevels(1).blocks(blocks);
    }

    /// A section that stands on its own, its heading at level 1.
    static List<Block> fromTop(List<Block> blocks) {
        return new HeadingLevels(0).blocks(blocks);
    }

    @Override
    List<Block> blocks(List<Block> blocks) {
        int outerBase = base;
        Deque<Integer> outer = open;
        base = base + open.size();
        open = new ArrayDeque<>();
        List<Block> levelled = super.blocks(blocks);
        base = outerBase;
        open = outer;
        return levelled;
    }

    @Override
    Block.Heading heading(Block.Heading heading) {
        while (!open.isEmpty() && open.getLast() >= heading.level()) {
            open.removeLast();
        }
        open.addLast(heading.level());
        int level = Math.min(DEEPEST, base + open.size());
        return new Block.Heading(level, heading.id(), heading.content(), heading.location());
    }
}
