package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An archive for a web server, walked through as a visitor would.
class WebTest {
    private static final Path SAMPLES =
            Path.of("../../samples/archive").toAbsolutePath().normalize();

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyLinkArrivesAndNothingComesFromElsewhere() throws IOException {
        Path out = folder.resolve("out");
        assertThat(Cli.run("build", SAMPLES, "-t", "web", "-o", out).code()).isZero();
        Path web = out.resolve("web");
        assertThat(Cli.files(out)).allMatch(name -> name.startsWith("web/"));
        Map<String, Document> pages = pages(web);
        Map<String, Set<String>> ids = new TreeMap<>();
        pages.forEach((name, page) -> ids.put(name, ids(name, page)));
        Set<String> reached = new HashSet<>(Set.of("index.html"));
        pages.forEach((name, page) -> {
            assertThat(page.select("script, iframe, object, embed, [onload], [onerror], [onclick]"))
                    .as(name)
                    .isEmpty();
            for (Element element : page.select("[href], [src]")) {
                String address = element.hasAttr("src") ? element.attr("src") : element.attr("href");
                if (address.startsWith("https:") || address.startsWith("http:") || address.startsWith("mailto:")) {
                    assertThat(element.tagName() + " " + element.attr("rel"))
                            .as(name + " " + address)
                            .matches("a .*|link (canonical|alternate)");
                    continue;
                }
                URI target = URI.create(name).resolve(address.startsWith("#") ? name + address : address);
                String path = URLDecoder.decode(target.getRawPath(), StandardCharsets.UTF_8);
                if (address.startsWith("#")) {
                    path = name;
                }
                assertThat(web.resolve(path)).as(name + " " + address).isRegularFile();
                reached.add(path);
                if (target.getFragment() != null) {
                    assertThat(ids.get(path)).as(name + " " + address).contains(target.getFragment());
                }
            }
        });
        assertThat(reached).containsExactlyInAnyOrderElementsOf(Cli.files(web));
    }

    private static Map<String, Document> pages(Path web) throws IOException {
        Map<String, Document> pages = new TreeMap<>();
        for (String name : Cli.files(web)) {
            if (name.endsWith(".html")) {
                pages.put(name, Jsoup.parse(web.resolve(name).toFile(), "UTF-8"));
            }
        }
        assertThat(pages).hasSize(22);
        return pages;
    }

    private static Set<String> ids(String name, Document page) {
        Set<String> ids = new HashSet<>();
        page.select("[id]")
                .forEach(element -> assertThat(ids.add(element.id()))
                        .as(name + " #" + element.id())
                        .isTrue());
        return ids;
    }

    @Test
    void whatABrowserNeedsToKnowStandsOnEachPage() throws IOException {
        Path out = folder.resolve("out");
        assertThat(Cli.run("build", SAMPLES, "-t", "web", "-o", out).code()).isZero();
        pages(out.resolve("web")).forEach((name, page) -> {
            String language = name.contains("/") ? name.substring(0, name.indexOf('/')) : "en";
            Element html = page.select("html").getFirst();
            assertThat(html.attr("lang")).as(name).isEqualTo(language);
            assertThat(html.attr("dir")).as(name).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            assertThat(page.select("h1")).as(name).hasSize(1);
            assertThat(page.select("main")).as(name).hasSize(1);
            assertThat(page.select("main img:not([width])")).as(name).isEmpty();
            assertThat(page.select("img:not([alt])")).as(name).isEmpty();
            assertThat(page.select("link[type=application/atom+xml], link[type=application/feed+json]"))
                    .as(name)
                    .hasSize(2);
        });
    }

    @Test
    void jsonFeedSaysWhatItMust() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Path out = folder.resolve("out");
        Cli build = Cli.run("build", archive, "-t", "web", "-o", out, "--set", "web.home=https://tide.example/old");
        assertThat(build.err()).isEmpty();
        Map<String, Object> feed = JsonTree.object(Files.readString(out.resolve("web/feed.json")));
        assertThat(feed)
                .containsEntry("version", "https://jsonfeed.org/version/1.1")
                .containsEntry("title", "Tide")
                .containsEntry("home_page_url", "https://tide.example/old/")
                .containsEntry("feed_url", "https://tide.example/old/feed.json")
                .containsEntry("language", "en");
        List<Map<String, Object>> items = JsonTree.list(feed, "items");
        assertThat(items).extracting(item -> item.get("title")).containsExactly("March", "February");
        assertThat(items.getFirst())
                .containsEntry("url", "https://tide.example/old/2025-03-01-march.html")
                .containsEntry("date_published", "2025-03-01T00:00:00Z")
                .containsEntry("date_modified", "2025-03-01T00:00:00Z");
        assertThat(items.getFirst().getOrDefault("content_html", "").toString()).contains("<p>Spring tides.</p>");
        assertThat(items).extracting(item -> item.get("id")).doesNotHaveDuplicates();
    }

    @Test
    void twoIssuesWithOneNameHaveAPageEach() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Cli.write(
                archive.resolve("content/old/2025-03-01-march.md"), "---\ntitle: Old\ndate: 2005-03-01\n---\n\nOld.\n");
        Path out = folder.resolve("out");
        assertThat(Cli.run("build", archive, "--lang", "en", "-t", "web", "-o", out)
                        .code())
                .isZero();
        assertThat(Jsoup.parse(out.resolve("web/index.html").toFile(), "UTF-8")
                        .select(".title a")
                        .eachText())
                .containsExactly("March", "February", "Old");
        assertThat(Cli.files(out).stream().filter(name -> name.contains("march")))
                .hasSize(2);
    }

    @Test
    void aBookAndTheArchiveComeOfOneRun() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Path out = folder.resolve("out");
        assertThat(Cli.run("build", archive, "--lang", "en", "-t", "epub,web", "-o", out)
                        .code())
                .isZero();
        assertThat(Cli.files(out).stream().filter(name -> name.endsWith(".epub")))
                .hasSize(1);
        assertThat(Cli.files(out))
                .contains("web/2024-02-05-february.html", "web/2025-03-01-march.html", "web/index.html");
    }

    @Test
    void oneFileNamedAloneIsASiteOfOnePage() throws IOException {
        Path archive = Cli.archive(folder.resolve("a"));
        Path out = folder.resolve("out");
        Path file = archive.resolve("content/2025-03-01-march.md");
        assertThat(Cli.run("build", file, "-t", "epub,web", "-o", out).code()).isZero();
        assertThat(Cli.files(out)).hasSize(6).contains("2025-03-01-march.en.epub", "web/2025-03-01-march.html");
    }
}
