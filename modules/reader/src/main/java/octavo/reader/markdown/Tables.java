package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.List;
import octavo.model.Block;
import octavo.model.Block.Table.Alignment;
import octavo.model.Inline;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/// GFM tables.
final class Tables {
    private final Reading reading;
    private final InlineReader inlines;

    Tables(Reading reading, InlineReader inlines) {
        this.reading = reading;
        this.inlines = inlines;
    }

    Block read(TableBlock table) {
        List<Alignment> alignments = new ArrayList<>();
        List<List<List<Inline>>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row, rows.isEmpty() ? alignments : new ArrayList<>()));
                }
            }
        }
        List<List<Inline>> header = rows.isEmpty() ? List.of() : rows.removeFirst();
        rows.replaceAll(row -> fitted(row, header.size()));
        return new Block.Table(alignments, header, rows, reading.location(table));
    }

    private List<List<Inline>> cells(Node row, List<Alignment> alignments) {
        List<List<Inline>> cells = new ArrayList<>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell cell) {
                cells.add(inlines.finished(cell));
                alignments.add(alignment(cell.getAlignment()));
            }
        }
        return cells;
    }

    private static List<List<Inline>> fitted(List<List<Inline>> row, int columns) {
        List<List<Inline>> fitted = new ArrayList<>(row.subList(0, Math.min(columns, row.size())));
        while (fitted.size() < columns) {
            fitted.add(List.of());
        }
        return fitted;
    }

    private static Alignment alignment(TableCell.@Nullable Alignment alignment) {
        return switch (alignment) {
            case null -> Alignment.NONE;
            case LEFT -> Alignment.LEFT;
            case CENTER -> Alignment.CENTER;
            case RIGHT -> Alignment.RIGHT;
        };
    }
}
