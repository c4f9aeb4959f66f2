package octavo.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import octavo.model.Block;
import octavo.model.Inline;

/// A table in columns where it fits, and else each row as a record of its own.
final class TextTable {
    private static final int GAP = 2;

    private TextTable() {}

    static List<String> lines(Block.Table table, InlineText inline, int width) {
        List<String> header = cells(table.header(), inline);
        List<List<String>> rows =
                table.rows().stream().map(row -> cells(row, inline)).toList();
        int[] widths = new int[header.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    DisplayWidth.of(header.get(i)),
                    rows.stream()
                            .mapToInt(row -> DisplayWidth.of(cell(row, column)))
                            .max()
                            .orElse(0));
        }
        int total = IntStream.of(widths).sum() + GAP * Math.max(0, widths.length - 1);
        return total <= width ? grid(table, header, rows, widths) : records(header, rows, width);
    }

    private static List<String> cells(List<List<Inline>> row, InlineText inline) {
        return row.stream()
                .map(cell -> inline.of(cell).replaceAll("[\n\u00A0\u202F]", " ").strip())
                .toList();
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private static List<String> grid(Block.Table table, List<String> header, List<List<String>> rows, int[] widths) {
        List<String> lines = new ArrayList<>();
        lines.add(row(table, header, widths));
        lines.add(String.join(
                " ".repeat(GAP), IntStream.of(widths).mapToObj("-"::repeat).toList()));
        rows.forEach(row -> lines.add(row(table, row, widths)));
        return lines;
    }

    private static String row(Block.Table table, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String text = cell(cells, i);
            int space = widths[i] - DisplayWidth.of(text);
            int before =
                    switch (i < table.alignments().size() ? table.alignments().get(i) : Block.Table.Alignment.NONE) {
                        case NONE, LEFT -> 0;
                        case CENTER -> space / 2;
                        case RIGHT -> space;
                    };
            line.append(" ".repeat(before)).append(text).append(" ".repeat(space - before));
            line.append(i < widths.length - 1 ? " ".repeat(GAP) : "");
        }
        return line.toString().stripTrailing();
    }

    private static List<String> records(List<String> header, List<List<String>> rows, int width) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            for (int i = 0; i < row.size(); i++) {
                String name = cell(header, i);
                String text = name.isEmpty() ? row.get(i) : name + ": " + row.get(i);
                if (!row.get(i).isEmpty()) {
                    lines.addAll(TextWriter.hanging("", "  ", LineBreaker.lines(text, width - 2)));
                }
            }
        }
        return lines;
    }
}
