package octavo.delivery.subscriber;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/// Writes people as CSV that [Importer] reads back without loss and that a spreadsheet can be trusted with.
public final class Exporter {
    /// What a spreadsheet of another country takes for a separator is quoted, too.
    private static final QuoteStrategy QUOTING = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0;
        }
    };

    private final Subscribers subscribers;

    public Exporter(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    /// @return how many people were written
    public long write(Audience audience, Writer out) {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QUOTING)
                .build(out);
        csv.writeRecord("email", "name", "language", "status", "since", "attributes");
        long[] count = {0};
        subscribers.each(audience, person -> {
            csv.writeRecord(
                    Formulas.disarmed(person.email()),
                    Formulas.disarmed(person.name()),
                    person.language(),
                    person.state().word(),
                    Moments.written(person.since()),
                    person.attributes());
            count[0]++;
        });
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count[0];
    }
}
