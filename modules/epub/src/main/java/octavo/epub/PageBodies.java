package octavo.epub;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;

/// The bodies of a book's pages, as trees: the one place where what must hold for the book as a whole is
/// made sure.
///
/// Ids are unique on their page and fit for a fragment; a link into the edition names the file that has its
/// place; a link that leads nowhere is only its text; a picture that is not in the book is only its words.
final class PageBodies {
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, String> fileOfId = new HashMap<>();
    private final BookPictures pictures;

    /// A place in the book.
    record Place(String file, String id) {
        String href() {
            return file + "#" + id;
        }
    }

    private record Page(Set<String> ids, List<Element> parts) {}

    PageBodies(BookPictures pictures) {
        this.pictures = pictures;
    }

    /// An id as it stands in the book: a fragment has no place for spaces, percent signs and the like.
    static String id(String written) {
        return written.strip().replaceAll("[^\\p{L}\\p{M}\\p{N}_.:-]", "-");
    }

    /// Takes in a page's fragments, of which each can be had again by its number.
    ///
    /// @param anchor the id of the page as a whole, which its template sets; empty where it has none
    void add(String file, String anchor, List<Element> parts) {
        Set<String> ids = new HashSet<>();
        if (!anchor.isEmpty()) {
            ids.add(anchor);
        }
        for (Element part : parts) {
            for (Element element : part.select("[id]")) {
                String id = id(element.id());
                if (id.isEmpty() || !ids.add(id)) {
                    element.removeAttr("id");
                } else {
                    element.attr("id", id);
                }
            }
        }
        ids.forEach(id -> fileOfId.putIfAbsent(id, file));
        pages.put(file, new Page(ids, parts));
    }

    /// Resolves links and pictures; called once, when all pages are there.
    void resolve() {
        pages.values()
                .forEach(page -> page.parts().forEach(part -> {
                    part.select("a[href]").forEach(link -> resolve(page, link));
                    part.select("img").forEach(this::resolve);
                }));
    }

    /// A fragment of a page, ready to stand in it.
    String xhtml(String file, int part) {
        Page page = pages.get(file);
        return page == null ? "" : page.parts().get(part).html();
    }

    /// Where an id of the document is among some pages; empty where it did not stay or was not the first of its kind.
    Optional<Place> placeOf(List<String> files, String written) {
        String id = id(written);
        return files.stream()
                .filter(file -> {
                    Page page = pages.get(file);
                    return page != null && page.ids().contains(id);
                })
                .map(file -> new Place(file, id))
                .findFirst();
    }

    /// Where an id is that only one page can have.
    Optional<Place> placeOf(String id) {
        return Optional.ofNullable(fileOfId.get(id)).map(file -> new Place(file, id));
    }

    static Element parse(String fragment) {
        Document document = Jsoup.parseBodyFragment(fragment);
        document.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        return document.body();
    }

    private void resolve(Page page, Element link) {
        String href = link.attr("href");
        if (!href.startsWith("#")) {
            if (!LinkRules.isValid(href)) {
                link.unwrap();
            }
            return;
        }
        String id = id(href.substring(1));
        if (page.ids().contains(id)) {
            link.attr("href", "#" + id);
        } else if (fileOfId.containsKey(id)) {
            link.attr("href", fileOfId.get(id) + "#" + id);
        } else {
            link.unwrap();
        }
    }

    private void resolve(Element image) {
        String source = image.attr("src");
        if (!pictures.holds(source)) {
            image.replaceWith(new TextNode(image.attr("alt")));
            return;
        }
        if (image.closest("a") == null) {
            pictures.original(source).ifPresent(address -> {
                Element link = new Element("a").attr("href", address);
                image.replaceWith(link);
                link.appendChild(image);
            });
        }
    }
}
