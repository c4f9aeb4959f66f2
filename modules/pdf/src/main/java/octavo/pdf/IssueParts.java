package octavo.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import octavo.model.Block;
import octavo.model.Issue;
import octavo.model.Outline;
import octavo.render.theme.Messages;
import octavo.render.xhtml.XhtmlWriter;

/// The body of an issue in parts, each with the addresses that are listed after it.
///
/// @param presentation how a part is shown whose addresses go into the notes
record IssueParts(PdfOptions.Notes where, Function<PrintNotes, PrintPresentation> presentation, Messages messages) {
    /// The parts as data of the template; footnotes belong to the last.
    List<Map<String, Object>> of(Issue issue) {
        List<List<Block>> parts = switch (where) {
            case ISSUE -> List.of(issue.body());
            case SECTION -> sections(issue.body());
        };
        PrintNotes notes = new PrintNotes(issue.anchor());
        List<Map<String, Object>> written = new ArrayList<>();
        for (List<Block> part : parts) {
            notes = written.isEmpty() ? notes : notes.next();
            PrintPresentation shown = presentation.apply(notes);
            String text = XhtmlWriter.blocks(part, shown, messages);
            boolean last = written.size() == parts.size() - 1;
            String footnotes = last ? XhtmlWriter.footnotes(issue.footnotes(), shown, messages) : "";
            written.add(Map.of("body", text, "footnotes", footnotes, "notes", notes.data()));
        }
        return written;
    }

    /// What stands before the first section, if anything, and each section.
    private static List<List<Block>> sections(List<Block> body) {
        List<List<Block>> sections = new ArrayList<>();
        int from = 0;
        for (Outline.Entry entry : Outline.of(body).entries()) {
            if (entry.from() > from) {
                sections.add(body.subList(from, entry.from()));
            }
            sections.add(body.subList(entry.from(), entry.to()));
            from = entry.to();
        }
        if (from < body.size() || sections.isEmpty()) {
            sections.add(body.subList(from, body.size()));
        }
        return sections;
    }
}
