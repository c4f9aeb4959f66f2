package octavo.render.xhtml;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import octavo.model.Target;
import octavo.render.theme.Messages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/// Fragments that hold an author's raw HTML, made harmless and well formed.
///
/// What formats text stays. Scripts, styles, forms, event handlers, ids and everything unknown go; pictures, films and
/// frames become links to what they would have shown. [XhtmlWriter] calls it by itself.
final class Sanitizer {
    static final Set<String> ELEMENTS = Set.of(
            "a",
            "abbr",
            "aside",
            "b",
            "bdi",
            "bdo",
            "blockquote",
            "br",
            "caption",
            "cite",
            "code",
            "col",
            "colgroup",
            "dd",
            "del",
            "details",
            "dfn",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "img",
            "ins",
            "kbd",
            "li",
            "mark",
            "ol",
            "p",
            "pre",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "section",
            "small",
            "span",
            "strong",
            "sub",
            "summary",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "time",
            "tr",
            "u",
            "ul",
            "var",
            "wbr");

    /// Begins the name of each class that an author gave.
    private static final String AUTHOR = "author-";

    private Sanitizer() {}

    /// @return a well-formed fragment in which only our own links and pictures, and harmless links, are left
    static String clean(OwnMarks.Sealed fragment, Presentation presentation, Messages messages) {
        Document dirty = Jsoup.parseBodyFragment(fragment.xhtml());
        replaceMedia(dirty, fragment.hash(), messages);
        Document clean = new Cleaner(safelist()).clean(dirty);
        checkLinks(clean, fragment.hash(), presentation);
        checkNumbers(clean);
        dropIds(clean, fragment.hash());
        disarmClasses(clean, fragment.hash());
        clean.select("[" + OwnMarks.ATTRIBUTE + "]").removeAttr(OwnMarks.ATTRIBUTE);
        clean.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        return Markup.legal(clean.body().html());
    }

    private static Safelist safelist() {
        return new Safelist()
                .addTags(ELEMENTS.toArray(String[]::new))
                .addAttributes(
                        ":all", "aria-hidden", "aria-label", "class", "dir", "epub:type", "id", "lang", "role", "title")
                .addAttributes(":all", OwnMarks.ATTRIBUTE)
                .addAttributes("a", "href")
                .addAttributes("div", "tabindex")
                .addAttributes("img", "alt", "decoding", "height", "loading", "src", "width")
                .addAttributes("li", "value")
                .addAttributes("ol", "reversed", "start", "type")
                .addAttributes("td", "colspan", "rowspan")
                .addAttributes("th", "colspan", "rowspan", "scope")
                .addAttributes("time", "datetime");
    }

    /// What an author's HTML would load becomes words with a link: nothing is fetched, and nothing gets lost.
    private static void replaceMedia(Document document, String hash, Messages messages) {
        for (Element media : document.select("img, video, audio, embed, object")) {
            if (media.attr(OwnMarks.ATTRIBUTE).equals(hash)) {
                continue;
            }
            String address = address(media);
            String words = List.of(media.attr("alt"), media.attr("title")).stream()
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElseGet(() -> media.normalName().equals("img") ? messages.text("picture") : address);
            Element standIn = new Element("span").addClass("stand-in").attr(OwnMarks.ATTRIBUTE, hash);
            if (media.closest("a") == null && Markup.isAbsolute(address)) {
                standIn.appendElement("a").attr("href", address).text(words);
            } else {
                standIn.text(words);
            }
            media.replaceWith(standIn);
        }
    }

    private static String address(Element media) {
        String own = media.attr("src").isEmpty() ? media.attr("data") : media.attr("src");
        Element source = media.selectFirst("source[src]");
        return own.isEmpty() && source != null ? source.attr("src") : own;
    }

    private static void checkLinks(Document document, String hash, Presentation presentation) {
        for (Element link : document.select("a")) {
            if (link.attr(OwnMarks.ATTRIBUTE).equals(hash)) {
                continue;
            }
            // A relative address leads nowhere once the text has left its page.
            String href = link.attr("href").strip();
            Optional<String> place = Markup.isActive(href) || !Markup.isAbsolute(href)
                    ? Optional.empty()
                    : presentation.href(new Target.Web(href)).filter(address -> !Markup.isActive(address));
            place.ifPresentOrElse(address -> link.attr("href", address), link::unwrap);
        }
        document.select("a a").forEach(Element::unwrap);
    }

    /// A number that is none, or out of all proportion, would make the page invalid.
    private static void checkNumbers(Document document) {
        checkNumbers(document, List.of("start", "value"), "[0-9]{1,9}");
        checkNumbers(document, List.of("colspan", "rowspan"), "[1-9][0-9]{0,2}");
    }

    private static void checkNumbers(Document document, List<String> names, String right) {
        for (String name : names) {
            document.select("[" + name + "]").stream()
                    .filter(element -> !element.attr(name).matches(right))
                    .forEach(element -> element.removeAttr(name));
        }
    }

    /// An author's class or role with a name that is ours would look like ours, or leave the page: `class="running"` is
    /// a page's head in print. The class gets another name, by which a theme can find it.
    private static void disarmClasses(Document document, String hash) {
        for (Element element : document.select("[class], [role], [epub:type]")) {
            if (!element.attr(OwnMarks.ATTRIBUTE).equals(hash)) {
                element.classNames(element.classNames().stream()
                        .filter(name -> !name.isEmpty())
                        .map(name -> AUTHOR + name)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
                element.removeAttr("role").removeAttr("epub:type");
            }
        }
    }

    /// An author's ids could meet those of another issue in the same book, and no link can lead to them. Ours could
    /// stand twice where an element is closed early and opened again by the rules of HTML.
    private static void dropIds(Document document, String hash) {
        Set<String> seen = new HashSet<>();
        for (Element element : document.select("[id]")) {
            boolean own = element.attr(OwnMarks.ATTRIBUTE).equals(hash);
            if (!own || !seen.add(element.id())) {
                element.removeAttr("id");
            }
        }
    }
}
