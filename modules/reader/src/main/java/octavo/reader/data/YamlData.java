package octavo.reader.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.model.Location;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// YAML 1.2 from parser events.
///
/// Events instead of objects: an alias then shares the one value that it names, so that no document can
/// multiply itself (the "billion laughs"), and nothing recurses.
final class YamlData {
    private static final int MAX_DEPTH = 50;

    /// A collection that is still open.
    private static final class Open {
        final Location location;
        final Optional<Anchor> anchor;
        final @Nullable Map<String, Value> entries;
        final List<Value> items = new ArrayList<>();

        @Nullable
        String key;

        Open(Location location, Optional<Anchor> anchor, boolean mapping) {
            this.location = location;
            this.anchor = anchor;
            this.entries = mapping ? new LinkedHashMap<>() : null;
        }

        Value close() {
            return entries == null ? new Value.Sequence(items, location) : new Value.Mapping(entries, location);
        }
    }

    private final Origin origin;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Value> anchors = new HashMap<>();
    private @Nullable Value root;

    private YamlData(Origin origin) {
        this.origin = origin;
    }

    static Value.Mapping parse(String text, Origin origin) throws DataException {
        YamlData data = new YamlData(origin);
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(DataFormat.MAX_CHARACTERS * 4)
                .build();
        int documents = 0;
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                if (event instanceof DocumentStartEvent && ++documents > 1) {
                    throw new DataException(data.location(event.getStartMark()), "a second document begins here");
                }
                data.take(event);
            }
        } catch (MarkedYamlEngineException e) {
            throw data.unreadable(e);
        } catch (YamlEngineException e) {
            throw new DataException(origin.at(1, 0), sentence(String.valueOf(e.getMessage())));
        }
        return switch (data.root) {
            case Value.Mapping mapping -> mapping;
            case Value.Scalar scalar when scalar.isNull() -> Value.Mapping.EMPTY;
            case null -> Value.Mapping.EMPTY;
            case Value other ->
                throw new DataException(other.location(), "keys with values are expected here, such as 'title: …'");
        };
    }

    /// Where something was never closed, its beginning says more than the end of the data.
    private DataException unreadable(MarkedYamlEngineException e) {
        boolean isUnclosed =
                e.getProblem().contains("end of stream") && e.getContextMark().isPresent();
        String context = e.getContext() == null ? "" : " " + sentence(e.getContext());
        return new DataException(
                location(isUnclosed ? e.getContextMark() : e.getProblemMark()), sentence(e.getProblem()) + context);
    }

    private static String sentence(String problem) {
        int line = problem.indexOf('\n');
        return (line < 0 ? problem : problem.substring(0, line)).strip();
    }

    private Location location(Optional<Mark> mark) {
        return mark.map(m -> origin.at(m.getLine() + 1, m.getColumn() + 1)).orElse(origin.at(1, 0));
    }

    private void take(Event event) throws DataException {
        Location location = location(event.getStartMark());
        switch (event) {
            case MappingStartEvent start -> enter(new Open(location, start.getAnchor(), true));
            case SequenceStartEvent start -> enter(new Open(location, start.getAnchor(), false));
            case CollectionEndEvent _ -> {
                Open closed = open.pop();
                add(closed.close(), closed.anchor, location);
            }
            case ScalarEvent scalar ->
                add(
                        new Value.Scalar(scalar.getValue(), scalar.isPlain(), location),
                        ((NodeEvent) scalar).getAnchor(),
                        location);
            case AliasEvent alias -> {
                Value value = alias.getAnchor().map(anchors::get).orElse(null);
                if (value == null) {
                    throw new DataException(location, "an alias names an anchor that is not defined before it");
                }
                add(value, Optional.empty(), location);
            }
            default -> {}
        }
    }

    private void enter(Open collection) throws DataException {
        open.push(collection);
        if (open.size() > MAX_DEPTH) {
            throw new DataException(collection.location, "nested more than " + MAX_DEPTH + " levels deep");
        }
    }

    private void add(Value value, Optional<Anchor> anchor, Location location) throws DataException {
        anchor.ifPresent(name -> anchors.put(name, value));
        Open parent = open.peek();
        if (parent == null) {
            root = value;
        } else if (parent.entries == null) {
            parent.items.add(value);
        } else if (parent.key == null) {
            if (!(value instanceof Value.Scalar scalar)) {
                throw new DataException(location, "a key must be a word, not a list or a mapping");
            }
            parent.key = scalar.text();
        } else {
            parent.entries.put(parent.key, value);
            parent.key = null;
        }
    }
}
