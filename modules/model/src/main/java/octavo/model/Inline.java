package octavo.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A piece of running text.
public sealed interface Inline {
    /// Plain characters, without line breaks.
    record Text(String text) implements Inline {}

    /// A line break in the source that means a space.
    record SoftBreak() implements Inline {}

    /// A line break that the author wants to be seen.
    record LineBreak() implements Inline {}

    record Emphasis(List<Inline> content) implements Inline {
        public Emphasis {
            content = List.copyOf(content);
        }
    }

    record Strong(List<Inline> content) implements Inline {
        public Strong {
            content = List.copyOf(content);
        }
    }

    record Strikethrough(List<Inline> content) implements Inline {
        public Strikethrough {
            content = List.copyOf(content);
        }
    }

    record Code(String text) implements Inline {}

    record Link(Target target, Optional<String> title, List<Inline> content, Location location) implements Inline {
        public Link {
            content = List.copyOf(content);
        }
    }

    record Image(Picture picture) implements Inline {}

    /// The mark in the text that leads to a footnote.
    ///
    /// @param id of the [Footnote] in the same issue
    /// @param number of that note, as the mark shows it
    /// @param occurrence 1 for the first mark that leads to that note, so that each mark has an id of its own
    record NoteReference(String id, int number, int occurrence, Location location) implements Inline {}

    /// Raw HTML that the archive's configuration lets through; renderers sanitise the body that holds it.
    record Html(String html, Location location) implements Inline {}

    /// A shortcode inside running text that nobody has taught Octavo. Renderers show its body and never its syntax.
    ///
    /// @param arguments by name, positional ones by `0`, `1`, …, in the order written
    record Shortcode(String name, Map<String, String> arguments, List<Inline> body, Location location)
            implements Inline {
        public Shortcode {
            arguments = Copies.ordered(arguments);
            body = List.copyOf(body);
        }
    }
}
