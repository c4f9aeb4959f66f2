package octavo.delivery.subscriber;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import octavo.email.Mailbox;
import octavo.model.OctavoException;

/// A file of people, read row by row: CSV with a row of column names first, or one `Name <address>` a line.
final class PeopleFile implements AutoCloseable {
    /// No list has more; a file that does has a quotation mark too few.
    private static final int MOST_COLUMNS = 1000;

    private static final int LONGEST_FIELD = 1024 * 1024;

    private final FileText text;
    private final RowReader rows = new RowReader();

    private PeopleFile(FileText text) {
        this.text = text;
    }

    /// A consumer that may fail as a store does.
    @FunctionalInterface
    interface Taking {
        void take(Entry entry) throws java.sql.SQLException;
    }

    /// @param encoding the name of an encoding, where it is not UTF-8
    /// @throws OctavoException where the file cannot be read
    static PeopleFile open(Path file, Optional<String> encoding) {
        return new PeopleFile(FileText.open(file, encoding));
    }

    /// How much of the file has been read, in hundredths.
    int percent() {
        return text.percent();
    }

    /// Hands on every row in order.
    ///
    /// @throws OctavoException where the file is not what it seems, with the place
    void each(Taking taking) throws java.sql.SQLException {
        int line = 1;
        try {
            String first = text.peek();
            if (first.startsWith("sep=") && first.length() == "sep=".length() + 1) {
                text.reader().readLine();
                csv(first.charAt("sep=".length()), 1, taking);
                return;
            }
            if (first.isBlank()) {
                throw at(1, "the first line is empty; it must name the columns, or hold the first address");
            }
            char separator = separator(first);
            // A line with an address and no column's name is the first of a plain list.
            if (first.indexOf('@') >= 0 && columns(first, separator).isEmpty()) {
                for (String read = text.reader().readLine();
                        read != null;
                        read = text.reader().readLine()) {
                    if (!read.isBlank()) {
                        taking.take(addressLine(line, read));
                    }
                    line++;
                }
            } else {
                csv(separator, 0, taking);
            }
        } catch (IOException e) {
            throw text.unreadable(e);
        } catch (UncheckedIOException e) {
            throw text.unreadable(Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException(e)));
        }
    }

    private void csv(char separator, int before, Taking taking) throws java.sql.SQLException {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(LONGEST_FIELD)
                .maxRecordSize(2 * LONGEST_FIELD)
                .build();
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(4 * LONGEST_FIELD)
                .build(handler, text.reader());
        int line = 1;
        try (CloseableIterator<CsvRecord> records = csv.iterator()) {
            List<String> header = records.next().getFields();
            Columns columns = header(header, separator, before + 1);
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = Math.toIntExact(row.getStartingLineNumber()) + before;
                taking.take(
                        row.getFieldCount() == header.size()
                                ? rows.read(line, row.getFields(), columns)
                                : RowReader.refused(
                                        line,
                                        "import-columns",
                                        "this row has " + row.getFieldCount() + " fields where the first has "
                                                + header.size() + "; see whether a quotation mark or a separator is"
                                                + " missing" + (spread(row) ? ", here or some lines on" : "")));
            }
        } catch (CsvParseException | NoSuchElementException e) {
            throw at(
                    line + 1,
                    "here or a little below begins a row that has more than " + MOST_COLUMNS
                            + " fields or is longer than " + LONGEST_FIELD
                            + " characters; a quotation mark may be missing");
        } catch (IOException e) {
            throw text.unreadable(e);
        }
    }

    private static boolean spread(CsvRecord row) {
        return row.getFields().stream().anyMatch(field -> field.indexOf('\n') >= 0);
    }

    private Columns header(List<String> header, char separator, int line) {
        try {
            return Columns.of(header)
                    .orElseThrow(() -> at(
                            line,
                            "no column is called email; the columns are "
                                    + String.join(
                                            ", ", header.stream().limit(20).toList())
                                    + (separator == ',' ? "" : " (separated by “" + separator + "”)")
                                    + ". Name the one with the addresses so"));
        } catch (IllegalArgumentException e) {
            throw at(line, String.valueOf(e.getMessage()));
        }
    }

    /// What divides the fields of a line: the one of the three that stands there most often, outside quotation marks.
    private static char separator(String line) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            int count = 0;
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                quoted ^= line.charAt(i) == '"';
                if (!quoted && line.charAt(i) == candidate) {
                    count++;
                }
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static Optional<Columns> columns(String line, char separator) {
        try {
            return Columns.of(CsvReader.builder()
                    .fieldSeparator(separator)
                    .ofSingleCsvRecord(line)
                    .getFields());
        } catch (IllegalArgumentException | CsvParseException _) {
            return Optional.empty();
        }
    }

    private static Entry addressLine(int line, String written) {
        try {
            Mailbox mailbox = Mailbox.parse(written);
            List<Entry.Remark> remarks = new ArrayList<>();
            return new Entry.Person(
                    line,
                    Address.of(mailbox),
                    RowReader.name(mailbox.name(), remarks),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Attributes.NONE,
                    remarks);
        } catch (IllegalArgumentException e) {
            return RowReader.refused(line, "import-address", String.valueOf(e.getMessage()));
        }
    }

    private OctavoException at(int line, String words) {
        return new OctavoException(text.file() + ":" + line + ": " + words + ".");
    }

    @Override
    public void close() {
        text.close();
    }
}
