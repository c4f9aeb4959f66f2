package octavo.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import octavo.model.Block;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.OctavoException;
import octavo.web.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class WebPublisherTest {
    private static final Map<String, String> AT_HOME = Map.of("home", "https://archive.example/letter");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    @Test
    void aSmallSite() throws IOException {
        Map<String, byte[]> files = SmallSite.usual().published(Map.of());
        assertThat(files.keySet().stream().map(WebPublisherTest::unhashed))
                .containsExactly(
                        "ar/ice.html",
                        "ar/index.html",
                        "feed.ar.atom",
                        "feed.ar.json",
                        "feed.atom",
                        "feed.json",
                        "ice.html",
                        "index.html",
                        "launch.html",
                        "page.HASH.css",
                        "pictures/HASH.svg",
                        "someday.html");
        for (String name : files.keySet()) {
            if (!name.endsWith(".css") && !name.endsWith(".svg")) {
                new Golden("site").check(name, unhashed(text(files, name)));
            }
        }
    }

    @Test
    void theFeedsOfASiteThatKnowsItsHome() throws IOException {
        Map<String, byte[]> files = SmallSite.usual().published(AT_HOME);
        new Golden("site-at-home").check("feed.atom", unhashed(text(files, "feed.atom")));
        new Golden("site-at-home").check("feed.json", unhashed(text(files, "feed.json")));
    }

    @Test
    void aSiteThatIsElsewhereLeavesItsRankToTheOriginal() throws IOException {
        Map<String, byte[]> files = SmallSite.usual().published(AT_HOME);
        assertThat(text(files, "launch.html"))
                .contains("<link rel=\"canonical\" href=\"https://harbour.example/launch/\">");
        assertThat(text(files, "someday.html"))
                .contains("<link rel=\"canonical\" href=\"https://archive.example/letter/someday.html\">");
        assertThat(text(files, "ar/index.html"))
                .contains("<link rel=\"canonical\" href=\"https://archive.example/letter/ar/\">");
    }

    @Test
    void feedsHoldTheNewestIssues() throws Exception {
        Map<String, byte[]> files = SmallSite.usual().published(Map.of("feed-items", "1"));
        assertThat(texts(parsed(files, "feed.atom").getDocumentElement(), "title"))
                .containsExactly("The Harbour Letter", "The ice");
        assertThat(text(files, "feed.json")).contains("The ice").doesNotContain("The <launch>");
    }

    /// RFC 4287, sections 4.1.1 and 4.1.2.
    @ParameterizedTest
    @ValueSource(strings = {"feed.atom", "feed.ar.atom"})
    void atomHasWhatItMustHave(String name) throws Exception {
        for (Map<String, String> options : List.of(Map.<String, String>of(), AT_HOME)) {
            Element feed = parsed(SmallSite.usual().published(options), name).getDocumentElement();
            assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
            Set<String> ids = new HashSet<>();
            List<Element> all = new ArrayList<>(List.of(feed));
            all.addAll(children(feed, "entry"));
            for (Element element : all) {
                assertThat(ids.add(texts(element, "id").getFirst())).isTrue();
                assertThat(texts(element, "id").getFirst()).matches("(https://|urn:uuid:).+");
                assertThat(children(element, "title")).hasSize(1);
                assertThat(children(element, "updated")).hasSize(1);
                assertThat(Instant.parse(texts(element, "updated").getFirst())).isNotNull();
                assertThat(children(element, "link").stream()
                                .filter(link -> link.getAttribute("rel").equals("alternate")))
                        .hasSize(1);
            }
            assertThat(children(feed, "author")).hasSize(1);
        }
    }

    @Test
    void everyLinkInTheFeedOfASiteWithAHomeIsAFullAddress() throws Exception {
        Document feed = parsed(SmallSite.usual().published(AT_HOME), "feed.atom");
        for (String content : texts(feed.getDocumentElement(), "content")) {
            assertThat(content).doesNotContainPattern("(href|src)=\"(?!https://)");
        }
        assertThat(texts(feed.getDocumentElement(), "content").getFirst())
                .contains("https://archive.example/letter/launch.html#band", "https://ferry.example/");
    }

    @Test
    void theListKeepsItsNameFromAnIssueThatIsCalledIndex() throws IOException {
        Map<String, byte[]> files = new SmallSite()
                .with("Index", Language.ENGLISH, "2024-01-01", "Names of boats", SmallSite.words("Tern."))
                .published(Map.of());
        assertThat(files).containsKeys("index.html", "Index-1.html");
        assertThat(text(files, "index.html")).contains("<a href=\"Index-1.html\">Names of boats</a>");
    }

    @Test
    void aLinkToAnIssueStaysInTheSite() throws IOException {
        Map<String, byte[]> files = new SmallSite()
                .with("a", Language.ENGLISH, "2024-01-01", "One", SmallSite.heading("fish", "Fish"))
                .with(
                        "a",
                        SmallSite.ARABIC,
                        "2024-02-01",
                        "Two",
                        new Block.Paragraph(
                                List.of(
                                        SmallSite.link("http://www.harbour.example/a#fish", "1"),
                                        SmallSite.link("https://harbour.example/a/index.html#fowl", "2"),
                                        SmallSite.link("https://harbour.example/about/", "3")),
                                Location.NONE))
                .published(Map.of());
        assertThat(HREF.matcher(text(files, "ar/a.html"))
                        .results()
                        .map(found -> found.group(1))
                        .filter(href -> href.contains("/a")))
                .contains("../a.html#fish", "../a.html", "https://harbour.example/about/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"</title><script>alert(1)</script>", "\" onload=\"alert(1)", "a ]]> b & c \u0001"})
    void aHostileTitleIsText(String title) throws Exception {
        Map<String, byte[]> files = new SmallSite()
                .with("a", Language.ENGLISH, "2024-01-01", title, SmallSite.words("One."))
                .with("b", Language.ENGLISH, "2024-02-01", "Two", SmallSite.words("Two."))
                .published(Map.of());
        assertThat(text(files, "b.html") + text(files, "a.html") + text(files, "index.html"))
                .doesNotContain("<script")
                .doesNotContain("\" onload");
        assertThat(texts(parsed(files, "feed.atom").getDocumentElement(), "title"))
                .containsExactly("The Harbour Letter", "Two", title.replace('\u0001', '\uFFFD'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "all", "1000"})
    void aNumberOfItemsThatWillNotDoIsAnError(String items) {
        assertThatThrownBy(() -> SmallSite.usual().published(Map.of("feed-items", items)))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("[web] feed-items is \"" + items + "\"");
    }

    @Test
    void pagesNameEachOtherRelatively() {
        assertThat(Page.link("ice.html", "index.html")).isEqualTo("index.html");
        assertThat(Page.link("ar/ice.html", "ar/index.html")).isEqualTo("index.html");
        assertThat(Page.link("ar/ice.html", "de/Eis 1.html")).isEqualTo("../de/Eis%201.html");
        assertThat(Page.link("ice.html", "ar/港.html")).isEqualTo("ar/%E6%B8%AF.html");
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    /// Names without what changes with every change of the theme.
    private static String unhashed(String text) {
        return text.replaceAll("[0-9a-f]{20}(?=[.](css|svg))", "HASH");
    }

    private static Document parsed(Map<String, byte[]> files, String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(files.getOrDefault(name, new byte[0])));
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    /// Of an element and those below it.
    private static List<String> texts(Element parent, String name) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parent.getElementsByTagName(name).getLength(); i++) {
            texts.add(parent.getElementsByTagName(name).item(i).getTextContent());
        }
        return texts;
    }
}
