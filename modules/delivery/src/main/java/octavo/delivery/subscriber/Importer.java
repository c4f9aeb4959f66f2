package octavo.delivery.subscriber;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import octavo.delivery.store.Store;
import octavo.delivery.store.Transaction;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Location;

/// Reads a file of people into a list, in one transaction: all of it or, where anything fails, nothing.
public final class Importer {
    /// Rows that are looked up together.
    private static final int TOGETHER = 500;

    /// Remarks of one kind that are told; a file of nothing else would fill the memory.
    private static final int MOST_REMARKS = 1000;

    private final Store store;
    private final ImportOptions options;
    private final Diagnostics diagnostics;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final Map<String, Integer> told = new java.util.HashMap<>();
    private boolean remarked;

    /// What became of a row.
    enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        GONE,
        SUPPRESSED,
        DUPLICATE,
        REFUSED
    }

    /// @param diagnostics told of every row that was not taken as it is
    public Importer(Store store, ImportOptions options, Diagnostics diagnostics) {
        this.store = store;
        this.options = options;
        this.diagnostics = diagnostics;
    }

    /// @param progress told now and then how many rows were read, and how many hundredths of the file they are
    public ImportResult read(Path file, BiConsumer<Long, Integer> progress) {
        try (PeopleFile people = PeopleFile.open(file, options.encoding())) {
            return store.write(tx -> {
                tx.dialect().expectMany(tx);
                Path name = file.getFileName();
                ImportBatch batch = batch(tx, "import " + name, file.toString());
                List<Entry> waiting = new ArrayList<>();
                people.each(entry -> {
                    waiting.add(entry);
                    if (waiting.size() == TOGETHER) {
                        batch.take(waiting);
                        waiting.clear();
                        progress.accept(rows(), people.percent());
                    }
                });
                batch.take(waiting);
                return result(tx);
            });
        }
    }

    /// The same for one person, who is not in a file.
    ImportResult add(Entry.Person person, String cause) {
        return store.write(tx -> {
            batch(tx, cause, "").take(List.of(person));
            return result(tx);
        });
    }

    private ImportBatch batch(Transaction tx, String cause, String file) throws SQLException {
        counts.clear();
        tx.dialect().lockSubscribers(tx);
        long list = Lists.findOrCreate(tx, options.list(), options.newList());
        return new ImportBatch(tx, options, list, cause, (entry, outcome, remark) -> {
            counts.merge(outcome, 1L, Long::sum);
            remark.ifPresent(said -> tell(file, entry, outcome, said));
            if (entry instanceof Entry.Person person) {
                person.remarks().forEach(said -> tell(file, entry, outcome, said));
            }
        });
    }

    /// People who have gone are as they should be; a note is enough.
    private void tell(String file, Entry entry, Outcome outcome, Entry.Remark remark) {
        boolean well = outcome == Outcome.GONE || outcome == Outcome.SUPPRESSED || outcome == Outcome.DUPLICATE;
        remarked |= !well;
        if (told.merge(remark.code(), 1, Integer::sum) <= MOST_REMARKS) {
            Location location = file.isEmpty() ? Location.NONE : new Location(file, entry.line(), 0);
            diagnostics.report(
                    well
                            ? Diagnostic.note(location, remark.code(), remark.words())
                            : Diagnostic.warning(location, remark.code(), remark.words()));
        }
    }

    private ImportResult result(Transaction tx) {
        boolean kept = !options.dryRun() && !(options.strict() && remarked);
        if (!kept) {
            tx.undo();
        }
        return new ImportResult(
                rows(),
                count(Outcome.ADDED),
                count(Outcome.CHANGED),
                count(Outcome.UNCHANGED),
                count(Outcome.GONE),
                count(Outcome.SUPPRESSED),
                count(Outcome.DUPLICATE),
                count(Outcome.REFUSED),
                kept);
    }

    private long rows() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /// Hears what became of each row.
    @FunctionalInterface
    interface Told {
        void of(Entry entry, Outcome outcome, Optional<Entry.Remark> remark);
    }
}
