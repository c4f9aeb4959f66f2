package octavo.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Language;
import octavo.reader.data.DataException;
import octavo.reader.data.DataFormat;
import octavo.reader.data.Value;

/// Reads a Hugo site's configuration: `hugo.*` or `config.*` at its root, then `config/_default` and
/// `config/production` file by file, each in TOML, YAML or JSON.
final class HugoConfiguration {
    private static final Set<String> MAIN_FILES = Set.of("hugo", "config");

    private final Path root;
    private final Diagnostics diagnostics;

    private HugoConfiguration(Path root, Diagnostics diagnostics) {
        this.root = root;
        this.diagnostics = diagnostics;
    }

    /// The site's configuration; empty where the folder is no Hugo site.
    static Optional<Site> read(Path root, Diagnostics diagnostics) {
        HugoConfiguration configuration = new HugoConfiguration(root, diagnostics);
        Optional<Value.Mapping> merged = configuration.merged();
        return merged.map(configuration::site);
    }

    private Optional<Value.Mapping> merged() {
        Value.Mapping merged = Value.Mapping.EMPTY;
        boolean found = false;
        for (Path file : configurationFiles(root)) {
            String name = stem(file);
            if (MAIN_FILES.contains(name)) {
                merged = merged.with(parse(file));
                found = true;
                break;
            }
        }
        for (String environment : List.of("_default", "production")) {
            for (Path file : configurationFiles(root.resolve("config").resolve(environment))) {
                merged = merged.with(placed(stem(file), parse(file)));
                found = true;
            }
        }
        return found ? Optional.of(merged) : Optional.empty();
    }

    /// A file of the configuration folder holds the whole or, by its name, one of its tables (`params`,
    /// `languages.de`).
    private static Value.Mapping placed(String name, Value.Mapping content) {
        if (MAIN_FILES.contains(name)) {
            return content;
        }
        int dot = name.indexOf('.');
        Value inner = dot < 0 ? content : placed(name.substring(dot + 1), content);
        return new Value.Mapping(Map.of(dot < 0 ? name : name.substring(0, dot), inner), content.location());
    }

    /// Files that may be configuration, those named `hugo` first, then by name.
    private static List<Path> configurationFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            DataFormat.ofFile(file.getFileName().toString()).isPresent())
                    .sorted((a, b) -> {
                        int main = Boolean.compare(stem(b).equals("hugo"), stem(a).equals("hugo"));
                        return main != 0 ? main : a.compareTo(b);
                    })
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    }

    private Value.Mapping parse(Path file) {
        String name = root.relativize(file).toString().replace('\\', '/');
        Optional<DataFormat> format = DataFormat.ofFile(name);
        Optional<String> text = TextFile.read(file, name, diagnostics);
        if (format.isEmpty() || text.isEmpty()) {
            return Value.Mapping.EMPTY;
        }
        try {
            return format.get().parse(text.get(), name, 1);
        } catch (DataException e) {
            diagnostics.report(Diagnostic.error(
                    e.location(), "site-configuration", e.getMessage() + "; what the file says is not used"));
            return Value.Mapping.EMPTY;
        }
    }

    private Site site(Value.Mapping config) {
        Value.Mapping goldmark = config.mapping("markup").mapping("goldmark");
        Value.Mapping typographer = goldmark.mapping("extensions").mapping("typographer");
        List<String> statics = new ArrayList<>(config.texts("staticDir"));
        for (int i = 0; i <= 10; i++) {
            statics.addAll(config.texts("staticDir" + i));
        }
        return new Site(
                config.text("baseURL").filter(HugoConfiguration::isWebAddress).map(HugoConfiguration::withSlash),
                config.text("title"),
                config.text("contentDir").map(HugoConfiguration::folder).orElse(Site.NONE.contentFolder()),
                languages(config.mapping("languages")),
                config.text("defaultContentLanguage").flatMap(tag -> language(tag, config)),
                config.truth("defaultContentLanguageInSubdir").orElse(false),
                permalinks(config.mapping("permalinks")),
                statics.isEmpty()
                        ? Site.NONE.staticFolders()
                        : statics.stream().map(HugoConfiguration::folder).toList(),
                config.truth("uglyURLs").orElse(false),
                config.truth("enableEmoji").orElse(false),
                goldmark.mapping("renderer").truth("unsafe").orElse(false),
                !typographer.truth("disable").orElse(false),
                config.mapping("params"));
    }

    /// Patterns for pages: directly under `permalinks`, or under `permalinks.page` in newer sites.
    private static Map<String, String> permalinks(Value.Mapping permalinks) {
        Map<String, String> patterns = new LinkedHashMap<>();
        permalinks
                .entries()
                .forEach((section, value) ->
                        value.asText().ifPresent(pattern -> patterns.put(section.toLowerCase(Locale.ROOT), pattern)));
        permalinks
                .mapping("page")
                .entries()
                .forEach((section, value) ->
                        value.asText().ifPresent(pattern -> patterns.put(section.toLowerCase(Locale.ROOT), pattern)));
        return patterns;
    }

    private List<Site.OfLanguage> languages(Value.Mapping languages) {
        List<Site.OfLanguage> all = new ArrayList<>();
        languages.entries().forEach((key, value) -> {
            if (value instanceof Value.Mapping settings
                    && !settings.truth("disabled").orElse(false)) {
                String tag = settings.text("locale")
                        .or(() -> settings.text("languageCode"))
                        .orElse(key);
                language(key, value)
                        .or(() -> language(tag, value))
                        .ifPresent(language -> all.add(new Site.OfLanguage(
                                language,
                                key.toLowerCase(Locale.ROOT),
                                settings.text("title"),
                                settings.text("contentDir").map(HugoConfiguration::folder))));
            }
        });
        return all;
    }

    private Optional<Language> language(String tag, Value where) {
        try {
            return Optional.of(new Language(tag));
        } catch (IllegalArgumentException _) {
            diagnostics.report(Diagnostic.warning(
                    where.location(), "language", "'" + tag + "' is no language tag such as de or pt-BR"));
            return Optional.empty();
        }
    }

    private static boolean isWebAddress(String address) {
        return address.startsWith("http://") || address.startsWith("https://");
    }

    private static String withSlash(String address) {
        return address.endsWith("/") ? address : address + "/";
    }

    private static String folder(String written) {
        String folder = written.replace('\\', '/');
        while (folder.endsWith("/")) {
            folder = folder.substring(0, folder.length() - 1);
        }
        return folder.startsWith("./") ? folder.substring(2) : folder;
    }
}
