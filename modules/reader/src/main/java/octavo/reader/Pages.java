package octavo.reader;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All pages of an archive, for Hugo's `ref` and `relref`.
final class Pages {
    private final Map<String, List<Page>> byPath = new HashMap<>();
    private final Map<String, List<Page>> byName = new HashMap<>();

    Pages(List<Page> pages) {
        for (Page page : pages) {
            byPath.merge(key(page.file().logicalPath()), List.of(page), Pages::joined);
            byName.merge(key(page.file().baseName()), List.of(page), Pages::joined);
        }
    }

    private static List<Page> joined(List<Page> a, List<Page> b) {
        return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /// Where a page is shown, in the language of the page that asks, else in any.
    ///
    /// @param written such as `/blog/january.md#news`, `january` or `#news`
    Optional<String> reference(String written, Page from) {
        int hash = written.indexOf('#');
        String fragment = hash < 0 ? "" : written.substring(hash);
        String path = hash < 0 ? written : written.substring(0, hash);
        if (path.isEmpty()) {
            return fragment.isEmpty() ? Optional.empty() : Optional.of(fragment);
        }
        return find(path, from).flatMap(Page::target).map(target -> target + fragment);
    }

    private Optional<Page> find(String path, Page from) {
        String plain = plain(path);
        String below = String.join("/", from.file().folders()) + "/" + plain;
        List<List<Page>> candidates = List.of(
                path.startsWith("/") ? List.of() : byPath.getOrDefault(key(below), List.of()),
                byPath.getOrDefault(key(plain), List.of()),
                byName.getOrDefault(key(plain), List.of()));
        return candidates.stream()
                .filter(pages -> !pages.isEmpty())
                .findFirst()
                .flatMap(pages -> pages.stream()
                        .min(Comparator.comparing(page ->
                                !page.file().language().equals(from.file().language()))));
    }

    /// Without slashes around it, `index.md`, the ending and the language.
    private static String plain(String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        plain = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        if (plain.endsWith(".md")) {
            plain = plain.substring(0, plain.length() - 3);
            int dot = plain.lastIndexOf('.');
            plain = dot > plain.lastIndexOf('/') && plain.length() - dot <= 6 ? plain.substring(0, dot) : plain;
        }
        return plain.endsWith("/index") ? plain.substring(0, plain.length() - 6) : plain;
    }
}
