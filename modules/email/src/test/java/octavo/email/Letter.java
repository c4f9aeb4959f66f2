package octavo.email;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import octavo.compile.Editions;
import octavo.compile.Selection;
import octavo.model.Edition;
import octavo.reader.ArchiveReader;
import octavo.reader.Settings;
import octavo.render.RenderContext;
import octavo.render.picture.PictureStore;
import octavo.render.picture.RemotePolicy;

/// A real issue in one language, and all that its message is made from.
record Letter(Edition edition, RenderContext context) {
    private static final Path SAMPLES = Path.of("../../samples/archive");
    private static final Path CORPUS = Path.of(System.getProperty("octavo.corpus", "../../../shared/corpus/xmpp"));
    private static final EmailRenderer RENDERER = new EmailRenderer();

    /// A message as it was before its style sheet was moved into it, and after.
    record Inlining(String css, String before, String after) {}

    /// All issues of the sample archive, and of the real one where that is there.
    static List<Letter> all() {
        return Stream.concat(samples().stream(), corpus().stream()).toList();
    }

    static List<Letter> samples() {
        return of(SAMPLES, Map.of());
    }

    static List<Letter> corpus() {
        return Files.isDirectory(CORPUS) ? of(CORPUS, Samples.OPTIONS) : List.of();
    }

    /// @param options that the archive lacks
    static List<Letter> of(Path folder, Map<String, String> options) {
        Path root = folder.toAbsolutePath().normalize();
        Settings settings = Settings.load(root, Map.of(), _ -> {});
        Map<String, String> all = new HashMap<>(options);
        all.putAll(settings.formats().getOrDefault("email", Map.of()));
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "octavo-test-cache");
        RenderContext context = new RenderContext(
                Samples.THEME, PictureStore.of(root, cache, RemotePolicy.NONE, _ -> {}), _ -> {}, all, root);
        return Editions.singles(
                        ArchiveReader.read(root, settings, _ -> {}), Selection.ALL, settings.compilation(), _ -> {})
                .stream()
                .map(edition -> new Letter(edition, context))
                .toList();
    }

    /// The same with another option of the format.
    Letter with(String key, String value) {
        Map<String, String> options = new HashMap<>(context.options());
        options.put(key, value);
        return new Letter(
                edition,
                new RenderContext(context.theme(), context.pictures(), context.diagnostics(), options, context.root()));
    }

    String name() {
        return edition.fileName("eml");
    }

    MessageTemplate template() {
        return RENDERER.template(edition, context);
    }

    byte[] message() {
        return template().forRecipient(Recipient.STAND_IN);
    }

    Inlining inlining() throws Exception {
        List<String> sheets = new ArrayList<>();
        String before = html(css -> {
            sheets.add(css);
            return new StyleSheet(List.of(), css, "");
        });
        return new Inlining(sheets.getFirst(), before, html(StyleSheet::parse));
    }

    private String html(Function<String, StyleSheet> sheets) throws Exception {
        return Parsed.html(new IssueMessage(edition, context, Optional.empty())
                .template(sheets)
                .forRecipient(Recipient.STAND_IN));
    }
}
