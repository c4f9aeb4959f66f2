package octavo.pdf.tag;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// The structure tree of a document, made of its elements in one walk before layout.
///
/// It is in the order of the text because it is not made while pages are painted: the engine paints a page in layers,
/// pictures after all text. Painting only fills the places that the walk has made.
final class TagTree {
    private final Tag root;
    private final IdentityHashMap<Text, Place> texts = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Tag> tags = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Place> starts = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Place> ends = new IdentityHashMap<>();
    private final Deque<Tag> items = new ArrayDeque<>();
    /// The paragraph around loose text, as long as more text may join it.
    private @Nullable Tag loose;

    private int level;

    private TagTree(Element body) {
        root = new Tag(Roles.DOCUMENT, null, Optional.of(body));
        children(body, root);
    }

    static TagTree of(Element body) {
        return new TagTree(body);
    }

    Tag root() {
        return root;
    }

    /// The place of a text, or empty where it is only space between blocks.
    Optional<Place> place(Text text) {
        return Optional.ofNullable(texts.get(text));
    }

    /// The place of what a style sheet writes before or after the content of an element.
    Optional<Place> generated(Element element, boolean before) {
        return Optional.ofNullable((before ? starts : ends).get(element));
    }

    /// What an element became, or empty where what it holds belongs to the element around it.
    Optional<Tag> tag(Element element) {
        return Optional.ofNullable(tags.get(element));
    }

    private void children(Element parent, Tag tag) {
        boolean reversed = parent.hasAttribute(Tagging.REVERSED);
        for (Node child = reversed ? parent.getLastChild() : parent.getFirstChild();
                child != null;
                child = reversed ? child.getPreviousSibling() : child.getNextSibling()) {
            if (child instanceof Text text) {
                text(text, tag);
            } else if (child instanceof Element element) {
                element(element, tag);
            }
        }
    }

    private void text(Text text, Tag tag) {
        if (!Roles.isGrouping(tag) || loose != null || !text.getData().isBlank()) {
            Place place = (Roles.isGrouping(tag) ? looseIn(tag) : tag).place();
            place.add(text.getData());
            texts.put(text, place);
        }
    }

    private void element(Element element, Tag around) {
        boolean inline = Roles.isInline(element);
        if (!inline) {
            loose = null;
        }
        Optional<String> type = Roles.of(element);
        if (type.isPresent()) {
            boolean text = inline && !type.get().equals(Roles.LABEL) && !isPictureOfFigure(element);
            tagged(element, type.get(), text && Roles.isGrouping(around) ? looseIn(around) : around);
        } else {
            children(element, around);
            if (!Roles.isGrouping(around) || loose != null) {
                ends.put(element, (loose == null ? around : loose).newPlace());
            }
        }
        if (!inline) {
            loose = null;
        }
    }

    private static boolean isPictureOfFigure(Element element) {
        return element.getNodeName().equals("img")
                && element.getParentNode() instanceof Element figure
                && figure.getNodeName().equals("figure");
    }

    private void tagged(Element element, String type, Tag around) {
        Tag outerLoose = loose;
        loose = null;
        Tag tag = open(element, type, around);
        tags.put(element, tag);
        if (!Roles.isGrouping(tag)) {
            starts.put(element, tag.newPlace());
        }
        children(element, tag);
        if (!Roles.isGrouping(tag)) {
            ends.put(element, tag.newPlace());
        }
        if (type.equals(Roles.ITEM)) {
            items.pop();
        }
        loose = outerLoose;
    }

    private Tag open(Element element, String type, Tag around) {
        Optional<Element> made = Optional.of(element);
        return switch (type) {
            case Roles.ITEM -> {
                Tag item = new Tag(Roles.ITEM, around, made);
                items.push(item);
                yield new Tag(Roles.BODY, item, Optional.empty());
            }
            // A label is written in its item's first line, but stands beside the item's body (PDF/UA-1, 7.6).
            case Roles.LABEL ->
                items.isEmpty() || around.type().equals(Roles.NOTE)
                        ? new Tag(Roles.LABEL, around, made)
                        : label(items.peek(), made);
            case Roles.HEADING -> new Tag("H" + levelOf(element), around, made);
            case Roles.LINK ->
                new Tag(
                        Roles.LINK,
                        around.type().equals(Roles.CONTENTS_ITEM)
                                ? new Tag(Roles.REFERENCE, around, Optional.empty())
                                : around,
                        made);
            default -> new Tag(type, around, made);
        };
    }

    private static Tag label(Tag item, Optional<Element> made) {
        Tag label = new Tag(Roles.LABEL, item, made);
        item.kids().remove(label);
        item.kids().addFirst(label);
        return label;
    }

    /// Levels are not skipped going down (PDF/UA-1, 7.4.2): what an author's own HTML skips is closed up.
    private int levelOf(Element heading) {
        level = Math.min(heading.getNodeName().charAt(1) - '0', level + 1);
        return level;
    }

    private Tag looseIn(Tag tag) {
        Tag open = loose;
        if (open == null) {
            open = switch (tag.type()) {
                case Roles.LIST -> new Tag(Roles.BODY, new Tag(Roles.ITEM, tag, Optional.empty()), Optional.empty());
                case Roles.CONTENTS -> new Tag(Roles.CONTENTS_ITEM, tag, Optional.empty());
                default -> new Tag(Roles.PARAGRAPH, tag, Optional.empty());
            };
            loose = open;
        }
        return open;
    }
}
