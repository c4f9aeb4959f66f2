package octavo.epub;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Names for a book's pages: plain letters, and no two the same even where case does not count (epubcheck
/// OPF-060).
final class FileNames {
    private static final int LONGEST = 80;

    private final Set<String> taken = new HashSet<>();

    /// @param names that other pages have, without ending
    void reserve(List<String> names) {
        taken.addAll(names);
    }

    /// A page's file name, made from what it is called elsewhere.
    String page(String wish) {
        String plain = Normalizer.normalize(wish, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[-.]+|[-.]+$", "");
        String base = plain.isEmpty() ? "page" : plain.substring(0, Math.min(LONGEST, plain.length()));
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "-" + i;
        }
        return name + ".xhtml";
    }
}
