package octavo.model;

import java.util.ArrayList;
import java.util.List;

/// The tree of headings that a list of blocks holds, derived and never stored.
///
/// A heading belongs under the nearest earlier one of a lower level, so gaps in the levels do no harm.
///
/// @param entries the outermost headings
public record Outline(List<Entry> entries) {
    /// A heading with what it stands over.
    ///
    /// @param from index of the heading in the blocks
    /// @param to index after the last block that belongs to it, those under its children included
    public record Entry(Block.Heading heading, int from, int to, List<Entry> children) {
        public Entry {
            children = List.copyOf(children);
        }
    }

    public Outline {
        entries = List.copyOf(entries);
    }

    /// Derives the outline of top-level headings; those inside quotes and lists do not structure a document.
    public static Outline of(List<Block> blocks) {
        List<Integer> headings = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading) {
                headings.add(i);
            }
        }
        return new Outline(entries(blocks, headings, 0, headings.size(), blocks.size()));
    }

    private static List<Entry> entries(List<Block> blocks, List<Integer> headings, int first, int last, int end) {
        List<Entry> entries = new ArrayList<>();
        int i = first;
        while (i < last) {
            int from = headings.get(i);
            Block.Heading heading = (Block.Heading) blocks.get(from);
            int next = i + 1;
            while (next < last && ((Block.Heading) blocks.get(headings.get(next))).level() > heading.level()) {
                next++;
            }
            int to = next < last ? headings.get(next) : end;
            entries.add(new Entry(heading, from, to, entries(blocks, headings, i + 1, next, to)));
            i = next;
        }
        return entries;
    }
}
