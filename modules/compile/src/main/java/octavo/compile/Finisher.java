package octavo.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import octavo.model.Block;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Location;
import octavo.model.Target;

/// The last step of a piece: links understood, marks of footnotes numbered, no link inside a link.
final class Finisher extends DocumentMapper {
    private final Piece piece;
    private final Place place;
    private final Links links;
    private final Diagnostics diagnostics;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private boolean insideLink;

    Finisher(Piece piece, Place place, Links links, Diagnostics diagnostics) {
        this.piece = piece;
        this.place = place;
        this.links = links;
        this.diagnostics = diagnostics;
        for (Footnote note : piece.notes()) {
            numbers.put(note.id(), numbers.size() + 1);
        }
    }

    /// A finished piece.
    record Finished(List<Block> body, List<Footnote> notes) {}

    Finished finished() {
        List<Block> body = blocks(piece.body());
        List<Footnote> notes = new ArrayList<>();
        for (Footnote note : piece.notes()) {
            String id = piece.noteIds().getOrDefault(note.id(), note.id());
            notes.add(new Footnote(id, notes.size() + 1, blocks(note.body()), note.location()));
        }
        return new Finished(body, notes);
    }

    @Override
    Target target(Target target, Location location) {
        return links.resolve(target, place, location, diagnostics);
    }

    /// A link inside a link leaves its words; a mark inside a link moves behind it.
    @Override
    List<Inline> link(Inline.Link link) {
        if (insideLink) {
            return inlines(link.content());
        }
        List<Inline> marks = new ArrayList<>();
        insideLink = true;
        List<Inline> content = new WithoutMarks(marks).inlines(inlines(link.content()));
        insideLink = false;
        List<Inline> all = new ArrayList<>();
        all.add(new Inline.Link(target(link.target(), link.location()), link.title(), content, link.location()));
        all.addAll(marks);
        return all;
    }

    @Override
    List<Inline> reference(Inline.NoteReference reference) {
        Integer number = numbers.get(reference.id());
        if (number == null) {
            diagnostics.report(Diagnostic.warning(
                    reference.location(),
                    "footnote-missing",
                    "this mark leads to no footnote; write the note or remove it"));
            return List.of(new Inline.Text("[" + reference.number() + "]"));
        }
        String id = piece.noteIds().getOrDefault(reference.id(), reference.id());
        int occurrence = occurrences.merge(reference.id(), 1, Integer::sum);
        return List.of(new Inline.NoteReference(id, number, occurrence, reference.location()));
    }

    private static final class WithoutMarks extends DocumentMapper {
        private final List<Inline> marks;

        WithoutMarks(List<Inline> marks) {
            this.marks = marks;
        }

        @Override
        List<Inline> reference(Inline.NoteReference reference) {
            marks.add(reference);
            return List.of();
        }
    }
}
