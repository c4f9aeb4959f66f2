package octavo.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import octavo.model.Block;
import octavo.model.Footnote;
import octavo.model.Issue;
import octavo.model.Outline;
import octavo.model.PlainText;

/// As much of an issue as its message holds: all of it, or its beginning up to a [Place].
///
/// @param body the blocks that are kept
/// @param notes the footnotes that these refer to
/// @param rest what is on the web only; empty where the excerpt is all of the issue
record Excerpt(List<Block> body, List<Footnote> notes, Optional<Rest> rest) {
    /// What was cut.
    ///
    /// @param anchor where reading goes on: the heading at the cut, or else the last one before it
    /// @param sections those that are cut, the first one perhaps in the midst of it
    /// @param first the first block of it
    record Rest(String anchor, List<Section> sections, Block first) {}

    /// A section of which at least a part is cut.
    ///
    /// @param anchor of its heading
    /// @param begun whether its beginning is kept
    record Section(String title, String anchor, boolean begun) {}

    /// Where an issue can be cut: after a number of blocks, and of the next, a list, after a number of items.
    record Place(int blocks, int items) implements Comparable<Place> {
        static final Place START = new Place(0, 0);

        static Place end(List<Block> body) {
            return new Place(body.size(), 0);
        }

        @Override
        public int compareTo(Place other) {
            return blocks == other.blocks ? Integer.compare(items, other.items) : Integer.compare(blocks, other.blocks);
        }
    }

    /// How fine the places of a cut are, the best first.
    enum Boundary {
        SECTION,
        SUBSECTION,
        BLOCK,
        ITEM
    }

    static Excerpt all(Issue issue) {
        return new Excerpt(issue.body(), issue.footnotes(), Optional.empty());
    }

    static Excerpt before(Place place, Issue issue) {
        List<Block> body = issue.body();
        List<Block> kept = new ArrayList<>(body.subList(0, place.blocks()));
        if (place.items() > 0) {
            kept.add(shortened(body.get(place.blocks()), place.items()));
        }
        Rest rest = new Rest(anchor(place, issue), sections(place, issue), body.get(place.blocks()));
        return new Excerpt(kept, NoteMarks.of(kept, issue.footnotes()), Optional.of(rest));
    }

    /// The places of a kind, in the order of the text, where something is on either side.
    static List<Place> places(List<Block> body, Boundary boundary) {
        return switch (boundary) {
            case SECTION ->
                Outline.of(body).entries().stream()
                        .map(Outline.Entry::from)
                        .filter(block -> block > 0)
                        .map(block -> new Place(block, 0))
                        .toList();
            case SUBSECTION -> before(body, Block.Heading.class);
            case BLOCK -> before(body, Block.class);
            case ITEM -> items(body);
        };
    }

    /// No heading is left with nothing below it.
    private static List<Place> before(List<Block> body, Class<? extends Block> kind) {
        List<Place> places = new ArrayList<>();
        for (int block = 1; block < body.size(); block++) {
            if (kind.isInstance(body.get(block)) && !(body.get(block - 1) instanceof Block.Heading)) {
                places.add(new Place(block, 0));
            }
        }
        return places;
    }

    private static List<Place> items(List<Block> body) {
        List<Place> places = new ArrayList<>();
        for (int block = 0; block < body.size(); block++) {
            int count = switch (body.get(block)) {
                case Block.BulletList list -> list.items().size();
                case Block.OrderedList list -> list.items().size();
                default -> 0;
            };
            for (int item = 1; item < count; item++) {
                places.add(new Place(block, item));
            }
        }
        return places;
    }

    private static Block shortened(Block list, int items) {
        return switch (list) {
            case Block.BulletList bullets ->
                new Block.BulletList(bullets.tight(), bullets.items().subList(0, items), bullets.location());
            case Block.OrderedList numbered ->
                new Block.OrderedList(
                        numbered.start(), numbered.tight(), numbered.items().subList(0, items), numbered.location());
            default -> throw new IllegalArgumentException("only lists have items");
        };
    }

    private static String anchor(Place place, Issue issue) {
        int last = place.items() > 0 ? place.blocks() - 1 : place.blocks();
        for (int block = last; block >= 0; block--) {
            if (issue.body().get(block) instanceof Block.Heading heading
                    && !heading.id().isEmpty()) {
                return heading.id();
            }
        }
        return issue.anchor();
    }

    private static List<Section> sections(Place place, Issue issue) {
        return issue.outline().entries().stream()
                .filter(entry -> entry.to() > place.blocks())
                .map(entry -> new Section(
                        PlainText.of(entry.heading().content()), entry.heading().id(), entry.from() < place.blocks()))
                .filter(section -> !section.title().isEmpty())
                .toList();
    }
}
