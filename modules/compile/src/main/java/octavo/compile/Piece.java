package octavo.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import octavo.model.Block;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.PlainText;

/// A part of an issue that stands together in an edition, with the footnotes that its text leads to.
///
/// @param notes in the order of their first marks, marks inside notes last
/// @param marks how many marks lead to each note
/// @param noteIds by a note's id in the issue, its id in the edition
record Piece(List<Block> body, List<Footnote> notes, Map<String, Integer> marks, Map<String, String> noteIds) {

    /// A piece whose ids are still those of the issue.
    static Piece of(List<Block> body, List<Footnote> issueNotes) {
        Map<String, Footnote> byId = issueNotes.stream()
                .collect(Collectors.toMap(Footnote::id, note -> note, (first, _) -> first, LinkedHashMap::new));
        Map<String, Integer> marks = new LinkedHashMap<>();
        DocumentMapper counter = new DocumentMapper() {
            @Override
            List<Inline> reference(Inline.NoteReference reference) {
                if (byId.containsKey(reference.id())) {
                    marks.merge(reference.id(), 1, Integer::sum);
                }
                return List.of(reference);
            }
        };
        counter.blocks(body);
        List<Footnote> notes = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (boolean more = true; more; ) {
            List<Footnote> found =
                    marks.keySet().stream().filter(seen::add).map(byId::get).toList();
            found.forEach(note -> counter.blocks(note.body()));
            notes.addAll(found);
            more = !found.isEmpty();
        }
        return new Piece(body, notes, marks, Map.of());
    }

    /// The same with ids that are free in the edition.
    ///
    /// @param prefix stands before each id
    /// @param fragments takes what an id of the issue became; the first of several equal ones counts
    Piece identified(Anchors anchors, String prefix, Map<String, String> fragments) {
        DocumentMapper renamer = new DocumentMapper() {
            @Override
            Block.Heading heading(Block.Heading heading) {
                String text = PlainText.of(heading.content());
                String id = anchors.take(prefix + (heading.id().isEmpty() ? text : heading.id()));
                if (!heading.id().isEmpty()) {
                    fragments.putIfAbsent(heading.id(), id);
                }
                return new Block.Heading(heading.level(), id, heading.content(), heading.location());
            }
        };
        List<Block> renamed = renamer.blocks(body);
        Map<String, String> ids = new LinkedHashMap<>();
        for (Footnote note : notes) {
            String id = anchors.take(prefix + note.id(), marks.getOrDefault(note.id(), 0));
            ids.put(note.id(), id);
            fragments.putIfAbsent(note.id(), id);
        }
        List<Footnote> renamedNotes = notes.stream()
                .map(note -> new Footnote(note.id(), note.number(), renamer.blocks(note.body()), note.location()))
                .toList();
        return new Piece(renamed, renamedNotes, marks, ids);
    }
}
