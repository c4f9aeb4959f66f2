package octavo.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import octavo.model.Archive;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Issue;
import octavo.model.Language;
import org.jspecify.annotations.Nullable;

/// Finds issues by what links call them: their addresses, their aliases and their files.
final class ArchiveIndex {
    private static final Pattern ENDING = Pattern.compile("\\.(?:md|markdown|mdown|html)$");
    private static final Pattern BUNDLE = Pattern.compile("/_?index$");

    private final Optional<String> home;
    private final Map<String, Map<Language, Issue>> byAddress = new HashMap<>();
    private final Map<String, Map<Language, Issue>> byStem = new HashMap<>();

    private ArchiveIndex(Optional<String> home) {
        this.home = home;
    }

    /// Reads an archive; two issues of one language with one address are reported (`address-twice`).
    static ArchiveIndex of(Archive archive, Diagnostics diagnostics) {
        ArchiveIndex index = new ArchiveIndex(archive.publication().home().map(Addresses::encode));
        for (Issue issue : archive.issues()) {
            index.addFile(issue);
            issue.address().ifPresent(address -> index.addAddress(issue, address, diagnostics));
        }
        archive.issues().forEach(index::addAliases);
        return index;
    }

    private void addFile(Issue issue) {
        String stem = stem(issue.origin().file(), issue.language());
        for (int from = 0; from >= 0; from = next(stem, from)) {
            byStem.computeIfAbsent(stem.substring(from), _ -> new TreeMap<>()).putIfAbsent(issue.language(), issue);
        }
    }

    private static int next(String stem, int from) {
        int slash = stem.indexOf('/', from);
        return slash < 0 ? -1 : slash + 1;
    }

    private void addAddress(Issue issue, String address, Diagnostics diagnostics) {
        Issue earlier = byAddress
                .computeIfAbsent(Addresses.key(absolute(address)), _ -> new TreeMap<>())
                .putIfAbsent(issue.language(), issue);
        if (earlier != null) {
            diagnostics.report(Diagnostic.warning(
                    issue.origin(),
                    "address-twice",
                    "this issue has the address of " + earlier.origin().file() + " (" + address
                            + "): links will lead to that one; give one of them another title, slug or url"));
        }
    }

    private void addAliases(Issue issue) {
        for (String alias : issue.aliases()) {
            if (Addresses.parse(alias) instanceof Addresses.Parsed.Absolute(var address, var _)) {
                add(issue, address);
                continue;
            }
            String path = Addresses.encode(alias);
            add(issue, absolute(path.startsWith("/") ? path : "/" + path));
            home.ifPresent(base -> add(issue, base.replaceFirst("/$", "") + "/" + path.replaceFirst("^/", "")));
            if (!path.startsWith("/")) {
                issue.address().ifPresent(own -> add(issue, Addresses.resolve(absolute(own), path)));
            }
        }
    }

    private void add(Issue issue, String address) {
        byAddress.computeIfAbsent(Addresses.key(address), _ -> new TreeMap<>()).putIfAbsent(issue.language(), issue);
    }

    /// An address of the site made absolute where the site's home is known.
    String absolute(String address) {
        String encoded = Addresses.encode(address);
        return encoded.contains("://") || home.isEmpty() ? encoded : Addresses.resolve(home.get(), encoded);
    }

    /// The issue at an address, in the wanted language if several share it. A query counts only if an
    /// issue has one.
    Optional<Issue> atAddress(String address, Language language) {
        String key = Addresses.key(address);
        int query = key.indexOf('?');
        return inLanguage(byAddress.get(key), language)
                .or(() -> query < 0
                        ? Optional.empty()
                        : inLanguage(byAddress.get(key.substring(0, query).replaceFirst("/$", "")), language));
    }

    /// The issue whose file a path of a link names, in the wanted language unless the path names another.
    ///
    /// @param path decoded; from the folder of the linking file, or with `/` in front from a root of the
    ///     content
    Optional<Issue> atFile(String path, Issue from) {
        String clean = path.replaceFirst("/$", "");
        String resolved = clean.startsWith("/")
                ? clean.substring(1)
                : normalized(folder(from.origin().file()) + clean);
        String plain = BUNDLE.matcher(ENDING.matcher(resolved).replaceFirst("")).replaceFirst("");
        Optional<Issue> found = inLanguage(byStem.get(plain), from.language());
        if (found.isPresent()) {
            return found;
        }
        int dot = plain.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        Map<Language, Issue> translations = byStem.getOrDefault(plain.substring(0, dot), Map.of());
        String key = plain.substring(dot + 1);
        return translations.values().stream()
                .filter(issue -> issue.language().key().equalsIgnoreCase(key))
                .findFirst();
    }

    static boolean namesSource(String path) {
        Matcher ending = ENDING.matcher(path);
        return ending.find() && !path.endsWith(".html");
    }

    private static Optional<Issue> inLanguage(@Nullable Map<Language, Issue> issues, Language language) {
        if (issues == null) {
            return Optional.empty();
        }
        Issue own = issues.get(language);
        return own != null ? Optional.of(own) : issues.values().stream().findFirst();
    }

    /// A file without ending and language: `content/blog/a.de.md` becomes `content/blog/a`, `a/index.md`
    /// becomes `a`.
    private static String stem(String file, Language language) {
        String stem = ENDING.matcher(file).replaceFirst("");
        int dot = stem.lastIndexOf('.');
        if (dot > stem.lastIndexOf('/')
                && stem.substring(dot + 1).replace('_', '-').equalsIgnoreCase(language.tag())) {
            stem = stem.substring(0, dot);
        }
        return BUNDLE.matcher(stem).replaceFirst("");
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private static String normalized(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
