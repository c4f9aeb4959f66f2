package octavo.email;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import octavo.render.theme.Messages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Turns the XHTML that all outputs share into what mail clients understand.
final class MailMarkup {
    /// Narrower pictures keep their size on every screen.
    private static final int NARROW = 200;

    /// From so many columns on, a telephone has no room for the usual space between them.
    private static final int MANY_COLUMNS = 6;

    /// The column on a telephone, and a wide letter in a table, in CSS pixels; the room between columns is as wide.
    private static final int TELEPHONE = 339;

    private static final int LETTER = 8;

    private static final Pattern SPACE = Pattern.compile(" ");

    private static final Pattern CLASS = Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_-]*)");

    private MailMarkup() {}

    /// Changes the content of a message before its style sheet is applied.
    ///
    /// @param hasPage whether links inside the issue lead to its page, so that nothing in here is a target
    /// @param presentation knows the pictures that the document shows
    static void adapt(Document document, boolean hasPage, Messages messages, MailPresentation presentation) {
        document.select("figure").forEach(figure -> figure.tagName("div").addClass("figure"));
        document.select("figcaption").forEach(caption -> caption.tagName("div").addClass("caption"));
        document.select("aside").forEach(aside -> aside.tagName("div"));
        // The list numbers its notes; the way back is a link inside the message, which large mail services drop.
        document.select(".footnote-number").remove();
        document.select("table:not([role])").forEach(table -> table.addClass("data"));
        document.select("table.data:has(tr > :nth-child(" + MANY_COLUMNS + "))").addClass("dense");
        document.select("table.data").stream()
                .filter(MailMarkup::hasRoomForWords)
                .forEach(table -> table.addClass("whole"));
        document.select("h2").forEach(MailMarkup::accent);
        document.select("td > p.call-to-action, .callout > p.call-to-action").forEach(MailMarkup::button);
        document.select("img:not(.logo)").forEach(MailMarkup::picture);
        document.select("img").stream()
                .filter(image -> !presentation.isPhotograph(image.attr("src")))
                .forEach(image -> image.addClass("plate"));
        // Many clients show no pictures: then something stands for one of which its author says nothing at all.
        document.select(".figure:not(:has(.caption)) img[alt=\"\"]").attr("alt", messages.text("picture"));
        document.select("img")
                .forEach(image -> presentation
                        .moving(image.attr("src"))
                        .ifPresent(address -> still(image, address, messages.text("animation"))));
        if (hasPage) {
            document.select("h2[id], h3[id], h4[id], h5[id], h6[id]").forEach(heading -> heading.removeAttr("id"));
        }
    }

    /// Takes out the classes that no rule of a style element needs any more.
    static void dropUnusedClasses(Document document) {
        Set<String> used = new HashSet<>();
        for (Element style : document.select("style")) {
            Matcher matcher = CLASS.matcher(style.data());
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
        }
        for (Element element : document.select("[class]")) {
            Set<String> classes = element.classNames();
            classes.retainAll(used);
            if (classes.isEmpty()) {
                element.removeAttr("class");
            } else {
                element.classNames(classes);
            }
        }
    }

    /// The short rule above a section: a table, for Outlook draws a `div` over the whole width.
    private static void accent(Element heading) {
        heading.before(table("accent", "&nbsp;"));
    }

    /// A call to action becomes a table, for Outlook gives a link no room.
    private static void button(Element paragraph) {
        if (!paragraph.select("> strong > a, > a > strong").isEmpty()) {
            paragraph.select("strong").unwrap();
            paragraph.wrap(table("button", ""));
            paragraph.unwrap();
        }
    }

    /// Whether the longest words of all columns stand beside each other on a telephone: none is broken then.
    private static boolean hasRoomForWords(Element table) {
        List<Integer> widest = new ArrayList<>();
        for (Element row : table.select("tr")) {
            for (int i = 0; i < row.childrenSize(); i++) {
                int width = SPACE.splitAsStream(row.child(i).text())
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
                if (i == widest.size()) {
                    widest.add(width);
                } else {
                    widest.set(i, Math.max(widest.get(i), width));
                }
            }
        }
        int letters = widest.stream().mapToInt(Integer::intValue).sum();
        return LETTER * (letters + widest.size()) <= TELEPHONE;
    }

    private static String table(String name, String content) {
        return "<table role=\"presentation\" class=\"" + name + "\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\">"
                + "<tbody><tr><td>" + content + "</td></tr></tbody></table>";
    }

    /// The still of a moving picture leads to where it moves, and below a figure words say so.
    private static void still(Element image, String address, String words) {
        if (image.attr("alt").isBlank()) {
            image.attr("alt", words);
        }
        Element figure = image.closest(".figure");
        if (figure != null) {
            Element line = figure.appendElement("div").addClass("caption");
            line.appendElement("a").attr("href", address).text(words);
        }
        if (image.closest("a") == null) {
            Element link = new Element("a").attr("href", address);
            image.replaceWith(link);
            link.appendChild(image);
        }
    }

    private static void picture(Element image) {
        String width = image.attr("width");
        boolean wide = !width.isEmpty() && Integer.parseInt(width) >= NARROW && image.closest(".figure") != null;
        image.addClass(wide ? "wide" : "small");
        if (wide) {
            image.attr("style", "max-width:" + width + "px");
        }
    }
}
