package octavo.delivery.subscriber;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import octavo.delivery.Crowd;
import octavo.delivery.State;
import octavo.delivery.store.Store;
import octavo.model.Diagnostic;

/// A store with people, as tests fill and read it.
record People(Store store, Path folder, List<String> found) {
    static final ImportOptions USUAL =
            new ImportOptions("newsletter", false, State.ACTIVE, false, false, false, Optional.empty());

    static People in(Store store, Path folder) {
        return new People(store, folder, new ArrayList<>());
    }

    ImportResult read(Path file, ImportOptions options) {
        return new Importer(store, options, this::keep).read(file, (_, _) -> {});
    }

    ImportResult read(String text) throws IOException {
        return read(text, USUAL);
    }

    ImportResult read(String text, ImportOptions options) throws IOException {
        return read(Files.writeString(folder.resolve("people.csv"), text), options);
    }

    private void keep(Diagnostic diagnostic) {
        Path name = Path.of(diagnostic.location().file()).getFileName();
        found.add(name + ":" + diagnostic.location().line() + ": " + diagnostic.severity() + " " + diagnostic.code());
    }

    Subscribers all() {
        return new Subscribers(store);
    }

    String csv() {
        StringWriter out = new StringWriter();
        new Exporter(all()).write(Audience.all("newsletter"), out);
        return out.toString();
    }

    List<String> chosen(String filter) {
        List<String> emails = new ArrayList<>();
        all().each(Audience.chosen("newsletter", filter), one -> emails.add(one.email()));
        return emails;
    }

    State state(String address) {
        return Crowd.state(store, address);
    }
}
