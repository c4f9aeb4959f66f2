package octavo.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A piece of a document that stands on lines of its own.
///
/// The sum is closed: formats plug in, nodes do not. A new node is a compile error in each writer until it is handled.
/// The one hatch is [Shortcode], for what nobody has taught Octavo yet.
public sealed interface Block {
    /// A heading; headings stay flat as in CommonMark, [Outline] derives the tree.
    ///
    /// @param level from 1 to 6. As written when it comes from a reader; in an [Edition] the title is
    ///     level 1 and its sections start at 2 without gaps
    /// @param id unique in its issue, and in an edition unique there
    record Heading(int level, String id, List<Inline> content, Location location) implements Block {
        public Heading {
            if (level < 1 || level > 6) {
                throw new IllegalArgumentException("a heading has a level from 1 to 6, not " + level);
            }
            content = List.copyOf(content);
        }
    }

    record Paragraph(List<Inline> content, Location location) implements Block {
        public Paragraph {
            content = List.copyOf(content);
        }
    }

    /// A list whose items have no order.
    ///
    /// @param tight true where the items' paragraphs stand close together
    record BulletList(boolean tight, List<Item> items, Location location) implements Block {
        public BulletList {
            items = List.copyOf(items);
        }
    }

    /// A numbered list.
    ///
    /// @param start the first item's number
    /// @param tight true where the items' paragraphs stand close together
    record OrderedList(int start, boolean tight, List<Item> items, Location location) implements Block {
        public OrderedList {
            items = List.copyOf(items);
        }
    }

    /// An item of a list.
    ///
    /// @param done for an item of a task list: whether it is ticked
    record Item(Optional<Boolean> done, List<Block> body, Location location) {
        public Item {
            body = List.copyOf(body);
        }
    }

    record Quote(List<Block> body, Location location) implements Block {
        public Quote {
            body = List.copyOf(body);
        }
    }

    /// A remark set apart, from a GitHub or Obsidian style alert (`> [!NOTE]`).
    ///
    /// @param title the author's own; where empty, renderers write the kind's name in the edition's language
    record Callout(Kind kind, List<Inline> title, List<Block> body, Location location) implements Block {
        /// What kind of remark it is.
        public enum Kind {
            NOTE,
            TIP,
            IMPORTANT,
            WARNING,
            CAUTION
        }

        public Callout {
            title = List.copyOf(title);
            body = List.copyOf(body);
        }
    }

    /// Code or other text whose spaces and line ends matter.
    ///
    /// @param info the info string of a fenced block, empty where there is none; its first word is the language
    /// @param code with its final line feed
    record CodeBlock(String info, String code, Location location) implements Block {
        /// The programming language: the info string's first word, or empty.
        public String language() {
            String trimmed = info.strip();
            int space = trimmed.indexOf(' ');
            return space < 0 ? trimmed : trimmed.substring(0, space);
        }
    }

    /// A table with a head.
    ///
    /// @param alignments one for each column
    /// @param header one cell for each column
    /// @param rows each with one cell for each column
    record Table(
            List<Alignment> alignments, List<List<Inline>> header, List<List<List<Inline>>> rows, Location location)
            implements Block {
        /// How a column is set.
        public enum Alignment {
            NONE,
            LEFT,
            CENTER,
            RIGHT
        }

        public Table {
            alignments = List.copyOf(alignments);
            header = header.stream().map(List::copyOf).toList();
            rows = rows.stream()
                    .map(row -> row.stream().map(List::copyOf).toList())
                    .toList();
        }
    }

    /// A picture with what is written about it.
    ///
    /// @param title a heading of its own, rarely given
    /// @param caption the words below, attribution included
    /// @param link where a click on the picture leads
    record Figure(Picture picture, List<Inline> title, List<Inline> caption, Optional<Target> link, Location location)
            implements Block {
        public Figure {
            title = List.copyOf(title);
            caption = List.copyOf(caption);
        }
    }

    record Rule(Location location) implements Block {}

    /// Raw HTML that the archive's configuration lets through; renderers sanitise the body that holds it.
    record Html(String html, Location location) implements Block {}

    /// A shortcode that nobody has taught Octavo. Renderers show its body and never its syntax.
    ///
    /// @param arguments by name, positional ones by `0`, `1`, …, in the order written
    record Shortcode(String name, Map<String, String> arguments, List<Block> body, Location location) implements Block {
        public Shortcode {
            arguments = Copies.ordered(arguments);
            body = List.copyOf(body);
        }
    }

    /// Where it begins in the source.
    Location location();
}
