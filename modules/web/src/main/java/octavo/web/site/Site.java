package octavo.web.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Outline;
import octavo.model.Publication;
import octavo.render.Run;
import octavo.web.WebAddress;

/// Which pages there are, and where.
final class Site {
    private static final Comparator<Edition> NEWEST_FIRST = Comparator.comparing(
                    (Edition edition) -> edition.issues().getFirst().date().orElse(LocalDate.MIN))
            .thenComparing(edition -> edition.issues().getFirst().id())
            .reversed();

    private final Publication publication;
    private final String home;
    private final List<Shelf> shelves;
    private final Map<String, Page> byAddress = new HashMap<>();
    private final Map<IssueId, Map<Language, Page>> byId = new HashMap<>();

    private Site(Publication publication, String home, List<Shelf> shelves) {
        this.publication = publication;
        this.home = home;
        this.shelves = List.copyOf(shelves);
        for (Shelf shelf : shelves) {
            for (Page page : shelf.pages()) {
                page.issue().address().ifPresent(address -> byAddress.putIfAbsent(key(address), page));
                byId.computeIfAbsent(page.issue().id(), _ -> new TreeMap<>()).put(shelf.language(), page);
            }
        }
    }

    /// The site of all single issues of a run.
    ///
    /// @param home the address of its root, or nothing
    static Site of(Run run, String home) {
        Publication publication = run.editions().getFirst().publication();
        Map<Language, List<Edition>> byLanguage = new TreeMap<>(publication.languageOrder());
        run.editions().stream()
                .filter(edition -> edition.kind() == Edition.Kind.SINGLE)
                .sorted(NEWEST_FIRST)
                .forEach(edition -> byLanguage
                        .computeIfAbsent(edition.language(), _ -> new ArrayList<>())
                        .add(edition));
        List<Shelf> shelves = new ArrayList<>();
        byLanguage.forEach((language, editions) -> {
            String folder = shelves.isEmpty() ? "" : language.key() + "/";
            shelves.add(new Shelf(
                    language,
                    folder,
                    editions.stream()
                            .map(edition -> new Page(edition, folder + fileName(edition)))
                            .toList()));
        });
        return new Site(publication, home, shelves);
    }

    /// The name `index` is the list's, also where a file system takes `Index` for the same.
    private static String fileName(Edition edition) {
        String name = edition.name();
        return (name.toLowerCase(Locale.ROOT).equals("index") ? name + "-1" : name) + ".html";
    }

    Publication publication() {
        return publication;
    }

    /// One for each language, the first at the root.
    List<Shelf> shelves() {
        return shelves;
    }

    boolean hasHome() {
        return !home.isEmpty();
    }

    /// A file's address: a full one where the site's home is known, else from the root.
    String address(String path) {
        // A server shows a folder's index under the folder's own address.
        return hasHome() && path.endsWith("index.html")
                ? home + WebAddress.href(path.substring(0, path.length() - "index.html".length()))
                : home + WebAddress.href(path);
    }

    /// The same issue in another language.
    Optional<Page> translation(Issue issue, Language language) {
        return Optional.ofNullable(byId.getOrDefault(issue.id(), Map.of()).get(language));
    }

    /// Where a link to the web leads: into this site where the web page is that of one of its issues.
    ///
    /// @param place how a page is named by its path
    String link(String address, UnaryOperator<String> place) {
        Page page = byAddress.get(key(address));
        return page == null ? address : place.apply(page.path()) + fragment(address, page.issue());
    }

    /// What stands behind `#`, where the page has such a place.
    private static String fragment(String address, Issue issue) {
        int hash = address.indexOf('#');
        String fragment = hash < 0 ? "" : address.substring(hash + 1);
        return !fragment.isEmpty() && has(issue.outline().entries(), fragment) ? "#" + fragment : "";
    }

    private static boolean has(List<Outline.Entry> entries, String id) {
        return entries.stream().anyMatch(entry -> entry.heading().id().equals(id) || has(entry.children(), id));
    }

    private static String key(String address) {
        return address.replaceFirst("#.*", "")
                .replaceFirst("^https?://(www[.])?", "")
                .replaceFirst("(/index[.]html|/)$", "");
    }
}
