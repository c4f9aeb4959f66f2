package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import octavo.model.Block;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Location;
import org.commonmark.node.Node;

/// Footnotes of one text, numbered in the order of their first marks.
final class Notes {
    private static final class Note {
        final NoteDefinition definition;
        final int number;
        int marks;

        Note(NoteDefinition definition, int number) {
            this.definition = definition;
            this.number = number;
        }

        String id() {
            return "fn-" + number;
        }
    }

    private final Map<String, NoteDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, Note> notes = new HashMap<>();
    private final List<Note> inOrder = new ArrayList<>();

    /// Takes up the definitions of a document; they stand at its top level.
    void define(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof NoteDefinition definition) {
                definitions.putIfAbsent(key(definition.label()), definition);
            }
        }
    }

    int size() {
        return definitions.size();
    }

    Optional<Inline> mark(String label, Location location) {
        NoteDefinition definition = definitions.get(key(label));
        if (definition == null) {
            return Optional.empty();
        }
        Note note = notes.computeIfAbsent(key(label), _ -> {
            Note first = new Note(definition, inOrder.size() + 1);
            inOrder.add(first);
            return first;
        });
        note.marks++;
        return Optional.of(new Inline.NoteReference(note.id(), note.number, note.marks, location));
    }

    /// The notes that marks lead to, those included whose marks stand in other notes.
    List<Footnote> read(Function<Node, List<Block>> body, Reading reading) {
        List<Footnote> footnotes = new ArrayList<>();
        // Reading a note may add others at the end.
        for (int i = 0; i < inOrder.size(); i++) {
            Note note = inOrder.get(i);
            footnotes.add(new Footnote(
                    note.id(), note.number, body.apply(note.definition), reading.location(note.definition)));
        }
        definitions.forEach((label, definition) -> {
            if (!notes.containsKey(label)) {
                reading.warn(
                        reading.location(definition),
                        "footnote-unused",
                        "no mark in the text leads to the footnote '" + label + "'; it is left out");
            }
        });
        return footnotes;
    }

    private static String key(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }
}
