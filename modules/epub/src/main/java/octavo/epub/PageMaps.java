package octavo.epub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Edition;
import octavo.model.Location;
import octavo.model.OctavoException;
import octavo.render.PageMap;

/// Finds the page map of an edition where the user says that there are some.
final class PageMaps {
    private static final PageMap NONE = new PageMap(List.of());
    /// In bytes; a map of a thousand pages has fifty thousand.
    private static final long LARGEST = 10_000_000;

    /// What a printed edition has beside its issues.
    private static final Set<String> AROUND =
            Set.of("title-page", "contents-page", "list-of-figures", "index", "colophon");

    private PageMaps() {}

    /// The map, without a page where none was asked for. Never one that merely lies about: what else was built must
    /// not change a book.
    ///
    /// @throws OctavoException where the file cannot be read as a page map
    static PageMap of(Edition edition, EpubOptions options, Diagnostics diagnostics) {
        return options.pages().map(place -> read(place, edition, diagnostics)).orElse(NONE);
    }

    private static PageMap read(String place, Edition edition, Diagnostics diagnostics) {
        String name = PageMap.fileName(edition);
        try {
            Path path = Path.of(place);
            Path file = Files.isDirectory(path) ? path.resolve(name) : path;
            if (!Files.isRegularFile(file) || !name.equals(String.valueOf(file.getFileName()))) {
                diagnostics.report(Diagnostic.warning(
                        Location.NONE,
                        "epub-pages",
                        "there is no " + name + " at " + place + ", so " + edition.fileName("epub")
                                + " has no page numbers; make the PDF of the same issues with"
                                + " --set pdf.page-map=true first."));
                return NONE;
            }
            if (Files.size(file) > LARGEST) {
                throw new OctavoException(file + " is too large for a page map.");
            }
            PageMap map = PageMap.parse(Files.readString(file, StandardCharsets.UTF_8), file.toString());
            return fitting(map, file, edition, diagnostics);
        } catch (InvalidPathException | IOException e) {
            throw new OctavoException("The page map " + place + " cannot be read (" + e + ").", e);
        }
    }

    /// A map of other issues is none of this book's; what it has of others is told.
    private static PageMap fitting(PageMap map, Path file, Edition edition, Diagnostics diagnostics) {
        Set<String> places = new HashSet<>();
        edition.issues().forEach(issue -> places.add(issue.anchor()));
        edition.backMatter().forEach(section -> places.add(section.heading().id()));
        boolean ours = map.entries().stream().anyMatch(entry -> places.contains(entry.place()));
        places.addAll(AROUND);
        long lost = map.entries().stream()
                .filter(entry -> !places.contains(entry.place()))
                .count();
        if (!ours || lost > 0) {
            diagnostics.report(Diagnostic.warning(
                    Location.of(file.toString()),
                    "epub-pages",
                    (ours ? lost + " of its pages are" : "it is") + " not of the issues in " + edition.fileName("epub")
                            + "; make the PDF of the same issues with --set pdf.page-map=true again."));
        }
        return ours ? map : NONE;
    }
}
