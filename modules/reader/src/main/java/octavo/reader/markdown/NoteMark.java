package octavo.reader.markdown;

import org.commonmark.node.CustomNode;

/// A footnote's mark in the parser's tree: `[^label]`.
final class NoteMark extends CustomNode {
    private final String label;

    NoteMark(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
