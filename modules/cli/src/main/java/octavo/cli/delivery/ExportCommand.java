package octavo.cli.delivery;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.delivery.store.OwnerOnly;
import octavo.delivery.store.Store;
import octavo.delivery.subscriber.Audience;
import octavo.delivery.subscriber.Exporter;
import octavo.delivery.subscriber.Subscribers;
import octavo.model.OctavoException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo subscribers export`: people into a file.
@Command(
        name = "export",
        description = "Writes the people on a list as CSV, which 'import' reads back.",
        footer = {
            "",
            "A name that a spreadsheet would take for a formula gets an apostrophe before it,",
            "which import takes off again.",
            "All that is known of one person: octavo subscribers show ADDRESS --json"
        })
final class ExportCommand implements Callable<Integer> {
    private final Workplace work;

    @Mixin
    private AudienceOptions audience = new AudienceOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file, readable by you alone; standard output if not given.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ExportCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        Audience chosen = audience.audience();
        try (Store open = Store.open(store.address(work))) {
            Exporter exporter = new Exporter(new Subscribers(open));
            long count = output.isPresent() ? toFile(exporter, chosen, output.get()) : toTerminal(exporter, chosen);
            if (!common.quiet && output.isPresent()) {
                work.terminal()
                        .err()
                        .println(Workplace.counted(count, "person", "people") + " in " + output.get() + ".");
            }
        }
        return ExitCode.OK;
    }

    private long toTerminal(Exporter exporter, Audience chosen) {
        PrintWriter out = new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(work.terminal().out(), StandardCharsets.UTF_8)));
        long count = exporter.write(chosen, out);
        out.flush();
        return count;
    }

    /// Written beside its place and moved there, so that a failure leaves an older file as it was.
    private static long toFile(Exporter exporter, Audience chosen, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            OwnerOnly.create(part);
            long count;
            try (Writer out = Files.newBufferedWriter(part)) {
                count = exporter.write(chosen, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return count;
        } catch (IOException | UncheckedIOException e) {
            discard(part);
            throw new OctavoException("'" + file + "' cannot be written (" + e + ").", e);
        } catch (OctavoException e) {
            discard(part);
            throw e;
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException _) {
            // What failed before is what the user wants to know.
        }
    }
}
