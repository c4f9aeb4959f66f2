package octavo.reader.markdown;

import org.commonmark.node.CustomBlock;

/// A footnote's text in the parser's tree: `[^label]: text`.
final class NoteDefinition extends CustomBlock {
    private final String label;

    NoteDefinition(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
