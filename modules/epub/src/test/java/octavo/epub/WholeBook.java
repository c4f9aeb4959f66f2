package octavo.epub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Walks a book from page to page, along every link in it.
final class WholeBook {
    private WholeBook() {}

    /// How many links there are inside the book, each of which arrives; no id is on a page twice.
    static int internalLinks(Rendering book) throws IOException {
        Map<String, Document> pages = pages(book);
        pages.keySet().forEach(file -> ids(pages, file));
        int internal = 0;
        for (Map.Entry<String, Document> page : pages.entrySet()) {
            for (Element link : page.getValue().select("[href], [src]")) {
                String href = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                if (href.matches("[a-z]+:.*")) {
                    continue;
                }
                internal++;
                String[] parts = (href.startsWith("#") ? page.getKey() + href : href).split("#", 2);
                assertThat(book.files()).containsKey("EPUB/" + parts[0]);
                if (parts.length == 2) {
                    assertThat(ids(pages, parts[0]))
                            .as(page.getKey() + " links to " + href)
                            .contains(parts[1]);
                }
            }
        }
        return internal;
    }

    private static Map<String, Document> pages(Rendering book) throws IOException {
        Map<String, Document> pages = new LinkedHashMap<>();
        book.files().forEach((name, text) -> {
            if (name.endsWith(".xhtml")) {
                pages.put(name.substring("EPUB/".length()), Jsoup.parse(text, "", Parser.xmlParser()));
            }
        });
        return pages;
    }

    private static Set<String> ids(Map<String, Document> pages, String file) {
        Document page = Optional.ofNullable(pages.get(file)).orElseThrow();
        Set<String> ids = new HashSet<>();
        page.select("[id]").forEach(element -> assertThat(ids.add(element.id())).isTrue());
        return ids;
    }
}
