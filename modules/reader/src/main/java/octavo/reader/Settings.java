package octavo.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import octavo.model.CompilationRules;
import octavo.model.Diagnostics;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.Picture;
import octavo.model.Publication;
import octavo.reader.data.DataException;
import octavo.reader.data.DataFormat;
import octavo.reader.markdown.RawHtml;

/// How an archive is to be read, from its `octavo.toml` over the configuration of the Hugo site that it is.
///
/// @param root the archive's folder, absolute
/// @param content folders that hold issues, from the root with `/`
/// @param categories only issues of one of them are issues; empty for all
/// @param languages only issues in one of them are issues, in this order; empty for all
/// @param shortcodes by name: `drop` or `body`
/// @param formats the tables of renderers: `formats.get("email").get("list-id")`
/// @param typography whether quotation marks and dashes are set as the language wants them
/// @param places where each key of the formats stands, for messages
public record Settings(
        Path root,
        Publication publication,
        List<String> content,
        List<String> categories,
        List<Language> languages,
        CompilationRules compilation,
        Map<String, String> shortcodes,
        RawHtml rawHtml,
        boolean typography,
        Map<String, Map<String, String>> formats,
        Site site,
        Map<String, Location> places) {

    public Settings {
        content = List.copyOf(content);
        categories = List.copyOf(categories);
        languages = List.copyOf(languages);
        shortcodes = Map.copyOf(shortcodes);
        formats = Collections.unmodifiableMap(new LinkedHashMap<>(formats));
        places = Map.copyOf(places);
    }

    /// Reads the settings of an archive. Neither `octavo.toml` nor a site configuration has to be there.
    ///
    /// @param environment `OCTAVO_<KEY>` and `OCTAVO_<TABLE>_<KEY>` stand above `octavo.toml`
    /// @throws octavo.model.OctavoException for an unknown key or a value of the wrong kind in `octavo.toml`
    public static Settings load(Path root, Map<String, String> environment, Diagnostics diagnostics) {
        Path folder = root.toAbsolutePath().normalize();
        OctavoToml toml = OctavoToml.read(folder, environment, diagnostics);
        Optional<Site> hugo = HugoConfiguration.read(folder, diagnostics);
        Site site = hugo.orElse(Site.NONE);
        Map<String, Location> places = new LinkedHashMap<>();
        return new Settings(
                folder,
                publication(folder, toml, site, diagnostics),
                content(folder, toml, site),
                toml.texts("categories"),
                toml.languages(),
                compilation(toml),
                toml.shortcodes(),
                toml.choice("", "raw-html", Map.of("escape", RawHtml.ESCAPE, "sanitise", RawHtml.SANITISE))
                        .orElse(site.unsafeHtml() ? RawHtml.SANITISE : RawHtml.ESCAPE),
                toml.truth("typography").orElse(site.typography()),
                toml.formats(places),
                site,
                places);
    }

    /// Wakes the parsers of settings, which takes them longer than to read: for another thread, while this one has
    /// something else to do.
    public static void prepare() {
        try {
            DataFormat.TOML.parse("awake = true", OctavoToml.FILE, 1);
            DataFormat.YAML.parse("awake: true", OctavoToml.FILE, 1);
        } catch (DataException e) {
            throw new IllegalStateException("what is written here can be read", e);
        }
    }

    /// The same without the choice of categories: for a file that somebody names is an issue, whatever its category.
    public Settings ofAllCategories() {
        return new Settings(
                root,
                publication,
                content,
                List.of(),
                languages,
                compilation,
                shortcodes,
                rawHtml,
                typography,
                formats,
                site,
                places);
    }

    private static CompilationRules compilation(OctavoToml toml) {
        return new CompilationRules(
                toml.choice(
                                "compilation",
                                "year",
                                Map.of(
                                        "published", CompilationRules.YearBasis.PUBLISHED,
                                        "covered", CompilationRules.YearBasis.COVERED))
                        .orElse(CompilationRules.YearBasis.PUBLISHED),
                toml.sections("once"),
                toml.sections("omit"),
                IndexToml.rules(toml.compilation("index")));
    }

    private static Publication publication(Path root, OctavoToml toml, Site site, Diagnostics diagnostics) {
        Optional<String> title = toml.text("title");
        Optional<Picture> logo = toml.text("logo").map(path -> {
            Location location = Location.of(OctavoToml.FILE);
            Picture.Source source = new PictureFinder(root, site, diagnostics).find(path, location);
            return Picture.of(source, title.orElse(""), location);
        });
        return new Publication(
                title.or(site::title).orElseGet(() -> folderName(root)),
                titles(toml, site),
                toml.text("description").or(() -> site.params().text("description")),
                toml.text("publisher"),
                toml.text("licence"),
                toml.text("home")
                        .map(home -> home.endsWith("/") ? home : home + "/")
                        .or(site::baseUrl),
                logo.filter(picture -> !(picture.source() instanceof Picture.Source.Missing)),
                mainLanguage(toml, site));
    }

    /// The site's titles by language fit only where the title is the site's as well.
    private static Map<Language, String> titles(OctavoToml toml, Site site) {
        Map<Language, String> titles = new LinkedHashMap<>();
        if (toml.text("title").isEmpty()) {
            site.languages()
                    .forEach(language -> language.title().ifPresent(title -> titles.put(language.language(), title)));
        }
        titles.putAll(toml.titles());
        return titles;
    }

    private static Language mainLanguage(OctavoToml toml, Site site) {
        return site.mainLanguage()
                .or(() -> toml.languages().stream().findFirst())
                .or(() ->
                        site.languages().stream().map(Site.OfLanguage::language).findFirst())
                .orElse(Language.ENGLISH);
    }

    private static String folderName(Path root) {
        Path name = root.getFileName();
        return name == null ? "Newsletter" : name.toString();
    }

    private static List<String> content(Path root, OctavoToml toml, Site site) {
        List<String> written = toml.texts("content");
        if (!written.isEmpty()) {
            return written.stream().map(Settings::folder).toList();
        }
        List<String> folders = new ArrayList<>();
        folders.add(site.contentFolder());
        site.languages().forEach(language -> language.contentFolder().ifPresent(folders::add));
        List<String> present = folders.stream()
                .distinct()
                .filter(folder -> Files.isDirectory(root.resolve(folder)))
                .toList();
        return present.isEmpty() ? List.of(".") : present;
    }

    private static String folder(String written) {
        String folder =
                Path.of(written.replace('\\', '/')).normalize().toString().replace('\\', '/');
        return folder.isEmpty() ? "." : folder;
    }

    /// Checks the tables of renderers, which this module does not know.
    ///
    /// @param known the keys that each format understands, by the table's name
    /// @throws octavo.model.OctavoException for a table or key that nobody knows, with the nearest known one
    public void checkFormatKeys(Map<String, Set<String>> known) {
        List<String> tables = new ArrayList<>(OctavoToml.topLevelKeys());
        tables.addAll(known.keySet());
        formats.forEach((table, keys) -> {
            Set<String> knownKeys = known.get(table);
            if (knownKeys == null) {
                // Other programs have variables that begin with OCTAVO_ too.
                if (isInFile(place(table))) {
                    throw OctavoToml.unknown("table", table, place(table), tables);
                }
                return;
            }
            keys.keySet().stream()
                    .filter(key -> !knownKeys.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        String name = table + "." + key;
                        throw OctavoToml.unknown("key", name, place(name), OctavoToml.prefixed(table, knownKeys));
                    });
        });
    }

    private Location place(String name) {
        return places.getOrDefault(name, Location.of(OctavoToml.FILE));
    }

    private static boolean isInFile(Location location) {
        return location.file().equals(OctavoToml.FILE);
    }
}
